using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>The document that comes in, checked member by member.</content>
internal sealed partial class BackupStore
{
    private const string PresetsRule = "presets must be a list of 8 to 32, null for an empty one";

    private bool _isBackup;

    // Its layouts need the wiring that it brings, which is in force from the next start on.
    private bool _waitsForStart;

    /// <summary>Reads and checks a whole document. What is wrong and where, or null.</summary>
    public string Read(byte[] bytes, int start, int length)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = ReadMember(json, json.Text);
            if (problem != null)
            {
                return problem;
            }
        }

        if (token != JsonToken.EndObject || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        return _isBackup ? LayoutProblem() : "this is no backup: it needs \"backup\":1";
    }

    private string ReadMaps(JsonReader json)
    {
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            int channel = json.Text == ChannelNames[0] ? 0 : 1;
            bool isKnown = json.Text == ChannelNames[channel];
            if (!isKnown || json.Next() != JsonToken.BeginObject)
            {
                return MapsRule;
            }

            LayoutChange layout = _state.LayoutOf(channel);
            string problem = layout.ReadMap(json);
            if (problem != null)
            {
                return problem;
            }

            _maps[channel] = layout.Map;
        }

        return json.Problem;
    }
}
