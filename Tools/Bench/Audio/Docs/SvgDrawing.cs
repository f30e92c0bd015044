using System.Globalization;
using System.Security;
using System.Text;

namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>A picture of lines, dots and words, in pixels from the top left.</summary>
internal sealed class SvgDrawing(int width, int height)
{
    internal const string Ink = "#24292f";
    internal const string Faint = "#d0d7de";

    private readonly StringBuilder _body = new();

    internal void Line(double x1, double y1, double x2, double y2, string colour, double thickness = 1) =>
        Add(
            $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\" ",
            $"stroke-width=\"{thickness:0.#}\"/>");

    internal void Dot(double x, double y, double radius, string colour) =>
        Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{colour}\" fill-opacity=\"0.85\"/>");

    /// <summary>Words that start at x, end there or are centred on it: anchor start, end or middle.</summary>
    internal void Text(double x, double y, string words, string anchor = "start", int size = 12, string colour = Ink) =>
        Add(
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size}\" ",
            $"fill=\"{colour}\">{SecurityElement.Escape(words)}</text>");

    internal string ToSvg() =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, sans-serif\">\n"
        + $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n{_body}</svg>\n";

    private void Add(params FormattableString[] parts) =>
        _body.Append(string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture)))).Append('\n');
}
