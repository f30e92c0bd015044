using NanoFirmware.Audio;

namespace NanoFirmware.Sensors;

/// <summary>The microphone's loudness as a signal, one value a hop, from the hop that the ears have just taken apart.</summary>
internal sealed class MicrophoneSensor : Sensor
{
    private const int HopUs = 1000000 / Board.FrameRateHz;

    private readonly AudioThread _ears;
    private readonly int[] _loudness = new int[1];
    private HopRing _raw;
    private long _lostBefore;

    public MicrophoneSensor(AudioThread ears, PulseOutput pulse)
        : base("mic", new MicrophoneControls(), pulse)
    {
        _ears = ears;
    }

    /// <inheritdoc/>
    public override long Dropped => History == null ? 0 : Lost - _lostBefore;

    /// <inheritdoc/>
    public override RawSamples Raw => _raw;

    /// <inheritdoc/>
    protected override string Condition
    {
        get
        {
            if (_ears.IsTold)
            {
                return "another device's ears are heard: soundSync";
            }

            return _ears.Microphone == null ? "no microphone" : "ok";
        }
    }

    private long Lost => _ears.SamplesLost + ((long)_ears.HopsVanished * Board.HopFrames);

    /// <inheritdoc/>
    public override void Attach(bool wantsTurn) => _ears.Sensor = wantsTurn ? this : null;

    /// <inheritdoc/>
    public override void MakeRoom()
    {
        base.MakeRoom();
        _raw = _raw ?? new HopRing();
    }

    /// <inheritdoc/>
    protected override void Begin() => _lostBefore = Samples == 0 ? Lost : _lostBefore;

    /// <inheritdoc/>
    protected override void End() => _raw = null;

    /// <inheritdoc/>
    protected override void Listen(long nowUs)
    {
        Microphone microphone = _ears.Microphone;
        _raw.Slots = microphone.Slots;
        _raw.Add(microphone.Hop, nowUs);
        Samples += Board.HopFrames - 1;
        int loudness = MicrophoneControls.Loudest + _ears.LevelDb10;
        _loudness[0] = loudness < 0 ? 0 : loudness;
        Take(_loudness, 1, HopUs, _ears.Snapshot.CapturedUs);
    }
}
