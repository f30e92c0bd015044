namespace NanoHost.Rmt;

/// <summary>
/// What a strip took over at one reset: everything a line carried since the reset before. Made for its listeners, to keep.
/// </summary>
public sealed class WireFrame
{
    /// <summary>GPIO of the line.</summary>
    public int Pin { get; init; }

    /// <summary>µs of the first rising edge.</summary>
    public long StartUs { get; init; }

    /// <summary>µs at which the line had been low for 280 µs, when current LEDs take over what they hold.</summary>
    public long LatchedUs { get; init; }

    /// <summary>
    /// Decoded from the symbols, in the order of the wire (GRB as sent); bits beyond whole bytes are dropped and a violation.
    /// </summary>
    public byte[] Bytes { get; init; } = Array.Empty<byte>();

    /// <summary>True when the buffer was written, or another send started, while the frame was on the wire.</summary>
    public bool Torn { get; init; }

    /// <summary>Pulses and resets outside the datasheet's limits.</summary>
    public int TimingViolations { get; init; }

    /// <summary>The first violation in words, or null.</summary>
    public string? FirstViolation { get; init; }
}
