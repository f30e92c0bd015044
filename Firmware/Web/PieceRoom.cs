using System;
using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>A document that comes in pieces, put together until its last bracket is there.</summary>
internal sealed class PieceRoom
{
    private byte[] _bytes = new byte[0];
    private int _scanned;
    private int _depth;
    private bool _isInText;
    private bool _isEscaped;

    /// <summary>What came so far.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>The last bracket is there, or what came can be no document at all.</summary>
    public bool IsWhole;

    /// <summary>Adds a piece. What is wrong, or null.</summary>
    /// <param name="from">Holds it.</param>
    /// <param name="start">Where it begins there.</param>
    /// <param name="count">Its bytes.</param>
    /// <param name="offset">Where it begins in the document.</param>
    public string Add(byte[] from, int start, int count, int offset)
    {
        if (offset != _bytes.Length)
        {
            return "offset must be " + _bytes.Length.ToString() + ", where the piece before ended, or 0 to begin anew";
        }

        if (offset + count > MapDocument.MostBytes)
        {
            return "a map has at most " + MapDocument.MostBytes.ToString() + " bytes";
        }

        var more = new byte[offset + count];
        Array.Copy(_bytes, 0, more, 0, offset);
        Array.Copy(from, start, more, offset, count);
        _bytes = more;
        while (_scanned < more.Length && !IsWhole)
        {
            Scan(more[_scanned]);
            _scanned++;
        }

        return null;
    }

    private void Scan(byte character)
    {
        if (_isInText)
        {
            bool isEnd = character == '"' && !_isEscaped;
            _isInText = !isEnd;
            _isEscaped = character == '\\' && !_isEscaped;
        }
        else if (character == '"')
        {
            _isInText = true;
        }
        else if (character == '{' || character == '[')
        {
            _depth++;
        }
        else if (character == '}' || character == ']')
        {
            _depth--;
            IsWhole = _depth <= 0;
        }
        else if (_depth == 0 && character > ' ' && character < 0x80)
        {
            // Neither a bracket nor the mark that editors put before a text.
            IsWhole = true;
        }
    }
}
