namespace NanoFirmware.Simulator;

/// <summary>One frame as a strip showed it, decoded from the signal on its data line.</summary>
/// <param name="Channel">0 for A, 1 for B.</param>
/// <param name="Number">Frames of this strip before this one.</param>
/// <param name="LatchedUs">When the LEDs took it over, on the board's µs clock.</param>
/// <param name="Rgb">3 bytes an LED, red first, as the LEDs were told: after gamma, brightness and power limit.</param>
/// <param name="Torn">The wire buffer changed while it was sent.</param>
/// <param name="TimingViolations">Pulses and resets outside the datasheet's limits.</param>
/// <param name="RenderUs">What the firmware says this frame's rendering took.</param>
/// <param name="LatencyUs">From its newest sample until <paramref name="LatchedUs"/>; null when not known.</param>
public sealed record StripFrame(
    int Channel, long Number, long LatchedUs, byte[] Rgb, bool Torn, int TimingViolations, int RenderUs, int? LatencyUs)
{
    /// <summary>
    /// Turns what went over the wire (GRB, any length) into RGB for so many LEDs; those that got no data are black.
    /// </summary>
    public static byte[] ToRgb(ReadOnlySpan<byte> grb, int leds) => ToRgb(grb, leds, ColourOrder.Usual);

    /// <summary>The same for a strip that takes its bytes in another order.</summary>
    public static byte[] ToRgb(ReadOnlySpan<byte> wire, int leds, ColourOrder order)
    {
        byte[] rgb = new byte[leds * 3];
        int whole = Math.Min(wire.Length / 3 * 3, rgb.Length);
        for (int i = 0; i < whole; i += 3)
        {
            rgb[i] = wire[i + order.Red];
            rgb[i + 1] = wire[i + order.Green];
            rgb[i + 2] = wire[i + order.Blue];
        }

        return rgb;
    }
}
