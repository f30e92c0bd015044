using System.Globalization;
using System.Text.Json;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>Collects what was not as it should have been.</summary>
internal sealed class Verdict
{
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

    /// <summary>The API answers at the end of the last life, no frame was torn.</summary>
    internal void Healthy()
    {
        Check(Last.TornFrames == 0, $"{Last.TornFrames} torn frames");
        Check(Last.Answers.Any(a => a.Path == "/api/status" && a.Status == 200 && a.AnsweredUs > (Last.Seconds - 1.6) * 1e6), "the API did not answer at the end");
    }

    /// <summary>The log says so, or begins so.</summary>
    internal void LogSays(string sentence)
    {
        string[] events = Last.Last("/api/log") is { } log
            ? [.. log.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("event").GetString()!)]
            : [];
        Check(Array.Exists(events, e => e.StartsWith(sentence, StringComparison.Ordinal)), $"the log does not say \"{sentence}\" but: {string.Join(" | ", events.Take(8))}");
    }

    /// <summary>The status of the last life, followed by names; null when it did not answer.</summary>
    internal JsonElement? Status(params string[] names)
    {
        JsonElement? at = Last.Last("/api/status");
        foreach (string name in names)
        {
            at = at is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out JsonElement inner) ? inner : null;
        }

        return at;
    }

    /// <summary>A text of the status holds these words.</summary>
    internal void StatusSays(string words, params string[] names)
    {
        string? text = Status(names)?.ToString();
        Check(text != null && text.Contains(words, StringComparison.Ordinal), $"{string.Join('.', names)} of the status is \"{text}\", not \"{words}\"");
    }

    internal void Note(string what, double figure, string unit) => _figures.Add(Text($"{what} {figure:0.#} {unit}"));

    private static string Name(int strip) => strip == 0 ? "A" : "B";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
