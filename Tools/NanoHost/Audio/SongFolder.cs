namespace NanoHost.Audio;

/// <summary>The songs of a folder, by name and one after the other, over and over; what is no sound is passed over.</summary>
public sealed class SongFolder : IAudioSource, IDisposable
{
    private readonly string[] _songs;
    private int _at = -1;
    private WavSource _playing;
    private Task<WavSource?>? _next;
    private long _framesLeft;
    private volatile bool _isSkipped;
    private volatile string _title = string.Empty;
    private string _nextTitle = string.Empty;

    /// <exception cref="AudioSourceException">Nothing in it can be played.</exception>
    public SongFolder(string path)
    {
        _songs = Directory.EnumerateFiles(path).Order(StringComparer.OrdinalIgnoreCase).ToArray();
        _playing = OpenNext() ?? throw new AudioSourceException($"{path} holds nothing that can be played.");
        _title = _nextTitle;
    }

    /// <summary>The song that is being played, by its file's name.</summary>
    public string Title => _title;

    /// <summary>Goes to the next song as soon as it is decoded.</summary>
    public void Skip() => _isSkipped = true;

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        while (mono.Length > 0)
        {
            // While one is heard the next is decoded, which takes a second or two for a long one.
            _next ??= Task.Run(OpenNext);
            if (_isSkipped && _next.IsCompleted)
            {
                _isSkipped = false;
                _framesLeft = TakeNext(sampleRateHz);
            }
            else if (_framesLeft == 0)
            {
                _framesLeft = firstFrame == 0 ? FramesOf(_playing, sampleRateHz) : TakeNext(sampleRateHz);
            }

            int count = (int)Math.Min(_framesLeft, mono.Length);
            _playing.Read(firstFrame, sampleRateHz, mono[..count]);
            _framesLeft -= count;
            firstFrame += count;
            mono = mono[count..];
        }
    }

    public void Dispose()
    {
        _playing.Dispose();
        _next?.Result?.Dispose();
    }

    private static long FramesOf(WavSource song, int sampleRateHz) =>
        Math.Max(1, (long)(song.Duration.TotalSeconds * sampleRateHz));

    private long TakeNext(int sampleRateHz)
    {
        WavSource next = _next!.Result ?? throw new AudioSourceException("the songs of the folder are gone.");
        _playing.Dispose();
        _playing = next;
        _title = _nextTitle;
        _next = null;
        return FramesOf(next, sampleRateHz);
    }

    // The next that can be played; after a whole round without one null.
    private WavSource? OpenNext()
    {
        for (int tried = 0; tried < _songs.Length; tried++)
        {
            _at = (_at + 1) % _songs.Length;
            try
            {
                WavSource song = SoundFile.Open(_songs[_at], loop: false);
                _nextTitle = Path.GetFileName(_songs[_at]);
                return song;
            }
            catch (AudioSourceException)
            {
                // A cover's picture, a text: the next one may be a song.
            }
        }

        return null;
    }
}
