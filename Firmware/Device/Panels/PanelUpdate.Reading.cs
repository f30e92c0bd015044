using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <content>One member of the request.</content>
internal sealed partial class PanelUpdate
{
    /// <summary>Reads a member, whose name has been read. What is wrong, or null.</summary>
    public string ReadMember(JsonReader json)
    {
        switch (json.Text)
        {
            case "panels":
                return ReadPanels(json);
            case "sprite":
                return ReadSprite(json);
            default:
                if (_pixels.ReadMember(json))
                {
                    return _pixels.Problem;
                }

                return _controls.IndexOf(json.Text) >= 0
                    ? _change.ReadNamed(json)
                    : "unknown field: use panels, pixels, colours, sprite, " + _controls.Names;
        }
    }

    private string ReadPanels(JsonReader json)
    {
        JsonToken token = json.Next();
        if (token == JsonToken.Text)
        {
            Panels = _set.Groups.Find(json.Text, _geometry.Count);
            return Panels != 0 ? null : "unknown group: use " + _set.Groups.Names;
        }

        string problem = PanelList.Read(json, token, _geometry.Count, out int panels);
        Panels = panels;
        return problem;
    }

    private string ReadSprite(JsonReader json)
    {
        if (json.Next() != JsonToken.Text)
        {
            return json.Problem ?? "sprite must be a name";
        }

        _sprite = _set.Sprites.Find(json.Text);
        return _sprite != null ? null : "unknown sprite: put it to /api/sprites/{name} first";
    }
}
