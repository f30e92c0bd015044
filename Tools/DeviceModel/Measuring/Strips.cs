using NanoFirmware.Control;
using NanoFirmware.Outputs;
using NanoFirmware.Storage;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>Strips to measure and to test with.</summary>
internal static class Strips
{
    /// <summary>A new device's wiring with other lengths; 0 for no such strip.</summary>
    internal static Wiring Wiring(int ledsA, int ledsB)
    {
        var wiring = new Wiring();
        SetLeds(wiring.A, ledsA);
        SetLeds(wiring.B, ledsB);
        return wiring;
    }

    /// <summary>Both strips of a new device.</summary>
    internal static Strip[] Pair() => Pair(new Wiring());

    /// <summary>Both strips, opened.</summary>
    internal static Strip[] Pair(Wiring wiring) =>
        [new(wiring.A, wiring.MemoryBlocksOf(wiring.A)), new(wiring.B, wiring.MemoryBlocksOf(wiring.B))];

    /// <summary>A wiring as if it had been in force for long.</summary>
    internal static WiringStore Store(Wiring wiring) => new(wiring);

    private static void SetLeds(StripWiring strip, int leds)
    {
        if (leds == 0)
        {
            strip.Set(StripWiring.OnIndex, 0);
        }
        else
        {
            strip.Set(StripWiring.LedsIndex, leds);
        }
    }
}
