using NanoFirmware.Audio;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoFirmware.Simulator.Terminal;

/// <summary>The 16 bands as upright bars, four rows high, in eighths of a row.</summary>
internal sealed class SpectrumBars : Renderable
{
    private const int Rows = 4;
    private const int StepsPerRow = 8;
    private const int WidestBar = 4;
    private const string Steps = " ▁▂▃▄▅▆▇█";

    private readonly byte[] _bands;

    internal SpectrumBars(AudioSnapshot audio) => _bands = audio.Bands;

    protected override Measurement Measure(RenderOptions options, int maxWidth) => new(1, maxWidth);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        int width = Math.Clamp(maxWidth / _bands.Length - 1, 1, WidestBar);
        for (int row = Rows - 1; row >= 0; row--)
        {
            for (int band = 0; band < _bands.Length; band++)
            {
                int steps = Math.Clamp(_bands[band] * Rows * StepsPerRow / 255 - row * StepsPerRow, 0, StepsPerRow);
                yield return new Segment(new string(Steps[steps], width) + " ", new Style(ColourOf(band)));
            }

            yield return Segment.LineBreak;
        }
    }

    // From blue in the bass to pink in the treble.
    private static Color ColourOf(int band) => new((byte)(53 + band * 13), (byte)(208 - band * 8), (byte)(255 - band * 5));
}
