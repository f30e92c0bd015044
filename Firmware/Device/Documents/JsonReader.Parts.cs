namespace NanoFirmware.Documents;

/// <content>Whole values: entered, passed over, kept as they are.</content>
internal sealed partial class JsonReader
{
    /// <summary>Reads the bracket of a document that must be an object. What is wrong, or null.</summary>
    public string EnterBody() => Next() == JsonToken.BeginObject ? null : Problem ?? "the body must be a JSON object";

    /// <summary>Passes over the value that follows, however deep.</summary>
    /// <returns>False when it is not JSON.</returns>
    public bool Skip()
    {
        int depth = _depth;
        Next();
        Leave(depth);
        return Problem == null;
    }

    /// <summary>Passes over an object or a list behind a name; what it is. Null when it is neither, or no JSON.</summary>
    public JsonPart ReadPart()
    {
        SkipSpace();
        int from = _at;
        bool isPart = _afterName && from < _length && (_bytes[from] == '{' || _bytes[from] == '[');

        // Whoever reads it has limits of his own.
        bool wasLenient = IsLenient;
        IsLenient = true;
        isPart = isPart && Skip();
        IsLenient = wasLenient;
        return isPart ? new JsonPart(_bytes, from, _at - from) : null;
    }

    /// <summary>Passes over what is left of the values above <paramref name="depth"/> open brackets.</summary>
    public void Leave(int depth)
    {
        while (_depth > depth && Next() != JsonToken.Bad)
        {
        }
    }
}
