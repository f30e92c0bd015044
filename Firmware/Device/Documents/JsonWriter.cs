namespace NanoFirmware.Documents;

/// <summary>
/// A document, written as bytes into one buffer that is allocated once: a number costs its digits and a text one native
/// call, where StringBuilder and ToString take ten times as long on the chip.
/// </summary>
internal partial class JsonWriter
{
    private readonly byte[] _buffer;
    private readonly int _start;

    /// <param name="capacity">Greatest document in bytes.</param>
    public JsonWriter(int capacity)
        : this(new byte[capacity], 0)
    {
    }

    /// <summary>Writes into somebody's buffer.</summary>
    /// <param name="buffer">Gets the document.</param>
    /// <param name="start">Where in it the document begins; <see cref="Length"/> counts from there.</param>
    public JsonWriter(byte[] buffer, int start)
    {
        _buffer = buffer;
        _start = start;
        _end = start;
    }

    /// <summary>The buffer; <see cref="Length"/> of its bytes count, from the document's start on.</summary>
    public byte[] Bytes => _buffer;

    /// <summary>Bytes written.</summary>
    public int Length => _end - _start;

    /// <summary>Bytes that still fit.</summary>
    public int Room => _buffer.Length - _end;

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        _end = _start;
        _needsComma = false;
    }

    /// <summary>Makes room for the next piece of a document that is sent while it is written.</summary>
    public void NextPiece() => _end = _start;
}
