using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.Bench.Patterns;

/// <summary>Draws patterns on a grid of 25 × 24 over two strips of 300, as <see cref="PatternBooth"/> does on a line.</summary>
public sealed class GridBooth : IDisposable
{
    public const int Width = 25;
    public const int Height = 24;

    private const int Leds = Width * Height / 2;
    private const int FrameUs = 16667;

    // 14:52:35 on a summer's day.
    private const int UtcS = 1782312755;

    private readonly ManualClock _clock = new();
    private readonly SimulatedBoard _board;
    private readonly Channel _a;
    private readonly Channel _b;
    private int _elapsedMs;

    /// <param name="byColumns">The strip runs along columns, else along rows.</param>
    public GridBooth(bool byColumns = false)
    {
        _board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        WiredShow show = new WiredShow(Strips.Pair(Strips.Wiring(Leds, Leds))).AsDrawn();
        _a = show.A;
        _b = show.B;
        LayoutControls layout = _a.Layout.NewControls();
        layout.Set("kind", LayoutControls.Grid);
        layout.Set("width", Width);
        layout.Set("height", Height);
        layout.Set("by", byColumns ? 1 : 0);
        layout.Set("serpentine", 1);
        layout.Set("span", 1);
        _a.Layout.Store(layout, _a.Layout.Compile(layout));
        show.Stage.Notices.SetTime(UtcS, PosixZone.Read("UTC0"), "UTC0");
        _a.Controls.Set("brightness", 255);
        _a.Controls.Set("fade", 0);
    }

    /// <summary>Names of the patterns for grids.</summary>
    public static IReadOnlyList<string> Names => PatternCatalog.NamesFor(PatternCatalog.CountOnGrids)[PatternCatalog.Count..];

    /// <summary>The colours of the palette "custom".</summary>
    internal CustomPalette Custom => _a.Custom;

    /// <summary>Chooses a pattern by name, sees its palette worked in, and returns all frames of the song.</summary>
    public byte[][] Film(string pattern, int palette)
    {
        _a.Controls.Set("pattern", _a.Controls.Controls[ChannelControls.PatternIndex].IndexOfChoice("solid"));
        _a.Controls.Set("palette", palette);
        Draw(new AudioSnapshot(), 17);
        _a.Controls.Set("pattern", _a.Controls.Controls[ChannelControls.PatternIndex].IndexOfChoice(pattern));
        for (int i = 0; i < 30; i++)
        {
            Draw(new AudioSnapshot(), 0);
        }

        var frames = new List<byte[]>();
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            frames.Add(Draw(heard, frames.Count % 3 == 0 ? 16 : 17));
        }

        return [.. frames];
    }

    /// <summary>Draws a frame and returns the picture, row by row: green, red, blue.</summary>
    public byte[] Draw(AudioSnapshot heard, int elapsedMs)
    {
        _elapsedMs += elapsedMs;
        if (_a.CountHop())
        {
            _a.RenderFrame(heard, _elapsedMs, _clock.NowUs);
            _b.RenderFrame(heard, _elapsedMs, _clock.NowUs);
            _elapsedMs = 0;
        }

        _clock.Advance(FrameUs);
        GridPlan plan = _a.Layout.Plan;
        byte[] memory = new byte[plan.Whole.Pixels * 3];
        byte[] picture = new byte[Width * Height * 3];
        plan.Whole.TakeBack(_a.Output.Strip.Wire.Bytes, 0, memory);
        plan.Whole.TakeBack(_b.Output.Strip.Wire.Bytes, 1, memory);
        for (int at = 0; at < Width * Height; at++)
        {
            memory.AsSpan(plan.PlaceOf(at % Width, at / Width) * 3, 3).CopyTo(picture.AsSpan(at * 3));
        }

        return picture;
    }

    public void Dispose() => _board.Dispose();
}
