namespace NanoFirmware.Documents;

/// <content>Numbers: whole ones that fit an int, and the others, which are passed over.</content>
internal sealed partial class JsonReader
{
    // More digits than an int ever has, and few enough for a long whatever they are.
    private const int MostDigits = 10;

    /// <summary>The last integer.</summary>
    public int Integer;

    private JsonToken Number()
    {
        bool negative = _bytes[_at] == '-';
        if (negative)
        {
            _at++;
        }

        int start = _at;
        long value = 0;
        while (_at < _length && IsDigit(_bytes[_at]))
        {
            if (_at - start < MostDigits)
            {
                value = (value * 10) + (_bytes[_at] - '0');
            }

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

        value = negative ? -value : value;
        bool fits = digits <= MostDigits && value >= int.MinValue && value <= int.MaxValue;
        Integer = fits ? (int)value : 0;
        return Scalar(fits && whole ? JsonToken.Integer : JsonToken.OtherNumber);
    }

    private static bool IsDigit(byte c) => c >= '0' && c <= '9';

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
