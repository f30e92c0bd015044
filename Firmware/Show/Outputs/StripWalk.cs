using System;

namespace NanoFirmware.Outputs;

/// <summary>
/// A picture to test a strip by: its first three LEDs stand red, green and blue, which shows the order of its colours; then one
/// white light walks from the first LED to the last, which shows where the line is broken.
/// </summary>
internal class StripWalk
{
    protected const int StandMs = 3000;
    private const int StepMs = 20;

    // Bright enough for a lit room, and a few mA.
    protected const byte Light = 96;
    private const int Colours = 3;

    private readonly long _startUs;

    /// <param name="nowUs">The µs clock at its beginning.</param>
    public StripWalk(long nowUs) => _startUs = nowUs;

    /// <summary>Draws it in place of what was to be shown; false when it is over and has drawn nothing.</summary>
    /// <param name="wire">3 bytes a pixel in wire order.</param>
    /// <param name="order">That order.</param>
    /// <param name="nowUs">The µs clock.</param>
    public virtual bool Draw(byte[] wire, ColourOrder order, long nowUs)
    {
        int ms = MsAt(nowUs);
        int at = (ms - StandMs) / StepMs * Colours;
        if (at >= wire.Length)
        {
            return false;
        }

        Array.Clear(wire, 0, wire.Length);
        if (ms >= StandMs)
        {
            for (int i = 0; i < Colours; i++)
            {
                wire[at + i] = Light;
            }

            return true;
        }

        Stand(wire, 0, order.Red);
        Stand(wire, 1, order.Green);
        Stand(wire, 2, order.Blue);
        return true;
    }

    /// <summary>Time since its beginning.</summary>
    protected int MsAt(long nowUs) => (int)((nowUs - _startUs) / 1000);

    private static void Stand(byte[] wire, int pixel, int place)
    {
        if (pixel * Colours < wire.Length)
        {
            wire[(pixel * Colours) + place] = Light;
        }
    }
}
