using System;

namespace NanoFirmware.Rendering;

// Many short runs at once.
public sealed partial class Canvas
{
    /// <summary>Rows of pixels next to each other, each a short run that starts with its own colour; 0 leaves one as it is.</summary>
    /// <param name="colours">One colour a cell, 0–255.</param>
    /// <param name="count">Cells, drawn from the start on; none may reach over the canvas's end.</param>
    /// <param name="size">Pixels of each.</param>
    public void Cells(byte[] colours, int count, int size)
    {
        byte[] wheel = Palette.Wheel;
        byte[] grb = Grb;
        int bytes = size * 3;
        if (_forward >= 0)
        {
            int to = _forward * 3;
            for (int i = 0; i < count; i++)
            {
                int colour = colours[i];
                if (colour != 0)
                {
                    Array.Copy(wheel, colour * 3, grb, to, bytes);
                }

                to += bytes;
            }
        }

        if (_backward >= 0)
        {
            int to = (_backward - size + 1) * 3;
            for (int i = 0; i < count; i++)
            {
                int colour = colours[i];
                if (colour != 0)
                {
                    Array.Copy(wheel, (Palette.Turn - colour - size) * 3, grb, to, bytes);
                }

                to -= bytes;
            }
        }
    }
}
