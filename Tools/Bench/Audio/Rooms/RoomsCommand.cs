using System.CommandLine;
using NanoFirmware.Bench.Audio.Docs;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>`rooms`: how the ears do in any room, beside music alone.</summary>
internal sealed class RoomsCommand : Command
{
    private readonly Option<string?> _row = new("--row") { Description = "Only rows whose name begins so.", HelpName = "ROW" };
    private readonly Option<bool> _every = new("--every") { Description = "Each recording, not only the worst of a row." };

    private readonly Option<bool> _writeDocs = new("--write-docs")
    {
        Description = "Renew the table of rooms in docs/audio.md, the rivals beside.",
    };

    internal RoomsCommand()
        : base("rooms", "Play to the ears what rooms do to them: noise, silence, squelch, claps, held tones, speech.")
    {
        Options.Add(_row);
        Options.Add(_every);
        Options.Add(_writeDocs);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        if (EspeakVoice.Missing is string reason)
        {
            Console.WriteLine(reason);
        }

        if (arguments.GetValue(_writeDocs))
        {
            WriteDocs();
            return 0;
        }

        string from = arguments.GetValue(_row) ?? string.Empty;
        RoomCase[] rooms = [.. RoomSet.Make().Where(room => room.Row.StartsWith(from, StringComparison.Ordinal))];
        return ProgressDisplay.Show("rooms", rooms.Length, progress => Measure(rooms, arguments.GetValue(_every), progress))
            ? 0
            : 1;
    }

    private static void WriteDocs()
    {
        string page = Path.Combine(AudioCommand.Repository(), "docs", "audio.md");
        string table = ProgressDisplay.Show(
            "rows", RoomRow.All.Length, progress => RoomDocs.Table(RoomSet.Make(), progress.Advance));
        File.WriteAllText(page, ScorecardDocs.Renew(File.ReadAllText(page), table, RoomDocs.Begin, RoomDocs.End));
    }

    private static bool Measure(RoomCase[] rooms, bool tellsEvery, ProgressDisplay progress)
    {
        bool isAll = true;
        foreach (var row in rooms.GroupBy(room => room.Row))
        {
            (RoomCase Room, double Figure)[] figures = [.. row.Select(room => (room, Measure(room, progress)))];
            int held = figures.Count(figure => figure.Room.Holds(figure.Figure));
            isAll &= held == figures.Length;
            RoomCase first = figures[0].Room;
            double worst = first.IsLeast ? figures.Min(figure => figure.Figure) : figures.Max(figure => figure.Figure);
            double mean = figures.Average(figure => figure.Figure);
            string limit = first.IsLeast ? "at least" : "at most";
            progress.WriteLine($"{row.Key,-28} {held,2} of {figures.Length,2} hold, "
                + $"worst {worst,7:0.00}, mean {mean,7:0.00} {first.Unit} ({limit} {first.Limit})");
            foreach ((RoomCase room, double figure) in tellsEvery ? figures : [])
            {
                progress.WriteLine($"    {(room.Holds(figure) ? " " : "!")} {figure,8:0.00}  {room.Name}");
            }
        }

        return isAll;
    }

    private static double Measure(RoomCase room, ProgressDisplay progress)
    {
        double figure = room.Measure();
        progress.Advance();
        return figure;
    }
}
