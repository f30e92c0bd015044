using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <content>A list of messages, or one.</content>
internal sealed partial class JamReader
{
    /// <summary>Reads a body. What is wrong, or null.</summary>
    public string Read(byte[] bytes, int start, int length)
    {
        JsonReader json = _json;
        Edits.Count = 0;
        Joined = null;
        json.Begin(bytes, start, length);
        JsonToken token = json.Next();
        if (token == JsonToken.BeginObject)
        {
            string problem = ReadMessage();
            return problem == null && json.Next() != JsonToken.End ? json.Problem : problem;
        }

        if (token != JsonToken.BeginArray)
        {
            return json.Problem ?? "the body must be a JSON object or a list of them";
        }

        for (token = json.Next(); token == JsonToken.BeginObject; token = json.Next())
        {
            string problem = ReadMessage();
            if (problem != null)
            {
                return problem;
            }
        }

        bool isWhole = token == JsonToken.EndArray && json.Next() == JsonToken.End;
        return isWhole ? null : json.Problem ?? "a list of messages holds objects";
    }
}
