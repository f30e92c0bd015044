using System.Text;

namespace NanoHost.Audio;

/// <summary>
/// Reads the frames of a RIFF WAV file, downmixed to mono, from any place. Chunks it does not know are skipped; a file cut short
/// is played as far as it goes.
/// </summary>
public sealed class WavReader : IDisposable
{
    private const int BlockFrames = 1024;

    private readonly Stream _stream;
    private readonly long _dataStart;
    private readonly byte[] _bytes;

    /// <summary>Opens a file.</summary>
    /// <exception cref="AudioSourceException">It is missing, not a WAV, compressed, empty or damaged; the message says
    /// which.</exception>
    public WavReader(string path)
        : this(Open(path), path)
    {
    }

    /// <summary>Reads from a stream that can seek, and owns it; <paramref name="name"/> is for messages.</summary>
    /// <exception cref="AudioSourceException">As for a file.</exception>
    public WavReader(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        try
        {
            (Format, _dataStart, long dataBytes) = ReadHeader(stream, name);
            FrameCount = dataBytes / Format.BytesPerFrame;
            if (FrameCount == 0)
            {
                throw new AudioSourceException($"{name} is empty: it holds no samples.");
            }

            _bytes = new byte[BlockFrames * Format.BytesPerFrame];
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public WavFormat Format { get; }

    /// <summary>Frames that are really in the file.</summary>
    public long FrameCount { get; }

    public TimeSpan Duration => TimeSpan.FromSeconds((double)FrameCount / Format.SampleRateHz);

    /// <summary>
    /// Fills <paramref name="mono"/> from frame <paramref name="first"/> on; returns how many frames there were.
    /// </summary>
    public int Read(long first, Span<float> mono)
    {
        int wanted = (int)Math.Clamp(FrameCount - first, 0, mono.Length);
        _stream.Position = _dataStart + first * Format.BytesPerFrame;
        for (int done = 0; done < wanted;)
        {
            int frames = Math.Min(BlockFrames, wanted - done);
            Span<byte> block = _bytes.AsSpan(0, frames * Format.BytesPerFrame);
            _stream.ReadExactly(block);
            for (int i = 0; i < frames; i++)
            {
                mono[done + i] = Format.Downmix(block.Slice(i * Format.BytesPerFrame, Format.BytesPerFrame));
            }

            done += frames;
        }

        return wanted;
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AudioSourceException($"There is no file {path}.", error);
        }
        catch (Exception error) when (
            error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new AudioSourceException($"{path} cannot be opened: {error.Message}", error);
        }
    }

    private static (WavFormat Format, long DataStart, long DataBytes) ReadHeader(Stream stream, string name)
    {
        var head = new byte[12];
        int got = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (got == 0)
        {
            throw new AudioSourceException($"{name} is empty: it holds no bytes.");
        }

        if (got < head.Length || !IsTag(head, 0, "RIFF") || !IsTag(head, 8, "WAVE"))
        {
            throw new AudioSourceException($"{name} is not a WAV file{Guess(head)}.");
        }

        WavFormat? format = null;
        while (stream.ReadAtLeast(head.AsSpan(0, 8), 8, throwOnEndOfStream: false) == 8)
        {
            long size = BitConverter.ToUInt32(head, 4);
            long rest = stream.Length - stream.Position;
            if (IsTag(head, 0, "data"))
            {
                // Programs that write to a pipe leave the size at 0 or at its largest value: take what is there.
                WavFormat known = format ?? throw new AudioSourceException(
                    $"{name} is damaged: its samples come before their format.");
                return (known, stream.Position, size == 0 ? rest : Math.Min(size, rest));
            }

            long next = stream.Position + size + (size & 1);
            if (IsTag(head, 0, "fmt "))
            {
                var chunk = new byte[Math.Min(Math.Min(size, rest), 64)];
                stream.ReadExactly(chunk);
                format = WavFormat.Parse(name, chunk);
            }

            stream.Position = Math.Min(next, stream.Length);
        }

        throw new AudioSourceException($"{name} is empty: it holds no samples.");
    }

    private static bool IsTag(byte[] head, int at, string tag) => Encoding.ASCII.GetString(head, at, 4) == tag;

    private static string Guess(byte[] head) => Encoding.Latin1.GetString(head, 0, 4) switch
    {
        "OggS" => ": it is an Ogg file, which 'ffmpeg -i' converts",
        "fLaC" => ": it is a FLAC file, which 'ffmpeg -i' converts",
        "RF64" or "RIFX" => ": it is a rare relative of one, which 'ffmpeg -i' converts",
        string tag when tag.StartsWith("ID3", StringComparison.Ordinal) => ": it is an MP3 file, which 'ffmpeg -i' converts",
        _ => string.Empty,
    };
}
