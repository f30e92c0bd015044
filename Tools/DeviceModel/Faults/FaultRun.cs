using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoHost.Audio;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>Runs the device through one fault, over all restarts that it asks for.</summary>
internal static class FaultRun
{
    /// <summary>The row of a fault.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="removed">A safeguard to leave out of the firmware, see <see cref="Safeguards"/>; null for none.</param>
    internal static FaultRow Run(Fault fault, string? removed = null)
    {
        string storage = Directory.CreateTempSubdirectory("fault-").FullName;
        try
        {
            var lives = new List<FaultOutcome>();
            do
            {
                fault.Prepare(storage, lives.Count + 1);
                var context = new WovenContext(removed: removed);
                string outcome = (string)context.Call(typeof(FaultRun), nameof(Inside), fault.Name, lives.Count + 1, storage)!;
                lives.Add(FaultOutcome.FromJson(outcome));
            }
            while (GoesOn(fault, lives));
            return Row(fault, lives);
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }

    internal static string Inside(string name, int life, string storage)
    {
        Fault fault = FaultCatalog.Find(name);
        Heap.CapacityBytes = 7_000_000;
        using var board = new ModelledBoard(
            Timing.Chip(costs: CostTable.Load().Constants), Questions(fault, life), storage, fault.BornS, fault.Radio);
        bool rebooted = false;
        board.Board.Rebooted += _ =>
        {
            rebooted = true;
            board.Scheduler.End();
            throw new RunEndedException();
        };
        board.Board.I2s.Source = AudioSources.Parse("song");
        var stage = new FaultStage(board, life);
        fault.Inject(stage);
        var watch = new FaultWatch(board);
        board.Run(fault.Seconds, ModelledBoard.Firmware);
        return Outcome(board, stage, watch, rebooted, storage).ToJson();
    }

    // What has failed for good is not watched any longer, and one restart more than expected is enough.
    private static bool GoesOn(Fault fault, List<FaultOutcome> lives)
    {
        int restarts = lives.Count(l => l.Rebooted);
        return lives.Count < fault.Lives && lives[^1].GaveUp == null && restarts <= fault.Restarts
            && (lives[^1].Rebooted || lives.Count - restarts <= fault.PowerCuts);
    }

    private static FaultRow Row(Fault fault, List<FaultOutcome> lives)
    {
        var verdict = new Verdict(lives);
        verdict.Healthy(fault.Restarts);
        if (lives[^1].GaveUp == null)
        {
            fault.Judge(verdict);
        }

        return new FaultRow(
            fault.Name, fault.Expected, fault.Safeguard, verdict.Complaint == null, lives.Count(l => l.Rebooted), verdict.Figures,
            verdict.Complaint);
    }

    // The bench asks as a page would, every second, and for the log and the status at the end.
    private static IEnumerable<WebRequest> Questions(Fault fault, int life)
    {
        for (double at = 1.5; at < fault.Seconds - 2; at++)
        {
            yield return WebRequest.Curl(at, "/api/status");
        }

        yield return WebRequest.Curl(fault.Seconds - 1.5, "/api/log");
        yield return WebRequest.Curl(fault.Seconds - 1.2, "/api/status");
        yield return WebRequest.Curl(fault.Seconds - 0.7, "/api/status");
        foreach (WebRequest request in fault.Clients(life))
        {
            yield return request;
        }
    }

    private static FaultOutcome Outcome(ModelledBoard board, FaultStage stage, FaultWatch watch, bool rebooted, string storage) =>
        new()
    {
        Seconds = (board.Clock.NowPs - (board.BornUs * 1_000_000)) / 1e12,
        Rebooted = rebooted,
        GaveUp = watch.GaveUp,
        FramesUs = [Frames(board, Board.StripAPin), Frames(board, Board.StripBPin)],
        TornFrames = board.Record.Strips.Values.Sum(s => s.Torn),
        StaleFrames = board.Board.Rmt.Lines.Sum(line => line.StaleFrames),
        StaleUntilS = board.Board.Rmt.Lines.Select(line => (line.LastStaleUs - board.BornUs) / 1e6).DefaultIfEmpty(0).Max(),
        SamplesLost = board.Board.I2s.SamplesLost,
        Unaccepted = board.Web.RefusedByStack + board.Web.RefusedBySockets,
        Answers =
        [
            .. board.Web.Log.Select(a => a with { AskedUs = a.AskedUs - board.BornUs, AnsweredUs = a.AnsweredUs - board.BornUs }),
        ],
        Deaths = [.. board.Scheduler.Deaths],
        Files = [.. new DirectoryInfo(storage).GetFiles().Select(f => f.Name)],
        Notes = [.. stage.Notes],
    };

    private static long[] Frames(ModelledBoard board, int pin) =>
        board.Record.Strips.TryGetValue(pin, out StripLog? strip) ? [.. strip.StartUs.Select(us => us - board.BornUs)] : [];
}

/// <summary>One line of the bench's table.</summary>
/// <param name="Name">The fault.</param>
/// <param name="Expected">What the device should do.</param>
/// <param name="Safeguard">What makes it do so.</param>
/// <param name="Survived">Whether it did.</param>
/// <param name="Restarts">How often the device restarted itself.</param>
/// <param name="Figures">What was measured.</param>
/// <param name="Complaint">What was not as expected; null if all was.</param>
public sealed record FaultRow(
    string Name, string Expected, string Safeguard, bool Survived, int Restarts, string Figures, string? Complaint);
