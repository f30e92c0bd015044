using System;
using NanoFirmware.Audio;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Sensors;

/// <summary>
/// One signal that is watched: its outline, its peaks, the pulse that each becomes, and a minute of it. It runs on the audio
/// thread once a hop while it is switched on, keeps its own faults, and takes no part in a hop while it is off.
/// </summary>
internal abstract class Sensor : FrameTask
{
    // Peaks that were found together, after a hop that came late, pulse hop by hop.
    private const int MostDue = 8;

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

    /// <summary>Samples that were lost on their way, as far as one can know.</summary>
    public abstract long Dropped { get; }

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

    /// <summary>What it hears while it is on, or why not.</summary>
    protected abstract string Condition { get; }

    /// <summary>Raw samples that can be had now, the oldest first.</summary>
    public abstract RawSamples Raw { get; }

    /// <summary>Takes the room that it needs while it is on, for whoever switches it on: a hop is no time for that.</summary>
    public virtual void MakeRoom() => History = History ?? new SignalHistory();

    /// <summary>Wants a turn in each hop, or none.</summary>
    public abstract void Attach(bool wantsTurn);

    /// <inheritdoc/>
    public override void Run()
    {
        long nowUs = (long)HighResTimer.GetCurrent();
        try
        {
            if (_version != Controls.Version)
            {
                TakeControls();
            }

            if (IsRunning)
            {
                Listen(nowUs);
                SendPulse(nowUs);
                Note();
            }
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    /// <summary>Takes what another device tells, unless the sensor is watched here.</summary>
    public void TakeTold(byte[] message)
    {
        if (IsRunning)
        {
            return;
        }

        IsTold = true;
        History = History ?? new SignalHistory();
        int newest = SensorMessage.Newest(message);
        SensorMessage.AddPoints(message, History, newest < _told ? 0 : _told);
        _told = newest;
        Peaks = SensorMessage.Peaks(message);
        Pulses = SensorMessage.Pulses(message);
        if (History.Sequence == 0)
        {
            return;
        }

        Signal = History.SignalAt(History.Sequence);
        _envelope.Value = History.EnvelopeAt(History.Sequence);
        _detector.IsAbove = (History.FlagsAt(History.Sequence) & SignalHistory.AboveFlag) != 0;
    }

    /// <summary>Takes the samples that are there, by <see cref="Take"/>.</summary>
    protected abstract void Listen(long nowUs);

    /// <summary>It was switched on.</summary>
    protected abstract void Begin();

    /// <summary>It was switched off.</summary>
    protected abstract void End();

    /// <summary>Notes a fault.</summary>
    protected void Fail(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
    }

    /// <summary>Samples that came one after the other; afterwards they are the outline.</summary>
    /// <param name="samples">−32,767 to 32,767 each; the outline is that of their sizes.</param>
    /// <param name="count">How many.</param>
    /// <param name="stepUs">Time between two.</param>
    /// <param name="nowUs">When the last one was there.</param>
    protected void Take(int[] samples, int count, int stepUs, long nowUs)
    {
        if (count == 0)
        {
            return;
        }

        Samples += count;
        Signal = samples[count - 1];
        MeasureHighest(samples, count);
        _envelope.Follow(samples, count, stepUs, _holdUs);
        PeakDetector detector = _detector;
        for (int i = detector.Next(samples, 0, count, _threshold, _hysteresis); i < count;
            i = detector.Next(samples, i + 1, count, _threshold, _hysteresis))
        {
            long atUs = nowUs - ((long)stepUs * (count - 1 - i));
            if (detector.Take(samples[i], _threshold, _hysteresis, _refractoryUs, atUs))
            {
                NotePeak(atUs);
            }
        }
    }

    // They lose their signs.
    private void MeasureHighest(int[] samples, int count)
    {
        int highest = _highest;
        for (int i = 0; i < count; i++)
        {
            int size = samples[i];
            if (size < 0)
            {
                size = -size;
            }

            if (size >= highest)
            {
                highest = size;
                _highestSignal = samples[i];
            }

            samples[i] = size;
        }

        _highest = highest;
    }

    private void NotePeak(long nowUs)
    {
        Peaks++;
        _flags |= SignalHistory.PeakFlag;
        if (_pulse == null || Controls.Values[SensorControls.PulseIndex] == 0)
        {
            return;
        }

        if (_pulsesDue == MostDue)
        {
            PulsesMissed++;
            return;
        }

        _peakSinceUs = _pulsesDue == 0 ? nowUs : _peakSinceUs;
        _pulsesDue++;
    }

    private void SendPulse(long nowUs)
    {
        int widthUs = Controls.Values[SensorControls.PulseIndex];
        if (_pulsesDue == 0 || widthUs == 0 || !_pulse.TryStart(widthUs, nowUs))
        {
            return;
        }

        _pulsesDue--;
        Pulses++;
        _flags |= SignalHistory.PulseFlag;
        LatencyUs = (int)((long)HighResTimer.GetCurrent() - _peakSinceUs);
        LongestLatencyUs = LatencyUs > LongestLatencyUs ? LatencyUs : LongestLatencyUs;
    }

    // One point a hop, whether or not a sample came.
    private void Note()
    {
        int signal = _highest > 0 ? _highestSignal : Signal;
        History.Add(signal, _envelope.Value, _flags | (_detector.IsAbove ? SignalHistory.AboveFlag : 0));
        _highest = 0;
        _flags = 0;
    }

    private void TakeControls()
    {
        int version = Controls.Version;
        _threshold = Controls.Values[SensorControls.ThresholdIndex];
        _hysteresis = Controls.Values[SensorControls.HysteresisIndex];
        _holdUs = Controls.HoldUs;
        _refractoryUs = Controls.RefractoryUs;
        if (Controls.IsOn && !IsRunning)
        {
            MakeRoom();
            Restart();
            Begin();
            IsRunning = true;
        }
        else if (!Controls.IsOn)
        {
            Leave();
        }

        _version = version;
    }

    private void Restart()
    {
        _envelope.Restart();
        _detector.Restart();
        _pulsesDue = 0;
    }

    // Whoever switches it on meanwhile has it attached: looked at once more when it is off.
    private void Leave()
    {
        if (IsRunning)
        {
            IsRunning = false;
            End();
        }

        Attach(false);
        if (Controls.IsOn)
        {
            Attach(true);
        }
    }
}
