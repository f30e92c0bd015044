using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>A panel's picture as one output shows it: in the order of its strip and of its colours, as bright as it is.</summary>
internal sealed class PanelShade
{
    private readonly FrameSums _whole = new FrameSums();

    /// <param name="bytes">Of a panel.</param>
    public PanelShade(int bytes) => Wire = new byte[bytes];

    /// <summary>3 bytes a pixel along the strip.</summary>
    public readonly byte[] Wire;

    /// <summary>Brightness of the output's picture that it was made for, 1–255; 0 while it is being made.</summary>
    public int Level;

    /// <summary>Finds out what it adds up to.</summary>
    public void AddUp(ColourOrder order)
    {
        _whole.Take(0, 0, 0, true);
        AddPart(_whole, order, 0, Wire.Length);
    }

    /// <summary>Adds what a part of it adds up to.</summary>
    /// <param name="sums">Get it.</param>
    /// <param name="order">That of the strip's colours.</param>
    /// <param name="from">First byte of the part.</param>
    /// <param name="bytes">Its bytes.</param>
    public void AddTo(FrameSums sums, ColourOrder order, int from, int bytes)
    {
        if (bytes != Wire.Length)
        {
            AddPart(sums, order, from, bytes);
            return;
        }

        sums.Green += _whole.Green;
        sums.Red += _whole.Red;
        sums.Blue += _whole.Blue;
    }

    private void AddPart(FrameSums sums, ColourOrder order, int from, int bytes)
    {
        byte[] wire = Wire;
        int end = from + bytes;
        int green = 0;
        int red = 0;
        int blue = 0;
        int greenAt = order.Green;
        int redAt = order.Red;
        int blueAt = order.Blue;
        for (int at = from; at < end; at += 3)
        {
            green += wire[at + greenAt];
            red += wire[at + redAt];
            blue += wire[at + blueAt];
        }

        sums.Green += green;
        sums.Red += red;
        sums.Blue += blue;
    }
}
