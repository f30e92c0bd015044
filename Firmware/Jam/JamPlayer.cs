using NanoFirmware.Audio;
using NanoFirmware.Rendering;

namespace NanoFirmware.Jam;

/// <summary>
/// Plays the loop on the clock of the samples: in each hop it asks where the loop is by now and lights what sounds. It takes no
/// lock, allocates nothing, and sends nothing.
/// </summary>
internal sealed partial class JamPlayer : FrameTask
{
    private const int HopUs = 1000000 / Board.FrameRateHz;

    // Further off than that hops were lost: then the time of the newest one holds at once.
    private const int FarUs = 50000;

    // How fast the count of hops follows the clock, in hops.
    private const int Patience = 16;
    private const int PlacesCount = 2;

    private readonly AudioThread _conductor;
    private readonly JamSession _session;
    private readonly JamControls _controls;
    private readonly JamNotes _notes;
    private readonly Channel[] _channels;
    private readonly JamLights[] _lights = new JamLights[PlacesCount];
    private long _playUs;
    private int _lastStep = -1;

    // While the session's time lies between these two, and neither of the others has changed, nothing new sounds.
    private long _fromUs;
    private long _untilUs;
    private int _knownTransport = -1;
    private int _knownOriginMs;
    private int _stepUs;
    private bool _isReplay;

    /// <param name="conductor">Runs it.</param>
    /// <param name="session">What is played.</param>
    /// <param name="controls">Where it is shown.</param>
    /// <param name="channels">A and B.</param>
    public JamPlayer(AudioThread conductor, JamSession session, JamControls controls, Channel[] channels)
    {
        _conductor = conductor;
        _session = session;
        _controls = controls;
        _channels = channels;
        _notes = new JamNotes();
        session.Hearer = _notes;
        MakeLights();
    }

    /// <summary>Records and replays; null for nobody.</summary>
    public JamReel Reel;

    /// <summary>Steps that it played.</summary>
    public int Steps;

    /// <inheritdoc/>
    public override void Run()
    {
        long heardUs = _conductor.Snapshot.CapturedUs;
        _playUs += HopUs;
        long offUs = heardUs - _playUs;
        _playUs += offUs > FarUs || offUs < -FarUs ? offUs : offUs / Patience;
        Play(_playUs);
    }
}
