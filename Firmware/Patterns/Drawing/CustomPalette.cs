using System;

namespace NanoFirmware.Rendering;

/// <summary>A palette of two to eight stops that a user chose for one channel.</summary>
public sealed class CustomPalette
{
    public const int MinStops = 2;
    public const int MaxStops = 8;

    private readonly object _writing = new object();

    /// <summary>Red, green, blue of each stop.</summary>
    public readonly byte[] Stops = new byte[MaxStops * 3];

    /// <summary>The stops as the palette's key colours.</summary>
    public readonly byte[] Keys = new byte[Palette.KeyBytes];

    /// <summary>Number of stops.</summary>
    public int Count;

    /// <summary>One more whenever a stop became another.</summary>
    public int Version;

    public CustomPalette() => Set(Initial(), MinStops);

    /// <summary>The two stops after a factory reset.</summary>
    public static byte[] Initial() => new byte[] { 255, 60, 0, 0, 80, 255 };

    /// <summary>Takes over <paramref name="count"/> stops, evenly spaced from first to last.</summary>
    /// <param name="stops">Red, green, blue of each, sRGB.</param>
    /// <param name="count"><see cref="MinStops"/> to <see cref="MaxStops"/>.</param>
    public void Set(byte[] stops, int count)
    {
        if (count < MinStops || count > MaxStops)
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        lock (_writing)
        {
            if (Has(stops, count))
            {
                return;
            }

            Array.Copy(stops, 0, Stops, 0, count * 3);
            Count = count;
            for (int key = 0; key < Palette.Keys; key++)
            {
                // In sixteenths of the way from one stop to the next.
                int place = key * (count - 1);
                int stop = place / (Palette.Keys - 1);
                int share = place % (Palette.Keys - 1);
                int next = share == 0 ? stop : stop + 1;
                for (int part = 0; part < 3; part++)
                {
                    int from = Stops[(stop * 3) + part];
                    int to = Stops[(next * 3) + part];
                    Keys[(key * 3) + part] = (byte)(from + ((to - from) * share / (Palette.Keys - 1)));
                }
            }

            Version++;
        }
    }

    /// <summary>Whether these are its stops already.</summary>
    public bool Has(byte[] stops, int count)
    {
        if (count != Count)
        {
            return false;
        }

        for (int i = 0; i < count * 3; i++)
        {
            if (stops[i] != Stops[i])
            {
                return false;
            }
        }

        return true;
    }
}
