namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>One figure of all engines, a line for every row of the scorecard and a dot for every engine.</summary>
internal static class RowChart
{
    private const int Left = 190;
    private const int Right = 30;
    private const int Top = 62;
    private const int RowHeight = 20;
    private const int Width = 760;

    internal static string Draw(Scorecard card, string title, Func<ScoreSummary, double?> figure)
    {
        string[] rows = card.Results[0].Score.Rows.Where(row => figure(row.Score).HasValue).Select(row => row.Row).ToArray();
        int height = Top + rows.Length * RowHeight + 14;
        var drawing = new SvgDrawing(Width, height);
        drawing.Text(12, 22, title, size: 15);
        DrawLegend(drawing, card);
        DrawScale(drawing, height);
        for (int i = 0; i < rows.Length; i++)
        {
            DrawRow(drawing, card, rows[i], Top + (i + 0.5) * RowHeight, figure);
        }

        return drawing.ToSvg();
    }

    private static double X(double value) => Left + value * (Width - Left - Right);

    private static void DrawLegend(SvgDrawing drawing, Scorecard card)
    {
        double x = 12;
        foreach ((string name, _) in card.Results)
        {
            EngineStyle style = EngineStyle.Of(name);
            drawing.Dot(x + 5, 39, 5, style.Colour);
            drawing.Text(x + 15, 43, style.Title);
            x += 40 + 6.6 * style.Title.Length;
        }
    }

    private static void DrawScale(SvgDrawing drawing, int height)
    {
        for (int tenth = 0; tenth <= 10; tenth += 2)
        {
            drawing.Line(X(tenth / 10.0), Top, X(tenth / 10.0), height - 14, SvgDrawing.Faint);
            drawing.Text(X(tenth / 10.0), height - 2, $"{tenth / 10.0:0.0}", "middle", 10);
        }
    }

    private static void DrawRow(SvgDrawing drawing, Scorecard card, string row, double y, Func<ScoreSummary, double?> figure)
    {
        drawing.Text(Left - 10, y + 4, row, "end");
        drawing.Line(Left, y, Width - Right, y, SvgDrawing.Faint);

        // Ours last, so that it lies on top.
        foreach ((string name, EngineScore score) in card.Results.Reverse())
        {
            double value = figure(score.Rows.First(other => other.Row == row).Score) ?? 0;
            drawing.Dot(X(value), y, name == card.Results[0].Name ? 6 : 4.5, EngineStyle.Of(name).Colour);
        }
    }
}
