using System.Globalization;
using System.Text;

namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>Draws the timeline: threads and strips as rows, turns, native waits and transmissions as bars.</summary>
internal static class TimelineSvg
{
    private const int Left = 170;
    private const int Width = 1200;
    private const int RowHeight = 26;
    private const int Top = 34;

    internal static string Draw(RunReport report)
    {
        TimelineSpan[] all = [.. report.Timeline.SelectMany(r => r.Spans)];
        double from = all.Length == 0 ? 0 : all.Min(s => s.FromUs);
        double to = all.Length == 0 ? 1 : all.Max(s => s.ToUs);
        double scale = Width / (to - from);
        int height = Top + (report.Timeline.Length * RowHeight) + 30;
        var svg = new StringBuilder();
        svg.Append(
            Text(
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Width + 10} {height}\" ",
                $"font-family=\"sans-serif\" font-size=\"12\">\n"));
        svg.Append(Text($"<rect width=\"{Left + Width + 10}\" height=\"{height}\" fill=\"#ffffff\"/>\n"));
        svg.Append(
            Text(
                $"<text x=\"8\" y=\"18\" font-size=\"14\">{report.Scenario}, K = {report.K:0}: {(to - from) / 1000:0} ms from ",
                $"{from / 1000:0} ms, modelled</text>\n"));
        for (double ms = Math.Ceiling(from / 10_000) * 10; ms * 1000 <= to; ms += 10)
        {
            double x = Left + (((ms * 1000) - from) * scale);
            svg.Append(
                Text(
                    $"<line x1=\"{x:0.0}\" y1=\"{Top}\" x2=\"{x:0.0}\" y2=\"{height - 24}\" stroke=\"#dddddd\"/><text ",
                    $"x=\"{x:0.0}\" y=\"{height - 8}\" fill=\"#666666\" text-anchor=\"middle\">{ms:0}</text>\n"));
        }

        for (int row = 0; row < report.Timeline.Length; row++)
        {
            int y = Top + (row * RowHeight);
            svg.Append(Text($"<text x=\"8\" y=\"{y + 17}\">{report.Timeline[row].Name}</text>\n"));
            foreach (TimelineSpan span in report.Timeline[row].Spans)
            {
                string colour = span.Kind switch { "run" => "#2b6cb0", "held" => "#cbd5e0", _ => "#dd6b20" };
                svg.Append(
                    Text(
                        $"<rect x=\"{Left + ((span.FromUs - from) * scale):0.00}\" y=\"{y + 5}\" ",
                        $"width=\"{Math.Max(0.4, (span.ToUs - span.FromUs) * scale):0.00}\" height=\"16\" ",
                        $"fill=\"{colour}\"/>\n"));
            }
        }

        svg.Append("</svg>\n");
        return svg.ToString();
    }

    private static string Text(params FormattableString[] parts) =>
        string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture)));
}
