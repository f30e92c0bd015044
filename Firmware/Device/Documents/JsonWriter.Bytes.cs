using System;

namespace NanoFirmware.Documents;

/// <content>What goes into the buffer: characters and texts.</content>
internal partial class JsonWriter
{
    private readonly byte[] _digits = new byte[20];
    private int _end;

    /// <summary>Plain text as it is.</summary>
    public void Text(string text)
    {
        int length = text.Length;
        ReserveText(text, length, 0);
        _end += TextCode.Utf8.GetBytes(text, 0, length, _buffer, _end);
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(byte[] bytes)
    {
        Reserve(bytes.Length);
        Array.Copy(bytes, 0, _buffer, _end, bytes.Length);
        _end += bytes.Length;
    }

    /// <summary>One ASCII character as it is.</summary>
    public void Put(char character)
    {
        // Looked at here and not by Reserve: a call costs more than all of this.
        if (_end == _buffer.Length)
        {
            Overflow();
        }

        _buffer[_end] = (byte)character;
        _end++;
    }

    // A character is at most three bytes; counted one by one only where that would be too much.
    private void ReserveText(string text, int length, int more)
    {
        if (_end + (length * 3) + more > _buffer.Length)
        {
            Reserve(TextCode.Utf8.GetBytes(text).Length + more);
        }
    }

    private void Reserve(int count)
    {
        if (_end + count > _buffer.Length)
        {
            Overflow();
        }
    }

    private static void Overflow() => throw new InvalidOperationException("document longer than its buffer");
}
