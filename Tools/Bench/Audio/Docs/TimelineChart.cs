using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>Eight seconds of the built-in song: its sound, what is true, and what every engine hears.</summary>
internal static class TimelineChart
{
    private const int Left = 190;
    private const int Width = 900;
    private const int Top = 40;
    private const int WaveHeight = 60;
    private const int RowHeight = 18;
    private const double FromSeconds = 14;
    private const double ToSeconds = 22;

    internal static string Draw()
    {
        var song = new Song(new SongOptions());
        short[] samples = Hearing.Quantise(song.Render(Hearing.SampleRateHz));
        (string Name, Hearing Heard)[] heard = Scorecard.Engines.Select(e => (e.Name, Hearing.Of(e.Engine, samples))).ToArray();
        var drawing = new SvgDrawing(Width, Top + WaveHeight + 2 * (heard.Length + 1) * RowHeight + 60);
        drawing.Text(12, 22, "Eight seconds of the built-in song", size: 15);
        DrawWave(drawing, samples);
        double y = Top + WaveHeight + 26;
        y = DrawEvents(drawing, y, "true onsets", song.Truth.Onsets, SvgDrawing.Ink);
        foreach ((string name, Hearing hearing) in heard)
        {
            y = DrawEvents(drawing, y, EngineStyle.Of(name).Title, hearing.Onsets, EngineStyle.Of(name).Colour);
        }

        y = DrawEvents(drawing, y + 12, "true beats", song.Truth.Beats, SvgDrawing.Ink);
        foreach ((string name, Hearing hearing) in heard)
        {
            y = DrawEvents(drawing, y, EngineStyle.Of(name).Title, hearing.Beats, EngineStyle.Of(name).Colour);
        }

        return drawing.ToSvg();
    }

    private static double X(double seconds) => Left + (seconds - FromSeconds) / (ToSeconds - FromSeconds) * (Width - Left - 15);

    // The loudest sample of every hop, up and down from the middle.
    private static void DrawWave(SvgDrawing drawing, short[] samples)
    {
        double full = FullScale.Peak(-12) * 32768;
        double middle = Top + WaveHeight / 2.0;
        for (int hop = (int)(FromSeconds / Hearing.HopSeconds); hop < (int)(ToSeconds / Hearing.HopSeconds); hop++)
        {
            int peak = samples.Skip(hop * Hearing.HopFrames).Take(Hearing.HopFrames).Max(sample => Math.Abs((int)sample));
            double x = X(hop * Hearing.HopSeconds);
            double half = WaveHeight / 2.0 * peak / full;
            drawing.Line(x, middle - half, x, middle + half, "#8c959f", 1.5);
        }
    }

    private static double DrawEvents(SvgDrawing drawing, double y, string title, IEnumerable<double> times, string colour)
    {
        drawing.Text(Left - 10, y + 4, title, "end");
        foreach (double time in times.Where(time => time is >= FromSeconds and <= ToSeconds))
        {
            drawing.Line(X(time), y - 6, X(time), y + 6, colour, 2);
        }

        return y + RowHeight;
    }
}
