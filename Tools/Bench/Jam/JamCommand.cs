using System.CommandLine;
using Spectre.Console;

namespace NanoFirmware.Bench.Jam;

/// <summary>`jam`: many rooms of people who edit, through a real broker on this machine.</summary>
internal sealed class JamCommand : Command
{
    private readonly Option<int> _rooms = new("--rooms") { Description = "Rooms.", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _people = new("--people") { Description = "People in each, 2–8.", DefaultValueFactory = _ => 4 };
    private readonly Option<int> _edits = new("--edits")
    {
        Description = "Edits a minute and person.",
        DefaultValueFactory = _ => 100,
    };
    private readonly Option<double> _minutes = new("--minutes")
    {
        Description = "Minutes, 30 at most.",
        DefaultValueFactory = _ => 3,
    };

    internal JamCommand()
        : base("jam", "Rooms of people who edit, through Mosquitto on this machine: latency, and bytes a room-hour.")
    {
        Add(_rooms);
        Add(_people);
        Add(_edits);
        Add(_minutes);
        SetAction((line, stop) => RunAsync(line, stop));
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        int rooms = Math.Clamp(line.GetValue(_rooms), 1, 500);
        int people = Math.Clamp(line.GetValue(_people), 2, 8);
        int edits = Math.Clamp(line.GetValue(_edits), 1, 1200);
        var length = TimeSpan.FromMinutes(Math.Clamp(line.GetValue(_minutes), 0.05, 30));
        try
        {
            using var broker = new Broker();
            await using var load = new JamLoad(broker.Port, rooms, people);
            JamFigures figures = null!;
            await AnsiConsole.Progress().StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask($"{rooms} rooms of {people}", maxValue: 1);
                await load.ConnectAsync(stop);
                figures = await load.RunAsync(edits, length, part => task.Value = part, stop);
                task.Value = 1;
            });
            Console.WriteLine(figures);
            return figures.IsEqual ? 0 : 1;
        }
        catch (InvalidOperationException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }
}
