namespace NanoFirmware.Documents;

/// <content>What comes next, in a container or outside.</content>
internal sealed partial class JsonReader
{
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
}
