namespace NanoHost.Audio;

/// <summary>A WAV file as the microphone hears it: mono, at the microphone's rate, over and over unless told otherwise.</summary>
public sealed class WavSource : IAudioSource, IDisposable
{
    private readonly WavReader _reader;
    private readonly bool _loop;
    private long _position;
    private Resampler? _resampler;
    private int _rateHz;

    /// <summary>Opens <paramref name="path"/>; without <paramref name="loop"/> silence follows its end.</summary>
    /// <exception cref="AudioSourceException">It cannot be played; the message says why.</exception>
    public WavSource(string path, bool loop = true)
        : this(new WavReader(path), loop)
    {
    }

    /// <summary>Plays what <paramref name="reader"/> reads, and owns it.</summary>
    public WavSource(WavReader reader, bool loop = true)
    {
        _reader = reader;
        _loop = loop;
    }

    public WavFormat Format => _reader.Format;

    /// <summary>Length of one pass.</summary>
    public TimeSpan Duration => _reader.Duration;

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        if (_resampler == null || _rateHz != sampleRateHz)
        {
            _resampler = new Resampler(Format.SampleRateHz, sampleRateHz, ReadFile);
            _rateHz = sampleRateHz;
        }

        _resampler.Read(mono);
    }

    public void Dispose() => _reader.Dispose();

    private void ReadFile(Span<float> mono)
    {
        while (mono.Length > 0)
        {
            if (_position == _reader.FrameCount)
            {
                if (!_loop)
                {
                    mono.Clear();
                    return;
                }

                _position = 0;
            }

            int got = _reader.Read(_position, mono);
            _position += got;
            mono = mono[got..];
        }
    }
}
