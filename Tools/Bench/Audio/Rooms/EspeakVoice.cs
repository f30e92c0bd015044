using System.ComponentModel;
using System.Diagnostics;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>Somebody reads a text aloud: espeak-ng, in a voice of its own. Where it is not installed nobody does.</summary>
internal static class EspeakVoice
{
    private const string Program = "espeak-ng";

    // A minute of it at an easy pace.
    private const string Text = "Good evening, and thank you for coming. Before we begin I would like to say a few words about "
        + "the lights that you see here. Each of them listens to the room, and none of them knows the song that will be played. "
        + "A small microphone hears what you hear. It cannot tell a voice from a violin, but it can tell when something begins. "
        + "Please talk among yourselves for a while; nothing should happen then. If a strip flashes while I speak, it has been "
        + "mistaken, and somebody will have to explain why. We have tried to teach it the difference between a syllable and a "
        + "drum. A drum is there at once, and a syllable takes its time. Perhaps you have noticed that people who read aloud "
        + "fall into a rhythm of their own. That is the hardest part, because a rhythm is what it was made to find. So let me "
        + "change my pace now and then, and pause. There. Was that a beat? I do not think so. Thank you for your patience.";

    /// <summary>Why nobody speaks; null where somebody does.</summary>
    internal static string? Missing => IsInstalled
        ? null
        : $"speech is left out: {Program} is not on the PATH (Debian: apt install {Program}).";

    internal static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    /// <summary>The text in a voice, at so many words a minute.</summary>
    internal static float[] Read(string voice, int wordsPerMinute)
    {
        string path = Path.Combine(Path.GetTempPath(), $"speech-{Guid.NewGuid():N}.wav");
        try
        {
            var start = new ProcessStartInfo(Program) { RedirectStandardError = true };
            string[] arguments = ["-v", voice, "-s", $"{wordsPerMinute}", "-w", path, Text];
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var process = Process.Start(start) ?? throw new Win32Exception($"{Program} did not start");
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new IOException($"{Program} ended with {process.ExitCode}: {errors}");
            }

            using var source = new WavSource(path, loop: false);
            return RoomSounds.Read(source, source.Duration.TotalSeconds);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
