using System;

namespace NanoFirmware.Documents;

/// <content>Brackets, words and the space between them.</content>
internal sealed partial class JsonReader
{
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

    private JsonToken Scalar(JsonToken token)
    {
        Finish();
        return token;
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
}
