using NanoFirmware.Audio;

namespace NanoFirmware.Sensors;

/// <summary>
/// One signal that is watched: its outline, its peaks, the pulse that each becomes, and a minute of it. It runs on the audio
/// thread once a hop while it is switched on, keeps its own faults, and takes no part in a hop while it is off.
/// </summary>
internal abstract partial class Sensor : FrameTask
{
    private readonly PulseOutput _pulse;
    private readonly Envelope _envelope = new Envelope();
    private readonly PeakDetector _detector = new PeakDetector();
    private int _version;
    private int _pulsesDue;
    private long _peakSinceUs;
    private int _threshold;
    private int _hysteresis;
    private int _holdUs;
    private int _refractoryUs;
    private int _flags;
    private int _told;
    private int _highest;
    private int _highestSignal;

    /// <param name="name">What the API calls it.</param>
    /// <param name="controls">What is made of it.</param>
    /// <param name="pulse">Where its pulses go; null without a pin.</param>
    protected Sensor(string name, SensorControls controls, PulseOutput pulse)
    {
        Name = name;
        Controls = controls;
        _pulse = pulse;
        controls.Owner = this;
    }

    public readonly string Name;

    public readonly SensorControls Controls;

    /// <summary>The last minute; null before it was first switched on.</summary>
    public SignalHistory History;

    /// <summary>Whether it is watched; a change of the controls is taken over in the next hop.</summary>
    public bool IsRunning;

    /// <summary>Another device tells of it.</summary>
    public bool IsTold;

    /// <summary>Samples that were taken.</summary>
    public long Samples;

    /// <summary>The newest of them.</summary>
    public int Signal;

    /// <summary>Peaks since it was first switched on.</summary>
    public int Peaks;

    /// <summary>Pulses that peaks became.</summary>
    public int Pulses;

    /// <summary>Peaks without a pulse, because eight others waited for one already: the pin failed.</summary>
    public int PulsesMissed;

    /// <summary>From the moment that the peak's sample was there until its pulse began, in µs: the last, the longest.</summary>
    public int LatencyUs;
    public int LongestLatencyUs;

    /// <summary>Hops in which it failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <summary>The outline now.</summary>
    public int Outline => _envelope.Value;

    /// <summary>The outline has reached the threshold and not left it.</summary>
    public bool IsAbove => _detector.IsAbove;

    /// <summary>Times that the outline reached the threshold within the refractory time.</summary>
    public int Suppressed => _detector.Suppressed;

    /// <summary>What it hears, or why not.</summary>
    public string State
    {
        get
        {
            if (Controls.IsOn)
            {
                return Condition;
            }

            return IsTold ? "told by another device" : "off";
        }
    }
}
