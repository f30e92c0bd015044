namespace NanoHost.Audio;

/// <summary>
/// Sound that comes through a pipe as it is made: heard as it comes, silence where it stays away. A pipe waits until it is
/// heard; of a microphone the oldest is lost, so that the newest is heard at once.
/// </summary>
public sealed class SoundStream : IAudioSource, IDisposable
{
    /// <summary>What samples without a header are taken for: 48 kHz, one channel, 16 bits, little end first.</summary>
    public static readonly WavFormat Raw = new(48_000, 1, 2, IsFloat: false);

    // A pipe is read two seconds ahead; what a microphone hears is late by 150 ms at most.
    private const double AheadSeconds = 2;
    private const double LateSeconds = 0.15;

    // After silence it goes on when that much has come: else it would stutter.
    private const double BegunSeconds = 0.05;
    private const int BlockFrames = 480;

    private readonly Stream _stream;
    private readonly WavFormat _format;
    private readonly bool _isLive;
    private readonly float[] _ring;
    private readonly object _gate = new();
    private Resampler? _resampler;
    private int _rateHz;
    private long _come;
    private long _heard;
    private bool _flows;
    private bool _isClosed;
    private bool _hasEnded;

    /// <summary>Hears samples of that format until the end of <paramref name="stream"/>, which it owns.</summary>
    /// <param name="stream">Where they come from.</param>
    /// <param name="format">How they are stored.</param>
    /// <param name="begun">Bytes that were read before.</param>
    /// <param name="isLive">They are being recorded, and must not wait.</param>
    public SoundStream(Stream stream, WavFormat format, byte[] begun, bool isLive)
    {
        _stream = stream;
        _format = format;
        _isLive = isLive;
        _ring = new float[(int)(format.SampleRateHz * (isLive ? LateSeconds : AheadSeconds))];
        new Thread(() => Pump(begun)) { Name = "sound stream", IsBackground = true }.Start();
    }

    /// <summary>Something came.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_gate)
            {
                return _come > 0;
            }
        }
    }

    /// <summary>Nothing more comes.</summary>
    public bool HasEnded
    {
        get
        {
            lock (_gate)
            {
                return _hasEnded;
            }
        }
    }

    /// <summary>Opens a pipe that brings a WAV, or samples without a header (<see cref="Raw"/>).</summary>
    /// <exception cref="AudioSourceException">It brings nothing, or no samples; the message says what would help.</exception>
    public static SoundStream FromPipe(Stream stream, string name)
    {
        byte[] first = new byte[WavHeader.SignatureBytes];
        int got = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        if (got < first.Length)
        {
            throw new AudioSourceException(
                $"{name} brought no sound: pipe a WAV into it, or samples of 16 bits at 48 kHz, mono.");
        }

        if (WavHeader.IsWav(first))
        {
            (WavFormat format, _) = WavHeader.ReadChunks(stream, name);
            return new SoundStream(stream, format, Array.Empty<byte>(), isLive: false);
        }

        if (WavHeader.Guess(first) is { Length: > 0 } guess)
        {
            throw new AudioSourceException($"{name} brings no samples{guess}: pipe it through 'ffmpeg -i - -f wav -'.");
        }

        return new SoundStream(stream, Raw, first, isLive: false);
    }

    /// <inheritdoc/>
    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        if (_resampler == null || _rateHz != sampleRateHz)
        {
            _resampler = new Resampler(_format.SampleRateHz, sampleRateHz, Hear);
            _rateHz = sampleRateHz;
        }

        _resampler.Read(mono);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }

        _stream.Dispose();
    }

    private void Hear(Span<float> mono)
    {
        lock (_gate)
        {
            _flows |= _hasEnded || _come - _heard >= BegunSeconds * _format.SampleRateHz;
            int count = _flows ? (int)Math.Min(_come - _heard, mono.Length) : 0;
            for (int i = 0; i < count; i++)
            {
                mono[i] = _ring[(_heard + i) % _ring.Length];
            }

            mono[count..].Clear();
            _flows &= count == mono.Length;
            _heard += count;
            Monitor.PulseAll(_gate);
        }
    }

    private void Pump(byte[] begun)
    {
        byte[] block = new byte[Math.Max(BlockFrames * _format.BytesPerFrame, begun.Length)];
        begun.CopyTo(block, 0);
        int kept = begun.Length;
        try
        {
            while (_stream.Read(block, kept, block.Length - kept) is int got and > 0 && !_isClosed)
            {
                int whole = (kept + got) / _format.BytesPerFrame * _format.BytesPerFrame;
                Take(block.AsSpan(0, whole));
                kept = kept + got - whole;
                block.AsSpan(whole, kept).CopyTo(block);
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // Whoever made the sound is gone: that is its end.
        }

        lock (_gate)
        {
            _hasEnded = true;
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            for (int at = 0; at < bytes.Length && !_isClosed; at += _format.BytesPerFrame)
            {
                while (!_isLive && _come - _heard == _ring.Length && !_isClosed)
                {
                    Monitor.Wait(_gate);
                }

                _ring[_come % _ring.Length] = _format.Downmix(bytes.Slice(at, _format.BytesPerFrame));
                _come++;
                _heard = Math.Max(_heard, _come - _ring.Length);
            }
        }
    }
}
