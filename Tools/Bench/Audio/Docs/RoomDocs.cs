using System.Globalization;
using System.Text;
using NanoFirmware.Bench.Audio.Rivals;
using NanoFirmware.Bench.Audio.Rooms;

namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>Renews the table of rooms in docs/audio.md: before, now, and what the rivals hear.</summary>
internal static class RoomDocs
{
    internal const string Begin = "<!-- rooms: begin (Tools/Bench rooms --write-docs) -->";
    internal const string End = "<!-- rooms: end -->";

    /// <summary>The table, each of whose rows takes some seconds; <paramref name="advance"/> is called after each.</summary>
    internal static string Table(IReadOnlyList<RoomCase> rooms, Action advance)
    {
        var text = new StringBuilder("| in the room | figure | should be | before, worst | now, worst (those that hold) |");
        (string Name, IBeatEngine Engine)[] rivals = Scorecard.Engines[1..];
        text.Append(string.Concat(rivals.Select(rival => $" {EngineStyle.Of(rival.Name).Title} |")));
        text.Append("\n|---|---|---|---|---|").Append(string.Concat(rivals.Select(_ => "---|"))).Append('\n');
        foreach (RoomRow row in RoomRow.All)
        {
            RoomCase[] cases = [.. rooms.Where(room => room.Row == row.Row)];
            if (cases.Length > 0)
            {
                AppendRow(text, row, cases, rivals);
            }

            advance();
        }

        return text.ToString();
    }

    private static void AppendRow(
        StringBuilder text, RoomRow row, RoomCase[] cases, (string Name, IBeatEngine Engine)[] rivals)
    {
        string limit = $"{(cases[0].IsLeast ? "≥" : "≤")} {string.Join(", ", cases.Select(one => Show(one.Limit)).Distinct())}";
        text.Append($"| {row.What} | {cases[0].Unit} | {limit} | {row.Before} |");
        short[][] sounds = [.. cases.Select(one => one.Render())];
        double[] figures = [.. cases.Select((one, i) => one.Measure(sounds[i]))];
        int held = cases.Where((one, i) => one.Holds(figures[i])).Count();
        text.Append($" {Show(Worst(cases[0], figures))} ({held} of {cases.Length}) |");
        foreach ((string _, IBeatEngine rival) in rivals)
        {
            text.Append(row.IsHeardByAll
                ? $" {Show(Worst(cases[0], [.. cases.Select((one, i) => one.Judge(RoomHearing.Of(rival, sounds[i])))]))} |"
                : " – |");
        }

        text.Append('\n');
    }

    private static double Worst(RoomCase first, double[] figures) => first.IsLeast ? figures.Min() : figures.Max();

    private static string Show(double figure) => figure.ToString("0.##", CultureInfo.InvariantCulture);
}
