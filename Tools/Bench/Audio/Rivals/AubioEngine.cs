using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>
/// aubio's own programs, aubiotrack and aubioonset of the package aubio-tools: they hear hop by hop as we do, and know nothing of
/// what is to come. They read files, so a recording is heard whole.
/// </summary>
internal sealed class AubioEngine : IRecordingEngine
{
    private const string Tracker = "aubiotrack";
    private const string OnsetFinder = "aubioonset";

    // Its frames are made for that: a recording of ours as it is would have three times as few of them, and half of the beats.
    private const string SampleRateHz = "44100";

    private readonly string _folder;

    private AubioEngine(string folder) => _folder = folder;

    /// <summary>Why there is none; null when there is.</summary>
    internal static string? Missing => Find() == null
        ? $"aubio is left out: {Tracker} and {OnsetFinder} are not on the PATH (Debian: apt install aubio-tools)."
        : null;

    /// <summary>The engine where both programs are installed, else null.</summary>
    internal static AubioEngine? Find() => FindIn(Environment.GetEnvironmentVariable("PATH"));

    internal static AubioEngine? FindIn(string? path)
    {
        string? folder = (path ?? string.Empty).Split(Path.PathSeparator)
            .FirstOrDefault(one => File.Exists(Path.Combine(one, Tracker)) && File.Exists(Path.Combine(one, OnsetFinder)));
        return folder == null ? null : new AubioEngine(folder);
    }

    public void Reset()
    {
    }

    public HopReport Process(ReadOnlySpan<short> hop) =>
        throw new NotSupportedException("aubio's programs hear whole recordings.");

    public HopReport[] Hear(ReadOnlySpan<short> samples)
    {
        string path = Path.Combine(Path.GetTempPath(), $"recording-{Guid.NewGuid():N}.wav");
        try
        {
            WavWriter.Write(path, Hearing.SampleRateHz, Array.ConvertAll(samples.ToArray(), sample => sample / 32768f));
            return Report(samples.Length / Hearing.HopFrames, Run(OnsetFinder, path), Run(Tracker, path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static HopReport[] Report(int hops, HashSet<int> onsets, HashSet<int> beats)
    {
        var reports = new HopReport[hops];
        var tempo = new IntervalTempo();
        for (int hop = 0; hop < hops; hop++)
        {
            if (beats.Contains(hop))
            {
                tempo.Add(Hearing.TimeOf(hop));
            }

            reports[hop] = new HopReport(onsets.Contains(hop), beats.Contains(hop), tempo.Bpm, tempo.Bpm > 0 ? 1 : 0);
        }

        return reports;
    }

    // A line an event, its time in seconds first: the hops in which they fall.
    private HashSet<int> Run(string program, string path)
    {
        var start = new ProcessStartInfo(Path.Combine(_folder, program))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-r");
        start.ArgumentList.Add(SampleRateHz);
        start.ArgumentList.Add("-i");
        start.ArgumentList.Add(path);
        using var process = System.Diagnostics.Process.Start(start) ?? throw new Win32Exception($"{program} did not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new IOException($"{program} ended with {process.ExitCode} on a recording of the scorecard.");
        }

        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => double.Parse(line.Split(' ', '\t')[0], CultureInfo.InvariantCulture))
            .Select(seconds => (int)(seconds / Hearing.HopSeconds))
            .ToHashSet();
    }
}
