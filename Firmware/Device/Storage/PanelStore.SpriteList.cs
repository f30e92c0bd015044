using NanoFirmware.Documents;
using NanoFirmware.Panels;

namespace NanoFirmware.Storage;

/// <content>A backup's list of sprites.</content>
internal sealed partial class PanelStore
{
    /// <summary>Keeps all sprites of a list of them, and forgets others. What is wrong, or null.</summary>
    public string TakeSprites(JsonPart list, bool onlyChecks)
    {
        var json = new JsonReader();
        json.Begin(list.Bytes, list.Start, list.Length);
        var read = new SpriteTable();
        JsonToken token = json.Next() == JsonToken.BeginArray ? json.Next() : JsonToken.Bad;
        for (; token == JsonToken.BeginObject; token = json.Next())
        {
            var sprite = new SpriteDocument(null);
            string problem = sprite.ReadMembers(json);
            if (problem != null || !read.TrySet(sprite.Sprite))
            {
                return problem ?? SpriteTable.TooMany;
            }
        }

        if (token != JsonToken.EndArray)
        {
            return json.Problem ?? "must be a list of sprites";
        }

        if (!onlyChecks)
        {
            Set.TakeSprites(read);
        }

        return null;
    }
}
