using NanoFirmware.Documents;
using NanoFirmware.Panels;

namespace NanoFirmware.Storage;

/// <content>Each sprite in a file of its own.</content>
internal sealed partial class PanelStore
{
    private void RestoreSprites()
    {
        for (int i = 0; i < SpriteTable.Most; i++)
        {
            JsonPart kept = LoadFrom(SpriteName + i.ToString());
            var sprite = new SpriteDocument(null);
            if (kept != null && sprite.Read(kept.Bytes, kept.Start, kept.Length) == null && Set.Sprites.TrySet(sprite.Sprite))
            {
                _keptSprites[i] = sprite.Sprite;
            }
        }
    }

    private void KeepSprites()
    {
        SpriteTable sprites = _set.Sprites;
        for (int i = 0; i < SpriteTable.Most; i++)
        {
            Sprite sprite = i < sprites.Count ? sprites.At(i) : null;
            if (sprite == _keptSprites[i])
            {
                continue;
            }

            if (sprite == null)
            {
                Delete(SpriteName + i.ToString());
            }
            else
            {
                KeepIn(SpriteName + i.ToString(), SpriteDocument.Of(sprite), isAlone: false);
            }

            _keptSprites[i] = sprite;
        }
    }
}
