using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>The tempo that an engine reports against the true one, a dot for every song of one tempo.</summary>
internal static class TempoChart
{
    private const int Size = 420;
    private const int Margin = 50;
    private const double LowBpm = 50;
    private const double HighBpm = 200;

    internal static string Draw(Scorecard card)
    {
        var drawing = new SvgDrawing(Size, Size);
        drawing.Text(12, 22, "Reported and true tempo, beats a minute", size: 15);
        for (int bpm = 60; bpm <= 180; bpm += 30)
        {
            drawing.Line(X(bpm), Y(LowBpm), X(bpm), Y(HighBpm), SvgDrawing.Faint);
            drawing.Line(X(LowBpm), Y(bpm), X(HighBpm), Y(bpm), SvgDrawing.Faint);
            drawing.Text(X(bpm), Y(LowBpm) + 16, $"{bpm}", "middle", 11);
            drawing.Text(Margin - 6, Y(bpm) + 4, $"{bpm}", "end", 11);
        }

        foreach (double level in new[] { 0.5, 1, 2 })
        {
            double from = Math.Max(LowBpm, LowBpm / level);
            double to = Math.Min(HighBpm, HighBpm / level);
            drawing.Line(X(from), Y(from * level), X(to), Y(to * level), SvgDrawing.Ink, level == 1 ? 1.5 : 0.5);
        }

        foreach (VectorScore score in card.Results[0].Score.Vectors)
        {
            if (score.Vector.Song is Song song && song.Options.TempoChanges.Count == 0 && score.Bpm is > LowBpm and < HighBpm)
            {
                drawing.Dot(X(song.Options.Bpm), Y(score.Bpm), 3, EngineStyle.Of(card.Results[0].Name).Colour);
            }
        }

        return drawing.ToSvg();
    }

    private static double X(double bpm) => Margin + (bpm - LowBpm) / (HighBpm - LowBpm) * (Size - Margin - 15);

    private static double Y(double bpm) => Size - Margin + 20 - (bpm - LowBpm) / (HighBpm - LowBpm) * (Size - Margin - 15);
}
