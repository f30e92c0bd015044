using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Bench.Walks;

/// <summary>
/// Four seconds of a show by seed, as flashy as it gets: two patterns, a link, a storm or a song, changes while it runs.
/// </summary>
internal static class FlashRuns
{
    private const int Frames = 240;

    private static readonly int CustomPalette = PaletteCatalog.Names().Length - 1;

    /// <summary>What flashed more than three times in a second: "a", "b" or "both"; null when nothing did.</summary>
    internal static string? Excess(int seed)
    {
        var random = new Random(seed);
        using var booth = new TwinBooth();
        var sound = new SeededSound(random);
        booth.Master.Set("channel-ma", 20000);
        booth.Master.Set("board-ma", 40000);
        booth.Master.Set("link", random.Next(6));
        Begin(random, booth.A);
        Begin(random, booth.B);
        sound.Choose();
        bool changes = random.Next(2) == 0;
        int hops = random.Next(4) == 0 ? 2 : 1;
        while (booth.LightA.Count < Frames)
        {
            if (changes && random.Next(20) == 0)
            {
                Change(random, booth);
            }

            sound.Sound(booth.Heard);
            booth.Frame(hops);
        }

        return Excess(booth.LightA, booth.LightB);
    }

    private static string? Excess(List<double> a, List<double> b)
    {
        if (FlashCount.FirstTooMany(a) >= 0)
        {
            return "a";
        }

        if (FlashCount.FirstTooMany(b) >= 0)
        {
            return "b";
        }

        return FlashCount.FirstTooMany([.. a.Zip(b, (one, other) => (one + other) / 2)]) >= 0 ? "both" : null;
    }

    private static void Begin(Random random, Channel channel)
    {
        ChannelControls controls = channel.Controls;
        channel.Custom.Set([255, 255, 255, 255, 255, 255], 2);
        controls.Set("pattern", random.Next(PatternCatalog.Count));
        controls.Set("palette", random.Next(3) > 0 ? CustomPalette : random.Next(CustomPalette));
        controls.Set("brightness", random.Next(3) > 0 ? 255 : random.Next(256));
        controls.Set("speed", random.Next(3) > 0 ? 128 : random.Next(256));
        controls.Set("fade", random.Next(2) * random.Next(1000));
        controls.Set("mirror", random.Next(4) / 3);
        for (int i = 1; i <= ChannelControls.ParameterCount && random.Next(2) == 0; i++)
        {
            controls.Set($"p{i}", random.Next(256));
        }
    }

    private static void Change(Random random, TwinBooth booth)
    {
        ChannelControls controls = random.Next(2) == 0 ? booth.A.Controls : booth.B.Controls;
        switch (random.Next(6))
        {
            case 0:
                booth.Master.Set("link", random.Next(6));
                break;
            case 1:
                controls.Set("pattern", random.Next(PatternCatalog.Count));
                break;
            case 2:
                controls.Set("enabled", 1 - controls.Values[ChannelControls.EnabledIndex]);
                break;
            case 3:
                controls.Set("brightness", random.Next(256));
                break;
            case 4:
                controls.Set("palette", random.Next(CustomPalette + 1));
                break;
            default:
                booth.Master.Set("power", random.Next(2));
                break;
        }
    }
}
