namespace NanoFirmware.Sensors;

/// <summary>
/// Numbers out of bytes, one a line: a sign, digits, and a fraction that is cut off; blanks around it and either kind of line end
/// are taken. Whatever else a line says makes it a bad one, and so does a number beyond 16 bits.
/// </summary>
internal sealed class NumberLine
{
    /// <summary>Least and greatest number that is one.</summary>
    public const int Least = -32768;
    public const int Greatest = 32767;

    private const int Blank = 0;
    private const int Whole = 1;
    private const int Fraction = 2;
    private const int After = 3;
    private const int Bad = 4;
    private const int Skipped = 5;

    // With one digit more it is still no number that is too great.
    private const int Short = 3276;

    private int _state;
    private int _number;
    private bool _isNegative;
    private bool _hasDigit;

    /// <summary>The number of the line that ended last.</summary>
    public int Value;

    /// <summary>Lines that were none.</summary>
    public int BadLines;

    /// <summary>
    /// Reads until a line with a number has ended, which then is <see cref="Value"/>; the place behind it, or −1 when all bytes
    /// were taken before.
    /// </summary>
    /// <param name="bytes">What came.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where it ends.</param>
    public int Read(byte[] bytes, int from, int to)
    {
        int number = _number;
        bool isWhole = _state == Whole;
        for (int i = from; i < to; i++)
        {
            // Most bytes are another digit of a short number: a call for each would cost more than all the rest.
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9 && isWhole && number < Short)
            {
                number = (number * 10) + digit;
                continue;
            }

            _hasDigit = _hasDigit || number != _number;
            _number = number;
            if (Take(bytes[i]))
            {
                return i + 1;
            }

            number = _number;
            isWhole = _state == Whole;
        }

        _hasDigit = _hasDigit || number != _number;
        _number = number;
        return -1;
    }

    /// <summary>Takes one byte; true when a line with a number ended, which then is <see cref="Value"/>.</summary>
    public bool Take(int letter)
    {
        if (letter == '\n')
        {
            return EndLine();
        }

        int digit = letter - '0';
        if (digit >= 0 && digit <= 9 && _state <= Fraction)
        {
            TakeDigit(digit);
        }
        else if (letter == '-' && _state == Blank)
        {
            _isNegative = true;
            _state = Whole;
        }
        else if (letter == '.' && _state == Whole)
        {
            _state = Fraction;
        }
        else if (letter == ' ' || letter == '\r' || letter == '\t')
        {
            _state = _state == Whole || _state == Fraction ? After : _state;
        }
        else if (_state != Skipped)
        {
            _state = Bad;
        }

        return false;
    }

    /// <summary>Passes over what comes before the next line's beginning: the line on its way has lost some of it.</summary>
    public void SkipLine()
    {
        Clear();
        _state = Skipped;
    }

    private void TakeDigit(int digit)
    {
        _hasDigit = true;
        if (_state == Fraction)
        {
            return;
        }

        _state = Whole;
        _number = (_number * 10) + digit;
        if (_number > Greatest + 1)
        {
            _state = Bad;
        }
    }

    private bool EndLine()
    {
        bool isEmpty = _state == Blank || _state == Skipped;
        int number = _isNegative ? -_number : _number;
        bool isGood = !isEmpty && _state != Bad && _hasDigit && number <= Greatest;
        if (isGood)
        {
            Value = number;
        }
        else if (!isEmpty)
        {
            BadLines++;
        }

        Clear();
        return isGood;
    }

    private void Clear()
    {
        _state = Blank;
        _number = 0;
        _isNegative = false;
        _hasDigit = false;
    }
}
