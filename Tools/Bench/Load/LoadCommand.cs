using System.CommandLine;
using System.Globalization;

namespace NanoFirmware.Bench.Load;

/// <summary>`load`: what a running device, simulated or real, makes of many clients.</summary>
internal sealed class LoadCommand : Command
{
    private readonly Option<string> _url = new("--url")
    {
        Description = "Where the device answers.",
        DefaultValueFactory = _ => "http://localhost:8080/",
    };
    private readonly Option<int> _requests = new("--requests")
    {
        Description = "Requests of the first part.",
        DefaultValueFactory = _ => 1000,
    };
    private readonly Option<int> _atOnce = new("--at-once")
    {
        Description = "How many of them at a time.",
        DefaultValueFactory = _ => 10,
    };
    private readonly Option<int> _pollers = new("--pollers")
    {
        Description = "Clients of the second part, each polling twice a second.",
        DefaultValueFactory = _ => 20,
    };
    private readonly Option<int> _seconds = new("--seconds")
    {
        Description = "Length of the second part, 600 at most.",
        DefaultValueFactory = _ => 60,
    };

    internal LoadCommand()
        : base(
            "load",
            "Ask a running device for much: so many requests as fast as they are answered, then so many clients that poll.")
    {
        foreach (Option option in new Option[] { _url, _requests, _atOnce, _pollers, _seconds })
        {
            Add(option);
        }

        SetAction((line, stop) => RunAsync(line, stop));
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        using var load = new ClientLoad(new Uri(line.GetValue(_url)!));
        try
        {
            Write(
                $"{line.GetValue(_requests)} requests, {line.GetValue(_atOnce)} at a time",
                await load.RushAsync(line.GetValue(_requests), line.GetValue(_atOnce), stop));
            Write(
                $"{line.GetValue(_pollers)} clients, two polls a second each",
                await load.PollAsync(
                    line.GetValue(_pollers), TimeSpan.FromSeconds(Math.Min(600, line.GetValue(_seconds))), stop));
            return 0;
        }
        catch (HttpRequestException e)
        {
            await Console.Error.WriteLineAsync(
                $"{load.Url} does not answer: {e.Message}. Start the simulator first: dotnet run --project Tools/Simulator");
            return 1;
        }
    }

    private static void Write(string what, LoadFigures f) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what}: {f.Answered} answered, {f.Refused} told to come again, {f.Failed} failed, in {f.Seconds:0.0} s; {f.MsP50:0.0} "
            + $"ms p50, {f.MsP99:0.0} p99; strips {f.FpsA:0.0} / {f.FpsB:0.0} frames a second, {f.LostSamples} samples lost"));
}
