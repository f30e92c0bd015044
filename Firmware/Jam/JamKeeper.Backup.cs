using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Jam;

/// <content>The same as part of a backup.</content>
internal sealed partial class JamKeeper
{
    /// <inheritdoc/>
    public override JsonPart Document(bool isKept)
    {
        var json = new JsonWriter(SafeFile.DocumentBytes);
        if (isKept)
        {
            new JamChange(_jam).Write(json);
        }
        else
        {
            JamChange.WritePresent(json, _jam);
        }

        return new JsonPart(json.Bytes, 0, json.Length);
    }

    /// <inheritdoc/>
    public override string Restore(JsonPart document, JsonWriter resolved)
    {
        var json = new JsonReader();
        json.Begin(document.Bytes, document.Start, document.Length);
        var change = new JamChange(_jam);
        string problem = change.Read(json);
        if (problem == null && resolved != null)
        {
            change.Write(resolved);
        }
        else if (problem == null)
        {
            change.Apply();
        }

        return problem;
    }
}
