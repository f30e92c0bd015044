using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoFirmware.Simulator.Terminal;

/// <summary>
/// A strip in the terminal, scaled to its width: a row of how it shines now, and below it the frames shown before, two to a row
/// of half blocks (the upper half is the foreground, the lower the background).
/// </summary>
internal sealed class StripRows : Renderable
{
    private const int PastRows = 3;
    private const string UpperHalf = "▀";

    private readonly byte[][] _frames = new byte[1 + 2 * PastRows][];
    private int _shown;

    internal StripRows() => Array.Fill(_frames, new byte[3]);

    /// <summary>Shows a frame; the ones before move down by half a row.</summary>
    internal void Show(StripFrame frame)
    {
        _shown++;
        Frame(0) = frame.Rgb;
    }

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(1, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var segments = new List<Segment>((1 + PastRows) * (maxWidth + 1));
        AddRow(segments, maxWidth, Frame(0), Frame(0));
        for (int row = 0; row < PastRows; row++)
        {
            AddRow(segments, maxWidth, Frame(1 + 2 * row), Frame(2 + 2 * row));
        }

        return segments;
    }

    private ref byte[] Frame(int ago) => ref _frames[(_shown + _frames.Length - ago) % _frames.Length];

    private static void AddRow(List<Segment> segments, int width, byte[] upper, byte[] lower)
    {
        for (int column = 0; column < width; column++)
        {
            segments.Add(new Segment(UpperHalf, new Style(ColourAt(upper, column, width), ColourAt(lower, column, width))));
        }

        segments.Add(Segment.LineBreak);
    }

    // The mean light of the LEDs that fall into a column; one LED makes several columns when the terminal is that wide.
    private static Color ColourAt(byte[] rgb, int column, int width)
    {
        int all = rgb.Length / 3;
        if (all == 0)
        {
            return Color.Black;
        }

        int first = column * all / width;
        int after = Math.Max(first + 1, (column + 1) * all / width);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int led = first; led < after; led++)
        {
            red += rgb[led * 3];
            green += rgb[led * 3 + 1];
            blue += rgb[led * 3 + 2];
        }

        int leds = after - first;
        return new Color(ScreenLight.Of(red / leds), ScreenLight.Of(green / leds), ScreenLight.Of(blue / leds));
    }
}
