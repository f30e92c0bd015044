namespace NanoFirmware.Audio;

/// <summary>Finds onsets, the tempo and the beat in a row of snapshots.</summary>
public sealed class BeatTracker
{
    // An onset must rise 30 over its usual flux, and 100 ms after the last one.
    private const float Margin = 30f;
    private const int RestHops = 6;

    private readonly AudioControls _controls;
    private readonly byte[] _before = new byte[AudioSnapshot.BandCount];
    private float _usual;
    private int _rest;

    public BeatTracker()
        : this(new AudioControls())
    {
    }

    public BeatTracker(AudioControls controls) => _controls = controls;

    /// <summary>Completes <paramref name="snapshot"/> with onset and beat.</summary>
    public void Track(AudioSnapshot snapshot)
    {
        float flux = Flux(snapshot.Bands);
        float above = flux - (1.5f * _usual) - Margin;
        _usual += 0.05f * (flux - _usual);
        _rest--;
        snapshot.Onset = above > 0f && _rest <= 0;
        snapshot.OnsetStrength = 0;
        if (snapshot.Onset)
        {
            _rest = RestHops;
            snapshot.OnsetStrength = above > 255f ? 255 : (int)above;
        }
    }

    private float Flux(byte[] bands)
    {
        byte[] before = _before;
        int flux = 0;
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            int rise = bands[band] - before[band];
            flux += rise > 0 ? rise : 0;
            before[band] = bands[band];
        }

        return flux;
    }
}
