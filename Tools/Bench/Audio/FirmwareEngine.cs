using NanoFirmware.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>
/// The firmware's own ears, fed as the I2S driver feeds them: 8 bytes a frame, the microphone in the left slot.
/// </summary>
internal sealed class FirmwareEngine : IBeatEngine
{
    // From this confidence on patterns follow the beat and no longer the onsets (AudioSnapshot.Confidence).
    private const int Trusted = 128;
    private const int BytesPerFrame = SlotFinder.BytesPerFrame;

    private readonly byte[] _hop = new byte[Hearing.HopFrames * BytesPerFrame];
    private AudioSnapshot _snapshot = null!;
    private SpectrumAnalyzer _analyzer = null!;
    private BeatTracker _tracker = null!;

    public FirmwareEngine() => Reset();

    /// <summary>All that was heard in the newest hop.</summary>
    internal AudioSnapshot Snapshot => _snapshot;

    /// <summary>What the user has set.</summary>
    internal AudioControls Controls => _analyzer.Controls;

    /// <summary>Mean power in counts² below which the gate takes sound for noise.</summary>
    internal float FloorPower => _analyzer.Gate.FloorPower;

    public void Reset()
    {
        _snapshot = new AudioSnapshot();
        _analyzer = new SpectrumAnalyzer();
        _tracker = new BeatTracker(_analyzer);
    }

    public HopReport Process(ReadOnlySpan<short> hop)
    {
        for (int i = 0; i < hop.Length; i++)
        {
            _hop[(BytesPerFrame * i) + 2] = (byte)hop[i];
            _hop[(BytesPerFrame * i) + 3] = (byte)(hop[i] >> 8);
        }

        _analyzer.Analyze(_hop, 0, false, _snapshot);
        _tracker.Track(_snapshot);
        _snapshot.Sequence++;
        bool isBeat = _snapshot.Beat && _snapshot.Confidence >= Trusted;
        return new HopReport(_snapshot.Onset, isBeat, _snapshot.Bpm10 / 10.0, _snapshot.Confidence / 255.0, _snapshot.Bar);
    }
}
