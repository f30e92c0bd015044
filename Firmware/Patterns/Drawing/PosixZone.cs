namespace NanoFirmware.Rendering;

/// <summary>A time zone as POSIX writes it: <c>CET-1CEST,M3.5.0,M10.5.0/3</c>; rules by the week of a month alone.</summary>
internal sealed class PosixZone
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int UsualChange = 2 * Hour;

    // Month, week of it, day of the week, second of the day: when summer begins, and when it ends.
    private const int RuleInts = 4;

    private readonly int[] _rules = new int[RuleInts * 2];
    private string _text;
    private int _at;
    private int _winterS;
    private int _summerS;
    private bool _hasSummer;

    /// <summary>Reads one; null when it is none.</summary>
    public static PosixZone Read(string text)
    {
        var zone = new PosixZone { _text = text };
        bool isRead = zone.ReadAll();
        zone._text = null;
        return isRead ? zone : null;
    }

    /// <summary>Seconds that the clocks there are ahead at a time, in seconds since 1970 in UTC.</summary>
    public int OffsetAt(long utcS)
    {
        if (!_hasSummer)
        {
            return _winterS;
        }

        int year = 1970 + (int)(utcS / Day * 400 / 146097);
        year = DaysBefore(year + 1) * (long)Day <= utcS + _winterS ? year + 1 : year;
        year = DaysBefore(year) * (long)Day > utcS + _winterS ? year - 1 : year;
        long begins = Change(year, 0) - _winterS;
        long ends = Change(year, RuleInts) - _summerS;

        // South of the equator summer goes on over New Year.
        bool isSummer = begins < ends ? utcS >= begins && utcS < ends : utcS >= begins || utcS < ends;
        return isSummer ? _summerS : _winterS;
    }

    private long Change(int year, int rule)
    {
        int month = _rules[rule];
        int first = DaysBefore(year);
        for (int i = 1; i < month; i++)
        {
            first += DaysOf(year, i);
        }

        // 1970 began on a Thursday.
        int day = (_rules[rule + 2] - ((first + 4) % 7) + 7) % 7;
        day += (_rules[rule + 1] - 1) * 7;
        day = day < DaysOf(year, month) ? day : day - 7;
        return ((first + day) * (long)Day) + _rules[rule + 3];
    }

    // Days from 1970 to the year's first.
    private static int DaysBefore(int year)
    {
        int past = year - 1;
        return ((year - 1970) * 365) + (past / 4) - (past / 100) + (past / 400) - 477;
    }

    private static int DaysOf(int year, int month)
    {
        if (month == 2)
        {
            bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            return isLeap ? 29 : 28;
        }

        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private bool ReadAll()
    {
        if (!ReadName() || !ReadTime(out int west))
        {
            return false;
        }

        _winterS = -west;
        if (_at == _text.Length)
        {
            return true;
        }

        _hasSummer = true;
        _summerS = _winterS + Hour;
        if (!ReadName())
        {
            return false;
        }

        if (Peek() != ',')
        {
            if (!ReadTime(out west))
            {
                return false;
            }

            _summerS = -west;
        }

        return ReadRule(0) && ReadRule(RuleInts) && _at == _text.Length;
    }

    // Three letters or more, or anything in angle brackets.
    private bool ReadName()
    {
        int start = _at;
        if (Peek() == '<')
        {
            while (Peek() != '>' && _at < _text.Length)
            {
                _at++;
            }

            _at++;
            return _at <= _text.Length;
        }

        while ((Peek() >= 'A' && Peek() <= 'Z') || (Peek() >= 'a' && Peek() <= 'z'))
        {
            _at++;
        }

        return _at - start >= 3;
    }

    // [+|-]h[h][:mm[:ss]]
    private bool ReadTime(out int seconds)
    {
        bool isNegative = Peek() == '-';
        if (isNegative || Peek() == '+')
        {
            _at++;
        }

        seconds = 0;
        bool isRead = ReadNumber(0, 167, out int hours);
        seconds = hours * Hour;
        for (int unit = 60; unit > 0 && isRead && Peek() == ':'; unit /= 60)
        {
            _at++;
            isRead = ReadNumber(0, 59, out int part);
            seconds += part * unit;
        }

        seconds = isNegative ? -seconds : seconds;
        return isRead;
    }

    // ,Mm.w.d[/time]
    private bool ReadRule(int rule)
    {
        _rules[rule + 3] = UsualChange;
        bool isRead = Take(',') && Take('M')
            && ReadNumber(1, 12, out _rules[rule]) && Take('.')
            && ReadNumber(1, 5, out _rules[rule + 1]) && Take('.')
            && ReadNumber(0, 6, out _rules[rule + 2]);
        if (!isRead || Peek() != '/')
        {
            return isRead;
        }

        _at++;
        return ReadTime(out _rules[rule + 3]);
    }

    private bool ReadNumber(int least, int most, out int number)
    {
        number = 0;
        int start = _at;
        while (Peek() >= '0' && Peek() <= '9' && _at - start < 3)
        {
            number = (number * 10) + Peek() - '0';
            _at++;
        }

        return _at > start && number >= least && number <= most;
    }

    private bool Take(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';
}
