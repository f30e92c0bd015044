using NanoFirmware.Documents;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// Numbers and switches as WLED 0.15 reads them: "~10" is ten more and stops at the end, "~" one more and goes round, "w~10" ten
/// more and goes round at the end, "r" any, "128" that number. What is beyond the range stops at its end.
/// </summary>
internal static class WledValue
{
    /// <summary>Nothing is meant.</summary>
    public const int None = -1;

    // WLED passes over texts that are longer.
    private const int MaxText = 10;

    // Enough for every range there is, and nothing can overflow on the way.
    private const int MaxWhole = 99999;

    /// <summary>The number behind a name; <see cref="None"/> when there is none or it is negative.</summary>
    /// <param name="token">What stands there.</param>
    /// <param name="number">It, when it is an integer.</param>
    /// <param name="text">It, when it is a text.</param>
    /// <param name="now">The value that it is more or less than.</param>
    /// <param name="max">The end of the range, which begins at 0.</param>
    public static int Number(JsonToken token, int number, string text, int now, int max)
    {
        if (token == JsonToken.Text)
        {
            return Parse(text, now, 0, max);
        }

        return token == JsonToken.Integer && number >= 0 ? Least(number, max) : None;
    }

    /// <summary>A switch: 0, 1 or <see cref="None"/>. A text that begins with t turns it over; others mean nothing.</summary>
    /// <param name="token">What stands there.</param>
    /// <param name="number">It, when it is an integer.</param>
    /// <param name="text">It, when it is a text.</param>
    /// <param name="isOn">What it is now.</param>
    public static int Switch(JsonToken token, int number, string text, bool isOn)
    {
        switch (token)
        {
            case JsonToken.True:
                return 1;
            case JsonToken.False:
                return 0;
            case JsonToken.Integer:
                return number == 0 || number == 1 ? number : None;
            case JsonToken.Text:
                int other = isOn ? 0 : 1;
                return Turns(text) ? other : None;
            default:
                return None;
        }
    }

    /// <summary>Whether a text turns a switch over.</summary>
    public static bool Turns(string text) => text.Length > 0 && text[0] == 't';

    /// <summary>A slot: a number, or "1~5~" for the next of a range, "1~5~-" for the one before, "1~5~r" for any of it.</summary>
    /// <param name="token">What stands there.</param>
    /// <param name="number">It, when it is an integer.</param>
    /// <param name="text">It, when it is a text.</param>
    /// <param name="now">The slot that is in force; 0 for none.</param>
    public static int Slot(JsonToken token, int number, string text, int now)
    {
        if (token != JsonToken.Text || text.Length == 0 || text.Length > MaxText)
        {
            return token == JsonToken.Integer && number > 0 ? number : None;
        }

        int range = text.IndexOf('~');
        if (range <= 0)
        {
            return range == 0 ? None : Whole(text, 0);
        }

        int last = Whole(text, range + 1);
        int step = range + 1;
        while (step < text.Length && IsDigit(text[step]))
        {
            step++;
        }

        return last > 0 ? Parse(text.Substring(step), now, Whole(text, 0), last) : Whole(text, 0);
    }

    /// <summary>A text as WLED reads it, in a range of its own; <see cref="None"/> when it says nothing.</summary>
    public static int Parse(string text, int now, int min, int max)
    {
        if (text.Length == 0 || text.Length > MaxText)
        {
            return None;
        }

        if (text[0] == 'r')
        {
            return min + (int)(HighResTimer.GetCurrent() % (ulong)(max - min + 1));
        }

        bool goesRound = text[0] == 'w' && text.Length > 1;
        int at = goesRound ? 1 : 0;
        if (text[at] == '~')
        {
            return Step(text, at + 1, now, min, max, goesRound);
        }

        int value = Whole(text, 0);
        return value < 0 ? None : Least(value, max);
    }

    private static int Step(string text, int at, int now, int min, int max, bool goesRound)
    {
        int step = Whole(text, at);
        bool isOne = step == 0;
        if (isOne)
        {
            if (at < text.Length && text[at] == '0')
            {
                return now;
            }

            step = at < text.Length && text[at] == '-' ? -1 : 1;
        }

        int next = now + step;
        int end = step > 0 ? max : min;
        bool isAtEnd = isOne ? next < min || next > max : now == end;
        if ((isOne || goesRound) && isAtEnd)
        {
            return step > 0 ? min : max;
        }

        return next < min ? min : Least(next, max);
    }

    /// <summary>The digits from there on, with their sign; 0 when there are none.</summary>
    public static int Whole(string text, int at)
    {
        bool isSigned = at < text.Length && (text[at] == '-' || text[at] == '+');
        int value = 0;
        for (int i = isSigned ? at + 1 : at; i < text.Length && IsDigit(text[i]) && value <= MaxWhole; i++)
        {
            value = (value * 10) + (text[i] - '0');
        }

        return isSigned && text[at] == '-' ? -value : value;
    }

    /// <summary>Whether a text says its number outright, and not from what is.</summary>
    public static bool IsPlain(string text) => text.Length > 0 && IsDigit(text[0]);

    private static bool IsDigit(char c) => c >= '0' && c <= '9';

    private static int Least(int value, int max) => value < max ? value : max;
}
