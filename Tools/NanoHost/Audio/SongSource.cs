namespace NanoHost.Audio;

/// <summary>A synthetic song, over and over.</summary>
public sealed class SongSource : IAudioSource
{
    private const int MicrophoneRateHz = 15_360;

    private float[] _frames;
    private int _rateHz;

    /// <summary>Renders the song for the microphone's usual rate; another rate costs a moment at the first read.</summary>
    public SongSource(SongOptions options)
    {
        Song = new Song(options);
        _rateHz = MicrophoneRateHz;
        _frames = Song.Render(_rateHz);
    }

    public Song Song { get; }

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        if (sampleRateHz != _rateHz)
        {
            _frames = Song.Render(sampleRateHz);
            _rateHz = sampleRateHz;
        }

        for (int i = 0; i < mono.Length; i++)
        {
            mono[i] = _frames[(firstFrame + i) % _frames.Length];
        }
    }
}
