using System.Threading;
using NanoFirmware.Control;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Audio;

/// <summary>
/// The producer and the conductor: one hop in, one snapshot out, one frame asked of each renderer, 60 times a second.
/// </summary>
internal sealed partial class AudioThread : Loop
{
    // Of the fifteen hops that the DMA queue holds. With so many waiting every second frame is left out, never two in a row, and
    // no request is let in, so that the ears catch up. With five the slow second of a busy day sends clients away, with seven
    // fifty requests a second cost some sound (modelled).
    internal const int HopsToCatchUp = 6;

    // Three renderers' time-outs and a flash write together are not longer.
    private const int PatienceMs = 700;

    // A hop and a half.
    private const int LateUs = 25000;

    private readonly SpectrumAnalyzer _analyzer;
    private readonly BeatTracker _beats;
    private readonly SnapshotExchange _exchange;
    private readonly FrameSignal[] _signals;
    private readonly FrameClock _clock = new FrameClock();
    private readonly AudioSnapshot _snapshot = new AudioSnapshot();
    private int _framesUntilRetry;
    private bool _leftOut;
    private long _doneUs;
    private long _lostBefore;
    private int _vanishedBefore;

    /// <param name="analyzer">Hears.</param>
    /// <param name="beats">Finds the beats in what it heard.</param>
    /// <param name="exchange">Takes the snapshots.</param>
    /// <param name="signals">The renderers that are conducted, the first of them first.</param>
    /// <param name="wiring">What the microphone is soldered to.</param>
    public AudioThread(
        SpectrumAnalyzer analyzer, BeatTracker beats, SnapshotExchange exchange, FrameSignal[] signals, MicrophoneWiring wiring)
        : base("audio", ThreadPriority.Highest, PatienceMs)
    {
        _analyzer = analyzer;
        _beats = beats;
        _exchange = exchange;
        _signals = signals;
        Wiring = wiring;
    }

    /// <summary>What the microphone is soldered to, if there is one.</summary>
    public readonly MicrophoneWiring Wiring;

    /// <summary>The microphone, or null while there is none and the frame clock paces the show.</summary>
    public Microphone Microphone;

    /// <summary>Whether what the microphone delivers makes sense.</summary>
    public readonly MicrophoneHealth Health = new MicrophoneHealth();

    /// <summary>How much of the chip ears and light take.</summary>
    public readonly BusyMeter Busy = new BusyMeter();

    /// <summary>What the user set about the ears.</summary>
    public AudioControls Controls => _analyzer.Controls;

    /// <summary>Snapshots published.</summary>
    public int Snapshots;

    /// <summary>How often the microphone failed, to open or to read.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <summary>True when so much sound waits that more work would lose some of it.</summary>
    public bool IsFarBehind
    {
        get
        {
            Microphone microphone = Microphone;
            return microphone != null && microphone.HopsWaiting >= HopsToCatchUp;
        }
    }

    /// <summary>The last frames went out longer ago than the next ones should: they wait to be drawn.</summary>
    public bool IsLate => (long)HighResTimer.GetCurrent() - _doneUs > LateUs;

    /// <summary>Leaves out every second frame, to save its time.</summary>
    public bool HalfRate;

    /// <summary>Nobody needs what is heard: it is read, so that it goes on to set the pace, and thrown away.</summary>
    public bool IsAsleep;

    /// <summary>What is done before anything is heard in a hop; null for nothing.</summary>
    public FrameTask Task;

    /// <summary>What is done with a snapshot that was published; null for nothing.</summary>
    public FrameTask Report;

    /// <summary>
    /// What is done with a hop of our own ears, before anybody is shown anything; null for nothing. While it is there the ears do
    /// not sleep.
    /// </summary>
    public FrameTask Sensor;

    /// <summary>What plays in each hop, before its frames are drawn; null for nothing.</summary>
    public FrameTask Player;

    /// <summary>What is done in each hop once the light is on its way; null for nothing.</summary>
    public FrameTask Afterwards;

    /// <summary>Loudness of the newest hop alone, in tenths of a dB; what the snapshot tells is a little older.</summary>
    public int LevelDb10 => _analyzer.LevelDb10;

    /// <summary>
    /// What is done as soon as the frames of a hop are on their way and no hop waits: whatever holds everybody for long does the
    /// least harm there. Null for nothing.
    /// </summary>
    public FrameTask Pause;

    /// <summary>What another device hears, which comes before our own ears while it is alive; null for nothing.</summary>
    public ToldSound Told;

    /// <summary>The snapshot of this hop; only what runs on this thread may read it.</summary>
    public AudioSnapshot Snapshot => _snapshot;

    /// <summary>Samples that the driver dropped because nobody read them in time, since the device started.</summary>
    public long SamplesLost
    {
        get
        {
            Microphone microphone = Microphone;
            return _lostBefore + (microphone == null ? 0 : microphone.SamplesLost);
        }
    }

    /// <summary>Hops that vanished in an erase of flash, since the device started.</summary>
    public int HopsVanished
    {
        get
        {
            Microphone microphone = Microphone;
            return _vanishedBefore + (microphone == null ? 0 : microphone.HopsVanished);
        }
    }

    public override bool IsEssential => true;

    /// <summary>Whether another device tells what is heard.</summary>
    public bool IsTold
    {
        get
        {
            ToldSound told = Told;
            return told != null && told.IsAlive;
        }
    }
}
