using System;
using System.Threading;
using NanoFirmware.Audio;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Rendering;

/// <summary>Draws one channel's frames, one for each time the audio thread raises the signal.</summary>
internal sealed class RenderThread
{
    // After a pause longer than this a pattern goes on as if it had been this long.
    private const int MaxHops = 15;

    private readonly Channel _channel;
    private readonly FrameSignal _signal;
    private readonly SnapshotReader _ears;
    private int _sequence;
    private int _carry;

    public RenderThread(Channel channel, FrameSignal signal, SnapshotExchange exchange)
    {
        _channel = channel;
        _signal = signal;
        _ears = new SnapshotReader(exchange);
    }

    /// <summary>Frames that had to do with the previous snapshot.</summary>
    public int SnapshotMisses => _ears.Misses;

    public void Start()
    {
        var thread = new Thread(Run) { Priority = ThreadPriority.Highest };
        thread.Start();
    }

    private void Run()
    {
        while (true)
        {
            _signal.WaitForRaise();
            try
            {
                RenderFrame();
            }
            catch (Exception fault)
            {
                _channel.Metrics.Faults++;
                _channel.Metrics.LastFault = fault.Message;
            }

            _signal.Answer();
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
