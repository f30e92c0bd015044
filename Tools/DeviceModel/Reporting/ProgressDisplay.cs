using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>
/// How far a long command is: a bar on a terminal, elsewhere a plain line now and then on the error stream, so that what is piped
/// on stays as it is. A short command says nothing.
/// </summary>
public sealed class ProgressDisplay
{
    // Whoever waits longer wants to know for how long; a log wants no line a second.
    private const double QuietS = 3;
    private const double BetweenLinesS = 10;

    private readonly string _what;
    private readonly int _total;
    private readonly TextWriter _lines;
    private readonly Func<double> _nowS;
    private readonly ProgressTask? _bar;
    private readonly Lock _counting = new();
    private double _nextLineS = QuietS;
    private int _done;

    /// <summary>The plain one.</summary>
    /// <param name="what">What there are so many of.</param>
    /// <param name="total">How many.</param>
    /// <param name="lines">Gets the lines.</param>
    /// <param name="nowS">Seconds since it began.</param>
    public ProgressDisplay(string what, int total, TextWriter lines, Func<double> nowS)
    {
        _what = what;
        _total = total;
        _lines = lines;
        _nowS = nowS;
    }

    private ProgressDisplay(string what, int total, ProgressTask bar)
        : this(what, total, TextWriter.Null, () => 0) => _bar = bar;

    /// <summary>Does some work and shows how far it is.</summary>
    /// <param name="what">What there are so many of.</param>
    /// <param name="total">How many.</param>
    /// <param name="work">Calls <see cref="Advance"/> after each, from any thread.</param>
    public static T Show<T>(string what, int total, Func<ProgressDisplay, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (!Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive)
        {
            return AnsiConsole.Progress().AutoClear(true)
                .Start(bars => work(new ProgressDisplay(what, total, bars.AddTask(what, maxValue: total))));
        }

        var watch = Stopwatch.StartNew();
        return work(new ProgressDisplay(what, total, Console.Error, () => watch.Elapsed.TotalSeconds));
    }

    /// <summary>One more is done.</summary>
    public void Advance()
    {
        lock (_counting)
        {
            _done++;
            _bar?.Increment(1);
            double nowS = _nowS();
            if (nowS >= _nextLineS && _done < _total)
            {
                _nextLineS = nowS + BetweenLinesS;
                _lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_what}: {_done} of {_total} after {nowS:0} s"));
            }
        }
    }

    /// <summary>A line of what the command is asked for: above the bar where there is one.</summary>
    public void WriteLine(string line)
    {
        if (_bar == null)
        {
            Console.WriteLine(line);
        }
        else
        {
            AnsiConsole.Console.WriteLine(line);
        }
    }
}
