using System.Globalization;
using System.Text.Json;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>Collects what was not as it should have been.</summary>
internal sealed class Verdict
{
    // The metronome's sixty, and what a start adds.
    private const double MostFps = 61;

    private readonly List<string> _complaints = [];
    private readonly List<string> _figures = [];

    internal Verdict(IReadOnlyList<FaultOutcome> lives) => Lives = lives;

    internal IReadOnlyList<FaultOutcome> Lives { get; }

    /// <summary>The last of them.</summary>
    internal FaultOutcome Last => Lives[^1];

    internal string? Complaint => _complaints.Count == 0 ? null : string.Join("; ", _complaints);

    /// <summary>What was measured on the way.</summary>
    internal string Figures => string.Join(", ", _figures);

    internal void Check(bool holds, string complaint)
    {
        if (!holds)
        {
            _complaints.Add(complaint);
        }
    }

    /// <summary>A strip of the last life, 0 for A, 1 for B: frames a second within these seconds.</summary>
    internal void Fps(int strip, double least, double fromS, double toS)
    {
        double fps = Last.Fps(strip, fromS, toS);
        Note(Name(strip), fps, "fps");
        Check(fps <= MostFps, Text($"strip {Name(strip)} made {fps:0.0} frames a second"));
        Check(fps >= least, Text($"strip {Name(strip)} made {fps:0.0} frames a second from {fromS} to {toS} s, not {least}"));
    }

    /// <summary>Both strips of the last life, from <paramref name="fromS"/> to its end.</summary>
    internal void BothStrips(double least = 58, double fromS = 2)
    {
        Fps(0, least, fromS, Last.Seconds);
        Fps(1, least, fromS, Last.Seconds);
    }

    /// <summary>No time without a frame longer than this.</summary>
    internal void GapBelow(int strip, double ms, double fromS, double toS)
    {
        double gap = Last.LongestGapMs(strip, fromS, toS);
        Note(Name(strip) + " longest gap", gap, "ms");
        Check(gap < ms, Text($"strip {Name(strip)} stood still for {gap:0} ms"));
    }

    /// <summary>
    /// What holds in every row: the API answers at the end of the last life, no frame was torn, no thread ended by an exception,
    /// and the device restarted as often as the row says.
    /// </summary>
    internal void Healthy(int restarts)
    {
        foreach (FaultOutcome life in Lives)
        {
            Check(life.GaveUp == null, life.GaveUp!);
            Check(life.TornFrames == 0, $"{life.TornFrames} torn frames");
            Check(life.Deaths.Length == 0, "a thread ended by an exception: " + string.Join(", ", life.Deaths));
        }

        int restarted = Lives.Count(l => l.Rebooted);
        Check(restarted == restarts, $"the device restarted {restarted} times, not {restarts}");
        double endUs = (Last.Seconds - 1.6) * 1e6;
        bool answers = Last.Answers.Any(a => a.Path == "/api/status" && a.Status == 200 && a.AnsweredUs > endUs);
        Check(answers, "the API did not answer at the end");
    }

    /// <summary>The log of the last life, or of another, says so, or begins so.</summary>
    internal void LogSays(string sentence, FaultOutcome? life = null) => Check(
        Count(sentence, life) > 0, $"the log does not say \"{sentence}\" but: {string.Join(" | ", (life ?? Last).Log.Take(8))}");

    /// <summary>The log says so once, and not again and again.</summary>
    internal void LogSaysOnce(string sentence)
    {
        LogSays(sentence);
        int count = Count(sentence);
        Check(count <= 1, $"the log says \"{sentence}\" {count} times");
    }

    /// <summary>The log of a life does not say so.</summary>
    internal void LogIsSilent(string sentence, FaultOutcome life) =>
        Check(Count(sentence, life) == 0, $"the log says \"{sentence}\" again");

    private int Count(string sentence, FaultOutcome? life = null) =>
        (life ?? Last).Log.Count(e => e.StartsWith(sentence, StringComparison.Ordinal));

    /// <summary>These clients were answered so, every one of them.</summary>
    internal void Answered(string path, int status, int times)
    {
        int[] answers = [.. Last.Answers.Where(a => a.Path == path).Select(a => a.Status)];
        Check(
            answers.Length == times && Array.TrueForAll(answers, s => s == status),
            $"{path} was answered {string.Join(", ", answers)}, not {times} times {status}");
    }

    /// <summary>So many answers to a path have this status.</summary>
    internal void Answers(string path, int status, int times)
    {
        int count = Last.Answers.Count(a => a.Path == path && a.Status == status);
        string all = string.Join(
            ", ", Last.Answers.Where(a => a.Path == path).GroupBy(a => a.Status).Select(g => $"{g.Key}: {g.Count()}"));
        Check(count == times, $"{path} was answered {status} {count} times, not {times} (all its answers: {all})");
    }

    /// <summary>All of these clients were served.</summary>
    internal void Served(Func<WebAnswer, bool> who) =>
        Check(Last.Answers.Where(who).All(a => a.Status == 200), "somebody else was refused");

    /// <summary>A number in the last answer to a path.</summary>
    internal void Reads(string path, string field, int expected)
    {
        int? value = Last.Last(path)?.GetProperty(field).GetInt32();
        Check(value == expected, $"{field} of {path} is {value}, not {expected}");
    }

    /// <summary>The ears hear something at the end, or they do not: by /api/audio, which a client must ask for.</summary>
    internal void Hears(bool something)
    {
        int? level = Last.Last("/api/audio")?.GetProperty("level").GetInt32();
        Check(level is not null && level > 0 == something, $"the level heard is {level}");
    }

    /// <summary>A file lies on the drive at the end, or does not.</summary>
    internal void HasFile(string name, bool isThere = true) => Check(
        Last.Files.Contains(name) == isThere,
        $"{name} is {(isThere ? "not " : "")}on the drive, but {string.Join(", ", Last.Files)}");

    /// <summary>The status of the last life, followed by names; null when it did not answer.</summary>
    internal JsonElement? Status(params string[] names)
    {
        JsonElement? at = Last.Last("/api/status");
        foreach (string name in names)
        {
            at = at is { ValueKind: JsonValueKind.Object } element
                && element.TryGetProperty(name, out JsonElement inner) ? inner : null;
        }

        return at;
    }

    /// <summary>A text of the status holds these words.</summary>
    internal void StatusSays(string words, params string[] names)
    {
        string? text = Status(names)?.ToString();
        Check(
            text != null && text.Contains(words, StringComparison.Ordinal),
            $"{string.Join('.', names)} of the status is \"{text}\", not \"{words}\"");
    }

    internal void Note(string what, double figure, string unit) => _figures.Add(Text($"{what} {figure:0.#} {unit}"));

    private static string Name(int strip) => strip == 0 ? "A" : "B";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
