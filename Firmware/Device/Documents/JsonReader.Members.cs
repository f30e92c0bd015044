namespace NanoFirmware.Documents;

/// <content>Names in objects, and what may stand behind one.</content>
internal sealed partial class JsonReader
{
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
}
