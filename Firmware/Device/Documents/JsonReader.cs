namespace NanoFirmware.Documents;

/// <summary>
/// Reads JSON (RFC 8259) token by token from bytes, so that a request of any shape within the limits can be checked
/// without building a tree.
/// </summary>
internal sealed partial class JsonReader
{
    private const int MaxDepth = 8;

    private bool[] _inObject = new bool[MaxDepth];
    private byte[] _bytes;
    private int _start;
    private int _length;
    private int _at;
    private int _depth;
    private bool _first;
    private bool _afterName;
    private bool _complete;

    /// <summary>
    /// For what is stored: nests as deep as the document does and takes a text that is too long for an empty one, so that neither
    /// hides what stands behind it. What clients send is read with limits.
    /// </summary>
    public bool IsLenient { get; set; }

    /// <summary>Why <see cref="JsonToken.Bad"/> came, as a sentence with the byte position; null before.</summary>
    public string Problem;

    /// <summary>Starts to read the first <paramref name="length"/> bytes.</summary>
    public void Begin(byte[] bytes, int length) => Begin(bytes, 0, length);

    /// <summary>Starts to read <paramref name="length"/> bytes from <paramref name="start"/> on.</summary>
    public void Begin(byte[] bytes, int start, int length)
    {
        _bytes = bytes;
        _start = start;
        _length = start + length;
        _at = start + ByteOrderMark(bytes, start, length);
        _depth = 0;
        _first = true;
        _afterName = false;
        _complete = false;
        Problem = null;
    }

    private int Position => _at - _start;

    /// <summary>How many brackets are open.</summary>
    public int Depth => _depth;

    // RFC 8259, section 8.1: nobody should write one in front of a document, and whoever reads may pass over it. Editors do write
    // it.
    private static int ByteOrderMark(byte[] bytes, int start, int length) =>
        length >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF ? 3 : 0;

    private void Finish()
    {
        _first = false;
        _complete = _depth == 0;
    }

    private JsonToken Bad(string expected)
    {
        Problem = "bad JSON at byte " + Position.ToString() + ": expected " + expected;
        return JsonToken.Bad;
    }
}
