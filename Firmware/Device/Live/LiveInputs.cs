using NanoFirmware.Audio;
using NanoFirmware.Network;
using NanoFirmware.Rendering;
using NanoFirmware.Sensors;

namespace NanoFirmware.Live;

/// <summary>
/// Light from elsewhere: at the start of each frame it takes what waits at the open ports and lets the input draw that comes
/// first, by priority and then by who began last. What other ears hear it gives to the conductor. While everything is switched
/// off it has no port and takes no part in a frame.
/// </summary>
internal sealed partial class LiveInputs : FrameTask
{
    private readonly AudioThread _conductor;
    private readonly Stage _stage;
    private readonly Radio _radio;
    private readonly LivePort[] _open = new LivePort[LiveControls.MostOpen];
    private int _openCount;
    private LiveCanvas _canvas;
    private byte[] _packet;
    private LiveInput _first;
    private int _firstPriority;
    private ArtNetInput _artNet;
    private ArtNetReply _reply;
    private ToldSound _told;
    private SoundSyncSender _sender;
    private SensorSender _sensorSender;
    private int _lastNumber;
    private int _arrived;
    private int _version;

    /// <param name="conductor">Runs it in each frame while something is switched on.</param>
    /// <param name="stage">What the strips have in common.</param>
    /// <param name="radio">The networks that senders are in.</param>
    public LiveInputs(AudioThread conductor, Stage stage, Radio radio)
    {
        _conductor = conductor;
        _stage = stage;
        _radio = radio;
        Controls.WhenChanged = Begin;
    }

    public readonly LiveControls Controls = new LiveControls();

    /// <summary>Frames in which it failed itself.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <summary>The input whose frames are shown; null while patterns are.</summary>
    public LiveInput First => _first;

    /// <summary>Protocols that are switched on.</summary>
    public int OpenCount => _openCount;

    /// <summary>Who tells others what is heard here; null for nobody.</summary>
    public SoundSyncSender Sender => _sender;

    /// <summary>Who tells others of the sensors here; null for nobody.</summary>
    public SensorSender SensorSender => _sensorSender;

    /// <summary>The sensors that others are told of, and that others tell of.</summary>
    public SensorSet Sensors;

    /// <summary>The port of the protocol with that number, from 0 to <see cref="OpenCount"/> − 1.</summary>
    public LivePort PortAt(int index) => _open[index];
}
