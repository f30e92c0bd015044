using NanoHost.Audio;

namespace NanoFirmware.Simulator.Sound;

/// <summary>What the microphone hears, with a hand on it: it can be held, taken to the next song, and listened to.</summary>
internal sealed class Deck : IAudioSource
{
    private readonly IAudioSource _sound;
    private readonly string _name;
    private readonly Loudspeaker? _loudspeaker;
    private Resampler? _toMicrophone;
    private long _played;
    private volatile bool _isHeld;

    /// <summary>Puts it on.</summary>
    /// <param name="sound">What is played; the caller's to dispose.</param>
    /// <param name="name">What it is called, where it has no songs.</param>
    /// <param name="loudspeaker">Where it is heard too; null for nowhere.</param>
    internal Deck(IAudioSource sound, string name, Loudspeaker? loudspeaker)
    {
        _sound = sound;
        _name = name;
        _loudspeaker = loudspeaker;
    }

    /// <summary>Silence, and the sound waits.</summary>
    internal bool IsHeld => _isHeld;

    /// <summary>What is being played.</summary>
    internal string Title => _sound is SongFolder songs ? songs.Title : _name;

    /// <summary>There is a next song.</summary>
    internal bool HasSongs => _sound is SongFolder;

    /// <summary>Holds it, or lets it go on.</summary>
    internal void Hold() => _isHeld = !_isHeld;

    /// <summary>Goes to the next song, where there are several.</summary>
    internal void Next() => (_sound as SongFolder)?.Skip();

    /// <inheritdoc/>
    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        if (_isHeld)
        {
            mono.Clear();
        }
        else if (_loudspeaker is null)
        {
            _sound.Read(_played, sampleRateHz, mono);
            _played += mono.Length;
        }
        else
        {
            // People hear twice as high as the microphone does: it is played for them, and taken from that for it.
            _toMicrophone ??= new Resampler(Loudspeaker.RateHz, sampleRateHz, PlayAloud);
            _toMicrophone.Read(mono);
        }
    }

    private void PlayAloud(Span<float> mono)
    {
        _sound.Read(_played, Loudspeaker.RateHz, mono);
        _played += mono.Length;
        _loudspeaker!.Play(mono);
    }
}
