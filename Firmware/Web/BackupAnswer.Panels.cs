using NanoFirmware.Documents;
using NanoFirmware.Panels;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <content>Sprites, what panels show, and presets.</content>
internal sealed partial class BackupAnswer
{
    private void WritePreset(Reply reply)
    {
        PresetDocument preset = _device.Presets.Document(_slot);
        if (preset == null)
        {
            reply.Value(null);
            return;
        }

        preset.Begin(reply);
        _isInPreset = true;
        if (preset.Panels != null)
        {
            reply.Name(PresetDocument.PanelsName);
            Begin(preset.Panels);
        }
    }

    // A sprite a piece, and then what panels show.
    private void WritePanels(Reply reply)
    {
        SpriteTable sprites = _device.Panels.Sprites;
        if (_sprite < sprites.Count)
        {
            if (_sprite == 0)
            {
                reply.Name(BackupStore.SpritesName);
                reply.BeginArray();
            }

            Begin(SpriteDocument.Of(sprites.At(_sprite)));
            _sprite++;
            return;
        }

        if (_sprite > 0)
        {
            reply.EndArray();
        }

        _hasPanels = true;
        JsonPart shown = _device.KeptPanels.Document(withGroups: true);
        if (shown != null)
        {
            reply.Name(PresetDocument.PanelsName);
            Begin(shown);
        }
    }
}
