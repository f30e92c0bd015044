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
            (Format, long declared) = WavHeader.Read(stream, name);
            _dataStart = stream.Position;

            // Programs that write to a pipe leave the size at 0 or at its largest value: take what is there.
            long rest = stream.Length - _dataStart;
            FrameCount = (declared == 0 ? rest : Math.Min(declared, rest)) / Format.BytesPerFrame;
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
}
