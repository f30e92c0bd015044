using System;

namespace NanoFirmware.Rendering;

/// <summary>Shows half a canvas twice, its start in the middle of the strip.</summary>
internal static class Mirror
{
    /// <summary>Fills <paramref name="wire"/> with <paramref name="half"/>, backwards and then forwards.</summary>
    /// <param name="half">3 bytes a pixel, for half the pixels of the strip, rounded up.</param>
    /// <param name="wire">3 bytes a pixel, the whole strip.</param>
    public static void FromMiddle(byte[] half, byte[] wire)
    {
        int start = wire.Length - half.Length;
        Array.Copy(half, 0, wire, start, half.Length);
        int to = half.Length - 3;
        for (int from = 0; from < half.Length; from += 3)
        {
            Array.Copy(half, from, wire, to, 3);
            to -= 3;
        }
    }
}
