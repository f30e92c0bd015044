using System;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>What a panel shows at this moment, read from the wires.</summary>
internal static class PanelFrame
{
    /// <summary>Red, green, blue of each pixel, row by row.</summary>
    /// <param name="geometry">Where panels hang.</param>
    /// <param name="channels">Those whose outputs show them.</param>
    /// <param name="panel">Which one.</param>
    public static byte[] Of(PanelGeometry geometry, Channel[] channels, int panel)
    {
        var rgb = new byte[geometry.Pixels * 3];
        int start = geometry.StartOf(panel);
        for (int output = 0; output < channels.Length; output++)
        {
            int from = start > geometry.FirstOf(output) ? start : geometry.FirstOf(output);
            int end = start + geometry.Pixels;
            end = end < geometry.FirstOf(output + 1) ? end : geometry.FirstOf(output + 1);
            if (end > from)
            {
                Read(geometry, channels[output].Output.Strip, from - geometry.FirstOf(output), from - start, end - from, rgb);
            }
        }

        return rgb;
    }

    private static void Read(PanelGeometry geometry, Strip strip, int position, int first, int count, byte[] rgb)
    {
        // One native copy: on the board nobody writes meanwhile.
        var piece = new byte[count * 3];
        Array.Copy(strip.Wire.Bytes, position * 3, piece, 0, piece.Length);
        ColourOrder order = strip.Order;
        for (int i = 0; i < count; i++)
        {
            int to = geometry.Places[first + i] * 3;
            rgb[to] = piece[(i * 3) + order.Red];
            rgb[to + 1] = piece[(i * 3) + order.Green];
            rgb[to + 2] = piece[(i * 3) + order.Blue];
        }
    }
}
