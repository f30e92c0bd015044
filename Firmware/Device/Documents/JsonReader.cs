using System;

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

    /// <summary>Reads the bracket of a document that must be an object. What is wrong, or null.</summary>
    public string EnterBody() => Next() == JsonToken.BeginObject ? null : Problem ?? "the body must be a JSON object";

    /// <summary>The next token; after <see cref="JsonToken.End"/> or <see cref="JsonToken.Bad"/> the same again.</summary>
    public JsonToken Next()
    {
        if (Problem != null)
        {
            return JsonToken.Bad;
        }

        SkipSpace();
        if (_complete)
        {
            return _at == _length ? JsonToken.End : Bad("nothing more");
        }

        if (_at == _length)
        {
            return Bad(_depth == 0 ? "a value" : "the rest of the document");
        }

        if (_depth > 0 && !_afterName)
        {
            return NextInContainer();
        }

        _afterName = false;
        return Value();
    }

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

    private int Position => _at - _start;

    /// <summary>How many brackets are open.</summary>
    public int Depth => _depth;

    /// <summary>Passes over what is left of the values above <paramref name="depth"/> open brackets.</summary>
    public void Leave(int depth)
    {
        while (_depth > depth && Next() != JsonToken.Bad)
        {
        }
    }

    private JsonToken NextInContainer()
    {
        bool inObject = _inObject[_depth - 1];
        byte c = _bytes[_at];
        if (c == (inObject ? '}' : ']'))
        {
            // "first" is true only right after the opening bracket; after a comma another member must follow.
            _at++;
            _depth--;
            Finish();
            return inObject ? JsonToken.EndObject : JsonToken.EndArray;
        }

        if (!_first)
        {
            if (c != ',')
            {
                return Bad(inObject ? "',' or '}'" : "',' or ']'");
            }

            _at++;
            SkipSpace();
        }

        _first = false;
        return inObject ? MemberName() : Value();
    }

    private JsonToken MemberName()
    {
        if (_at == _length || _bytes[_at] != '"')
        {
            return Bad("a name in double quotes");
        }

        if (!ReadText())
        {
            return JsonToken.Bad;
        }

        SkipSpace();
        if (_at == _length || _bytes[_at] != ':')
        {
            return Bad("':'");
        }

        _at++;
        _afterName = true;
        return JsonToken.Name;
    }

    private JsonToken Value()
    {
        if (_at == _length)
        {
            return Bad("a value");
        }

        byte c = _bytes[_at];
        switch ((char)c)
        {
            case '{':
                return Open(true, JsonToken.BeginObject);
            case '[':
                return Open(false, JsonToken.BeginArray);
            case '"':
                if (ReadsColours && ReadColour())
                {
                    return Scalar(JsonToken.Colour);
                }

                return ReadText() ? Scalar(JsonToken.Text) : JsonToken.Bad;
            case 't':
                return Word("true", JsonToken.True);
            case 'f':
                return Word("false", JsonToken.False);
            case 'n':
                return Word("null", JsonToken.Null);
            default:
                return c == '-' || IsDigit(c) ? Number() : Bad("a value");
        }
    }

    private JsonToken Open(bool isObject, JsonToken token)
    {
        if (_depth == _inObject.Length && !TryGrow())
        {
            return Bad("at most 8 levels");
        }

        _inObject[_depth] = isObject;
        _depth++;
        _at++;
        _first = true;
        return token;
    }

    private bool TryGrow()
    {
        if (!IsLenient)
        {
            return false;
        }

        var deeper = new bool[_depth * 2];
        Array.Copy(_inObject, deeper, _depth);
        _inObject = deeper;
        return true;
    }

    // RFC 8259, section 8.1: nobody should write one in front of a document, and whoever reads may pass over it. Editors do write
    // it.
    private static int ByteOrderMark(byte[] bytes, int start, int length) =>
        length >= 3 && bytes[start] == 0xEF && bytes[start + 1] == 0xBB && bytes[start + 2] == 0xBF ? 3 : 0;

    private JsonToken Scalar(JsonToken token)
    {
        Finish();
        return token;
    }

    private void Finish()
    {
        _first = false;
        _complete = _depth == 0;
    }

    private JsonToken Word(string word, JsonToken token)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (_at + i >= _length || _bytes[_at + i] != word[i])
            {
                return Bad("a value");
            }
        }

        _at += word.Length;
        return Scalar(token);
    }

    private void SkipSpace()
    {
        while (_at < _length
            && (_bytes[_at] == ' ' || _bytes[_at] == '\n' || _bytes[_at] == '\r' || _bytes[_at] == '\t'))
        {
            _at++;
        }
    }

    private JsonToken Bad(string expected)
    {
        Problem = "bad JSON at byte " + Position.ToString() + ": expected " + expected;
        return JsonToken.Bad;
    }
}
