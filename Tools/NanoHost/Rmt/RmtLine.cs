namespace NanoHost.Rmt;

/// <summary>One pin that transmitters have driven: what went over it, counted over the board's life.</summary>
public sealed class RmtLine
{
    internal RmtLine(int pin) => Pin = pin;

    /// <summary>GPIO number.</summary>
    public int Pin { get; }

    /// <summary>Transmissions started.</summary>
    public long FramesSent { get; internal set; }

    /// <summary>Frames that ended in a reset and went to <see cref="RmtPeripheral.FrameLatched"/>.</summary>
    public long FramesLatched { get; internal set; }

    /// <summary>Frames whose buffer was written, or that were sent over, while they were on the wire.</summary>
    public long TornFrames { get; internal set; }

    /// <summary>Sends while the frame before was still being read.</summary>
    public long SendsInFlight { get; internal set; }

    /// <summary>Pulses and resets outside the datasheet's limits.</summary>
    public long TimingViolations { get; internal set; }

    /// <summary>Bytes that the sending thread allocates between two sends, mean after a warm-up of 120 frames.</summary>
    public double BytesAllocatedBySender { get; internal set; }

    /// <summary>Fault to inject: so many of the next openings on this pin are refused.</summary>
    public int RefuseOpens { get; set; }

    /// <summary>Fault to inject: so many of the next sends on this pin throw.</summary>
    public int FailSends { get; set; }
}
