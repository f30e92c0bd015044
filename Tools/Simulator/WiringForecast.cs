using NanoFirmware.Control;
using NanoFirmware.Storage;
using NanoHost;
using NanoHost.Rmt;

namespace NanoFirmware.Simulator;

/// <summary>What is soldered to a simulated board: what its firmware will find on the drive, found out on a copy of it.</summary>
internal static class WiringForecast
{
    private static readonly string[] Files = ["wiring.0", "wiring.1", "wiring.json"];

    private static readonly ChipTimings[] Chips = [ChipTimings.Ws2812B, ChipTimings.Ws2811, ChipTimings.Sk6812];

    /// <summary>The wiring that comes into force at the next start from that drive.</summary>
    internal static Wiring Of(string drive)
    {
        string copy = Directory.CreateTempSubdirectory("wiring-forecast-").FullName;
        try
        {
            foreach (string file in Files.Where(file => File.Exists(Path.Combine(drive, file))))
            {
                File.Copy(Path.Combine(drive, file), Path.Combine(copy, file));
            }

            return Begin(copy);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Solders strips of the wiring's chips to a board.</summary>
    internal static void Solder(Wiring wiring, SimulatedBoard board)
    {
        foreach (StripWiring strip in new[] { wiring.A, wiring.B }.Where(strip => strip.IsOn))
        {
            board.Rmt[strip.Pin].Chip = Chips[strip.Values[StripWiring.ChipIndex]];
        }
    }

    // On a thread of its own: whoever runs on a board stays with it.
    private static Wiring Begin(string drive)
    {
        using var board = new SimulatedBoard(new ManualClock(), drive);
        Wiring wiring = new();
        var thread = new Thread(() => board.Run(() =>
        {
            var store = new WiringStore();
            store.Begin();
            wiring = store.Running;
        }));
        thread.Start();
        thread.Join();
        return wiring;
    }
}
