namespace NanoFirmware.Documents;

/// <summary>A value of a document, kept as it was written there.</summary>
internal sealed class JsonPart
{
    /// <param name="bytes">The document.</param>
    /// <param name="start">Where in it the value begins.</param>
    /// <param name="length">Its bytes.</param>
    public JsonPart(byte[] bytes, int start, int length)
    {
        Bytes = bytes;
        Start = start;
        Length = length;
    }

    public readonly byte[] Bytes;

    public readonly int Start;

    public readonly int Length;

    /// <summary>Whether two are the same, byte by byte; either may be null.</summary>
    public static bool AreSame(JsonPart one, JsonPart other)
    {
        if (one == null || other == null)
        {
            return one == null && other == null;
        }

        bool areSame = one.Length == other.Length;
        for (int i = 0; i < one.Length && areSame; i++)
        {
            areSame = one.Bytes[one.Start + i] == other.Bytes[other.Start + i];
        }

        return areSame;
    }
}
