using System;

namespace NanoFirmware.Documents;

/// <content>JSON: values that were written before.</content>
internal partial class JsonWriter
{
    /// <summary>
    /// A value as it was written elsewhere, or the next piece of one; as many of its bytes as there is room for.
    /// </summary>
    /// <param name="part">The value.</param>
    /// <param name="from">How many of its bytes were written before.</param>
    public int Part(JsonPart part, int from)
    {
        if (from == 0)
        {
            Comma();
        }

        int count = part.Length - from < Room ? part.Length - from : Room;
        Array.Copy(part.Bytes, part.Start + from, _buffer, _end, count);
        _end += count;
        return count;
    }

    /// <summary>An element: a part of an ASCII text that needs no escapes.</summary>
    public void Part(string text, int at, int count)
    {
        Comma();
        Put('"');
        Reserve(count);
        _end += TextCode.Utf8.GetBytes(text, at, count, _buffer, _end);
        Put('"');
    }
}
