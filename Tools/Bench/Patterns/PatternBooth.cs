using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.Bench.Patterns;

/// <summary>
/// Draws patterns through a whole channel, on a board whose clock stands still: full brightness, no power limit, flash guard off,
/// so that what comes out is what was drawn.
/// </summary>
public sealed class PatternBooth : IDisposable
{
    private const int FrameUs = 16667;

    private readonly ManualClock _clock = new();
    private readonly SimulatedBoard _board;
    private readonly Channel _channel;

    public PatternBooth()
    {
        _board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        _channel = new WiredShow().AsDrawn().A;
        _channel.Controls.Set("brightness", 255);
        _channel.Controls.Set("fade", 0);
    }

    internal ChannelControls Controls => _channel.Controls;

    internal CustomPalette Custom => _channel.Custom;

    /// <summary>Names of all patterns, by index.</summary>
    public static IReadOnlyList<string> Names => PatternCatalog.Names;

    /// <summary>Chooses what is drawn next and lets its palette be worked in.</summary>
    public void Choose(int pattern, int palette)
    {
        // Another one first: choosing what is chosen changes nothing, and it should begin anew.
        _channel.Controls.Set("pattern", (pattern + 1) % Names.Count);
        Draw(new AudioSnapshot(), 17);
        _channel.Controls.Set("palette", palette);
        _channel.Controls.Set("pattern", pattern);
        if (Names[pattern] == "sunrise")
        {
            // As long as the song, and not ten minutes.
            _channel.Controls.Set("p1", 1);
        }

        for (int i = 0; i < 30; i++)
        {
            Draw(new AudioSnapshot(), 0);
        }
    }

    /// <summary>Draws a frame and returns its bytes as sent: green, red, blue.</summary>
    public byte[] Draw(AudioSnapshot heard, int elapsedMs)
    {
        _channel.RenderFrame(heard, elapsedMs, _clock.NowUs);
        _clock.Advance(FrameUs);
        return [.. _channel.Output.Strip.Wire.Bytes];
    }

    /// <summary>All frames of the song, one below the other.</summary>
    public byte[][] Film(int pattern, int palette)
    {
        Choose(pattern, palette);
        var frames = new List<byte[]>();
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            frames.Add(Draw(heard, frames.Count % 3 == 0 ? 16 : 17));
        }

        return [.. frames];
    }

    public void Dispose() => _board.Dispose();
}
