using System.Text;

namespace NanoHost.Audio;

/// <summary>What stands before the samples of a RIFF WAV, read front to back: from a file or from a pipe.</summary>
internal static class WavHeader
{
    /// <summary>Bytes by which a WAV is known.</summary>
    internal const int SignatureBytes = 12;

    // As much of a format chunk as says anything.
    private const int MostFormatBytes = 64;
    private const int SkipBytes = 4096;

    /// <summary>Reads up to the first sample: the format, and how many bytes of samples follow as the header says.</summary>
    /// <exception cref="AudioSourceException">It is no WAV, compressed, empty or damaged; the message says which.</exception>
    internal static (WavFormat Format, long DataBytes) Read(Stream stream, string name)
    {
        byte[] signature = new byte[SignatureBytes];
        int got = stream.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            throw new AudioSourceException($"{name} is empty: it holds no bytes.");
        }

        if (got < signature.Length || !IsWav(signature))
        {
            throw new AudioSourceException($"{name} is not a WAV file{Guess(signature)}.");
        }

        return ReadChunks(stream, name);
    }

    /// <summary>The same when the signature has been read already.</summary>
    internal static (WavFormat Format, long DataBytes) ReadChunks(Stream stream, string name)
    {
        byte[] head = new byte[8];
        WavFormat? format = null;
        while (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            long size = BitConverter.ToUInt32(head, 4);
            if (IsTag(head, 0, "data"))
            {
                return (format ?? throw new AudioSourceException(
                    $"{name} is damaged: its samples come before their format."), size);
            }

            long unread = size + (size & 1);
            if (IsTag(head, 0, "fmt "))
            {
                byte[] chunk = new byte[Math.Min(size, MostFormatBytes)];
                int got = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
                format = WavFormat.Parse(name, chunk.AsSpan(0, got));
                unread -= got;
            }

            Skip(stream, unread);
        }

        throw new AudioSourceException($"{name} is empty: it holds no samples.");
    }

    /// <summary>These first bytes are a WAV's.</summary>
    internal static bool IsWav(byte[] signature) => IsTag(signature, 0, "RIFF") && IsTag(signature, 8, "WAVE");

    /// <summary>What the bytes are if they are known not to be samples, as the rest of a sentence; else empty.</summary>
    internal static string Guess(byte[] head) => Encoding.Latin1.GetString(head, 0, 4) switch
    {
        "OggS" => ": it is an Ogg file, which 'ffmpeg -i' converts",
        "fLaC" => ": it is a FLAC file, which 'ffmpeg -i' converts",
        "\u001AE\u00DF\u00A3" => ": it is a WebM or Matroska file, which 'ffmpeg -i' converts",
        "RF64" or "RIFX" => ": it is a rare relative of one, which 'ffmpeg -i' converts",
        string tag when tag.StartsWith("ID3", StringComparison.Ordinal) => ": it is an MP3 file, which 'ffmpeg -i' converts",
        _ => string.Empty,
    };

    private static bool IsTag(byte[] head, int at, string tag) => Encoding.ASCII.GetString(head, at, 4) == tag;

    private static void Skip(Stream stream, long bytes)
    {
        byte[] skipped = new byte[SkipBytes];
        while (bytes > 0)
        {
            int got = stream.Read(skipped, 0, (int)Math.Min(bytes, skipped.Length));
            if (got == 0)
            {
                return;
            }

            bytes -= got;
        }
    }
}
