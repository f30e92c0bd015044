using System.Text;

namespace NanoFirmware.Web;

/// <summary>
/// Reads JSON (RFC 8259) token by token from bytes, so that a request of any shape within the limits can be checked
/// without building a tree.
/// </summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 8;
    private const int MaxTextLength = 64;

    private readonly bool[] _inObject = new bool[MaxDepth];
    private readonly byte[] _text = new byte[MaxTextLength * 3];
    private byte[] _bytes;
    private int _length;
    private int _at;
    private int _depth;
    private bool _first;
    private bool _afterName;
    private bool _complete;

    /// <summary>The last name or text.</summary>
    public string Text;

    /// <summary>The last integer.</summary>
    public int Integer;

    /// <summary>Why <see cref="JsonToken.Bad"/> came, as a sentence with the byte position; null before.</summary>
    public string Problem;

    /// <summary>Starts to read the first <paramref name="length"/> bytes.</summary>
    public void Begin(byte[] bytes, int length)
    {
        _bytes = bytes;
        _length = length;
        _at = 0;
        _depth = 0;
        _first = true;
        _afterName = false;
        _complete = false;
        Problem = null;
    }

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
        JsonToken token;
        do
        {
            token = Next();
        }
        while (token != JsonToken.Bad && token != JsonToken.End && _depth > depth);

        return token != JsonToken.Bad;
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
        if (_depth == MaxDepth)
        {
            return Bad("at most 8 levels");
        }

        _inObject[_depth] = isObject;
        _depth++;
        _at++;
        _first = true;
        return token;
    }

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

    private JsonToken Number()
    {
        bool negative = _bytes[_at] == '-';
        if (negative)
        {
            _at++;
        }

        int start = _at;
        bool fits = true;
        int value = 0;
        while (_at < _length && IsDigit(_bytes[_at]))
        {
            // Nine digits fit an int whatever they are.
            fits = _at - start < 9;
            value = fits ? (value * 10) + (_bytes[_at] - '0') : value;
            _at++;
        }

        int digits = _at - start;
        if (digits == 0 || (digits > 1 && _bytes[start] == '0'))
        {
            return Bad("a number as JSON writes it");
        }

        bool whole = true;
        if (!Fraction(ref whole) || !Exponent(ref whole))
        {
            return Bad("a number as JSON writes it");
        }

        Integer = negative ? -value : value;
        return Scalar(fits && whole ? JsonToken.Integer : JsonToken.OtherNumber);
    }

    private bool Fraction(ref bool whole)
    {
        if (_at == _length || _bytes[_at] != '.')
        {
            return true;
        }

        whole = false;
        _at++;
        return Digits();
    }

    private bool Exponent(ref bool whole)
    {
        if (_at == _length || (_bytes[_at] | 0x20) != 'e')
        {
            return true;
        }

        whole = false;
        _at++;
        if (_at < _length && (_bytes[_at] == '+' || _bytes[_at] == '-'))
        {
            _at++;
        }

        return Digits();
    }

    private bool Digits()
    {
        int start = _at;
        while (_at < _length && IsDigit(_bytes[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    private bool ReadText()
    {
        int used = 0;
        _at++;
        while (_at < _length && _bytes[_at] != '"')
        {
            byte c = _bytes[_at];
            if (c < 32)
            {
                Bad("no control character in a text");
                return false;
            }

            if (used > _text.Length - 3)
            {
                Bad("a text of at most 64 characters");
                return false;
            }

            _at++;
            if (c != '\\')
            {
                _text[used] = c;
                used++;
                continue;
            }

            int written = Unescape(used);
            if (written < 0)
            {
                Bad("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000");
                return false;
            }

            used += written;
        }

        if (_at >= _length)
        {
            Bad("the end of the text");
            return false;
        }

        _at++;
        if (!Utf8.IsValid(_text, used))
        {
            Bad("a text in UTF-8");
            return false;
        }

        Text = Encoding.UTF8.GetString(_text, 0, used);
        return true;
    }

    // Writes the character behind the backslash; the number of bytes it takes, or −1.
    private int Unescape(int used)
    {
        if (_at == _length)
        {
            return -1;
        }

        byte c = _bytes[_at];
        _at++;
        int plain = "\"\\/bfnrt".IndexOf((char)c);
        if (plain >= 0)
        {
            _text[used] = (byte)"\"\\/\b\f\n\r\t"[plain];
            return 1;
        }

        return c == 'u' ? UnescapeUnicode(used) : -1;
    }

    private int UnescapeUnicode(int used)
    {
        if (_at + 4 > _length)
        {
            return -1;
        }

        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = HexDigit(_bytes[_at + i]);
            if (digit < 0)
            {
                return -1;
            }

            code = (code << 4) | digit;
        }

        _at += 4;

        // No name or value of ours lies outside the basic plane, so a surrogate can only be a mistake.
        return code >= 0xD800 && code <= 0xDFFF ? -1 : Utf8.Write(_text, used, code);
    }

    private static int HexDigit(byte c)
    {
        if (IsDigit(c))
        {
            return c - '0';
        }

        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
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
        Problem = "bad JSON at byte " + _at.ToString() + ": expected " + expected;
        return JsonToken.Bad;
    }

    private static bool IsDigit(byte c) => c >= '0' && c <= '9';
}
