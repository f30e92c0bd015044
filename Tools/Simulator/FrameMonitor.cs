using NanoFirmware.Control;

namespace NanoFirmware.Simulator;

/// <summary>Watches one strip: counts its frames and faults, and keeps the newest frame. Any thread may ask.</summary>
public sealed class FrameMonitor
{
    private readonly Lock _gate = new();
    private readonly FrameRate _rate = new();
    private readonly Distribution _renderUs = new();
    private readonly Distribution _latencyUs = new();
    private readonly int _channel;
    private int _leds;
    private int _skippedBytes;
    private ColourOrder _order = ColourOrder.Usual;
    private long _tornFrames;
    private long _timingViolations;

    /// <summary>Watches channel 0 (A) or 1 (B), whose strip has so many LEDs.</summary>
    public FrameMonitor(int channel, int leds)
    {
        _channel = channel;
        _leds = leds;
        Newest = new StripFrame(channel, -1, 0, new byte[leds * 3], false, 0, 0, null);
    }

    /// <summary>The newest frame; black, with number −1, before the first.</summary>
    public StripFrame Newest { get; private set; }

    /// <summary>Takes a frame in, and returns it as the strip shows it.</summary>
    /// <param name="latchedUs">The end of its reset, on the board's µs clock.</param>
    /// <param name="wire">The bytes that went over the wire.</param>
    /// <param name="torn">The wire buffer changed while it was sent.</param>
    /// <param name="timingViolations">Pulses and resets outside the datasheet's limits.</param>
    /// <param name="renderUs">How long the firmware rendered it.</param>
    /// <param name="latencyUs">From its newest sample until <paramref name="latchedUs"/>; null when not known.</param>
    public StripFrame Add(
        long latchedUs, ReadOnlySpan<byte> wire, bool torn, int timingViolations, int renderUs, int? latencyUs)
    {
        byte[] rgb = StripFrame.ToRgb(wire[Math.Min(_skippedBytes, wire.Length)..], _leds, _order);
        lock (_gate)
        {
            var frame = new StripFrame(_channel, _rate.Frames, latchedUs, rgb, torn, timingViolations, renderUs, latencyUs);
            _rate.Add(latchedUs);
            _renderUs.Add(renderUs);
            _tornFrames += torn ? 1 : 0;
            _timingViolations += timingViolations;
            if (latencyUs is int known)
            {
                _latencyUs.Add(known);
            }

            Newest = frame;
            return frame;
        }
    }

    /// <summary>The device starts again: the time until its next frame is no fault of the strip's rate.</summary>
    /// <param name="wiring">What the strip is from now on.</param>
    internal void Restart(StripWiring wiring)
    {
        lock (_gate)
        {
            _leds = wiring.Leds;
            _skippedBytes = wiring.Skip * 3;
            _order = wiring.Order;
            _rate.Restart();
        }
    }

    /// <summary>The figures from the first frame until now.</summary>
    public ChannelReport Figures(long nowUs)
    {
        lock (_gate)
        {
            return new ChannelReport
            {
                Frames = _rate.Frames,
                Fps = Math.Round(_rate.Mean(nowUs), 3),
                FpsMin = Math.Round(_rate.Worst(nowUs), 3),
                FpsNow = Math.Round(_rate.Recent(nowUs), 3),
                RenderUsMean = Math.Round(_renderUs.MeanUs, 1),
                RenderUsP99 = _renderUs.PercentileUs(0.99),
                HeardToLatchedUsMean = Math.Round(_latencyUs.MeanUs, 1),
                HeardToLatchedUsP99 = _latencyUs.PercentileUs(0.99),
                TornFrames = _tornFrames,
                TimingViolations = _timingViolations,
            };
        }
    }
}
