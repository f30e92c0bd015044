namespace NanoFirmware.Documents;

/// <content>What follows a number's whole part: it is checked and passed over.</content>
internal sealed partial class JsonReader
{
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
}
