using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace NanoHost.Audio;

/// <summary>Opens sound files of any kind: WAV by our own reader, everything else through ffmpeg.</summary>
public static class SoundFile
{
    private const string Decoder = "ffmpeg";

    // Decoded to what a WAV reader takes as it is; the resampler of the source does the rest.
    private static readonly string[] ToWav = { "-f", "wav", "-acodec", "pcm_s16le", "-ac", "1", "-y" };

    /// <summary>Opens <paramref name="path"/>; without <paramref name="loop"/> silence follows its end.</summary>
    /// <exception cref="AudioSourceException">It cannot be played; the message says why and what would help.</exception>
    public static WavSource Open(string path, bool loop = true)
    {
        if (!File.Exists(path))
        {
            throw new AudioSourceException($"{path} cannot be read: there is no such file.");
        }

        return IsWav(path) ? new WavSource(path, loop) : new WavSource(Decode(path), loop);
    }

    private static bool IsWav(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            var start = new byte[12];
            int got = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            string text = Encoding.Latin1.GetString(start, 0, got);
            return text.StartsWith("RIFF", StringComparison.Ordinal) && text.EndsWith("WAVE", StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AudioSourceException($"{path} cannot be read: {error.Message}");
        }
    }

    // Into a file, not a pipe: an evening's mix needs no memory, and the header tells its length.
    private static WavReader Decode(string path)
    {
        string decoded = Path.Combine(Path.GetTempPath(), $"sound-{Guid.NewGuid():N}.wav");
        try
        {
            Run(path, decoded);
            return new WavReader(
                new FileStream(decoded, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.DeleteOnClose), path);
        }
        catch
        {
            File.Delete(decoded);
            throw;
        }
    }

    private static void Run(string path, string decoded)
    {
        var start = new ProcessStartInfo(Decoder) { RedirectStandardError = true };
        foreach (string argument in new[] { "-nostdin", "-v", "error", "-i", "file:" + path, "-vn" }.Concat(ToWav)
            .Append("file:" + decoded))
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Start(start, path);
        string complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            string reason = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("it gave no reason")
                .Trim();
            throw new AudioSourceException($"{path} cannot be decoded by {Decoder}: {reason}");
        }
    }

    private static Process Start(ProcessStartInfo start, string path)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new AudioSourceException(
                $"{path} is no WAV file: install {Decoder} to play other kinds, or convert it to WAV.");
        }
    }
}
