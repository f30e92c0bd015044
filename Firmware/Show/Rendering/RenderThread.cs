using System;
using System.Threading;
using NanoFirmware.Audio;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Rendering;

/// <summary>Draws one channel's frames, one for each time the audio thread raises the signal.</summary>
internal sealed class RenderThread : Loop
{
    // After a pause longer than this a pattern goes on as if it had been this long.
    private const int MaxHops = 15;

    // Nobody asks for a frame while the ears are being restarted: then it just shows that it is there.
    private const int WaitMs = 250;

    // A frame waits for the wire for some ms; a palette or a pattern being made takes some tens.
    private const int PatienceMs = 700;

    // A pattern that fails so often in a row gives way to the plainest one, and then a new thread is due.
    private const int FailuresToFallBack = 10;
    private const int FailuresToDie = 40;
    private const string FallBack = "solid";

    private readonly Channel _channel;
    private readonly FrameSignal _signal;
    private readonly SnapshotReader _ears;
    private int _sequence;
    private int _carry;
    private int _failures;
    private bool _isLeftOut;

    public RenderThread(Channel channel, FrameSignal signal, SnapshotExchange exchange)
        : base("channel " + channel.Name, ThreadPriority.Highest, PatienceMs)
    {
        _channel = channel;
        _signal = signal;
        _ears = new SnapshotReader(exchange);
    }

    /// <summary>Frames that had to do with the previous snapshot.</summary>
    public int SnapshotMisses => _ears.Misses;

    protected override void Recover() => _signal.Forget();

    public override bool IsEssential => true;

    protected override void Step()
    {
        if (!_signal.WaitForRaise(WaitMs))
        {
            return;
        }

        int frame = _signal.Frame;
        _isLeftOut = _channel.Output.IsHalfRate && !_isLeftOut;
        try
        {
            if (!_isLeftOut && _channel.Output.Strip.Prepare())
            {
                RenderFrame();
                _failures = 0;
            }
        }
        catch (Exception fault)
        {
            Fail(fault);
        }

        _signal.Answer(frame);
    }

    private void Fail(Exception fault)
    {
        _channel.Output.Metrics.Faults++;
        _channel.Output.Metrics.LastFault = fault.Message;
        if (!_channel.Output.Strip.IsOpen)
        {
            return;
        }

        _failures++;
        if (_failures == FailuresToFallBack)
        {
            _channel.Controls.Set(
                "pattern", _channel.Controls.Controls[_channel.Controls.IndexOf("pattern")].IndexOfChoice(FallBack));
        }
        else if (_failures >= FailuresToDie)
        {
            _failures = 0;
            throw fault;
        }
    }

    private void RenderFrame()
    {
        long now = (long)HighResTimer.GetCurrent();
        AudioSnapshot audio = _ears.Read();
        _channel.RenderFrame(audio, ElapsedMs(audio.Sequence), now);
    }

    // Time by the sample clock, free of jitter: a hop is 50/3 ms, and the thirds are carried over.
    private int ElapsedMs(int sequence)
    {
        int hops = sequence - _sequence;
        _sequence = sequence;
        if (hops < 0 || hops > MaxHops)
        {
            hops = MaxHops;
        }

        int thirds = (hops * 50) + _carry;
        _carry = thirds % 3;
        return thirds / 3;
    }
}
