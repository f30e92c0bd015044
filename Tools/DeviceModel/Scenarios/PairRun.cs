using System.Text.Json;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Rendering;
using NanoHost.Audio;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// Shows pairs of patterns one after the other on both strips, with the ears at work, and counts frames once each change is
/// worked in.
/// </summary>
public static class PairRun
{
    // The board starts, grids are hung and saved, and the heap is collected; a pair that falls together with a later collection
    // is run alone.
    private const double FirstS = 14;
    private const double LayoutS = 1;
    private const double AmpleS = 0.7;

    // Palette, cross-fade, what a pattern makes at first, and the collection that the requests for it bring; then what counts.
    private const double AgainS = 0.4;
    private const double SettleS = 3;
    private const double CountedS = 1.5;
    private const double PairS = SettleS + CountedS;

    // Looking at a channel takes the chip time of its own: the board goes on until the last pair was looked at.
    private const double LookS = 0.01;

    // Pairs on one board: a new one takes a second to weave and to start.
    private const int PairsABoard = 40;

    /// <summary>
    /// Runs all pairs. One that falls short among others is run again by itself: what follows a pair that is too dear has to do
    /// with a device that sheds load, and a save of the settings makes some frames late.
    /// </summary>
    /// <param name="options">The pairs, and the strips.</param>
    /// <param name="afterEach">Called after each pair.</param>
    public static PairResult[] Run(PairOptions options, Action? afterEach = null) =>
        [.. options.Pairs.Chunk(PairsABoard).SelectMany(pairs => RunOnOne(options with { Pairs = pairs }, afterEach))
            .Select(result => result.Holds ? result : RunAlone(options, result))];

    private static PairResult RunAlone(PairOptions options, PairResult pair) =>
        RunOnOne(options with { Pairs = [[pair.A, pair.B]] }, null)[0];

    private static PairResult[] RunOnOne(PairOptions options, Action? afterEach) => JsonSerializer.Deserialize<PairResult[]>(
        (string)new WovenContext().Call(typeof(PairRun), nameof(Inside), options.ToJson(), afterEach)!)!;

    internal static string Inside(string json, Action? afterEach)
    {
        PairOptions options = PairOptions.FromJson(json);
        Heap.CapacityBytes = 7_000_000;
        using var board = new ModelledBoard(Timing.Chip(options.K), Clients(options));
        board.Board.I2s.Source = AudioSources.Parse("song");
        var results = new List<PairResult>();
        for (int i = 0; i < options.Pairs.Count; i++)
        {
            string[] pair = options.Pairs[i];
            double chosenS = FirstS + (i * PairS);
            Count[] before = [];
            board.Clock.Schedule(Us(chosenS + SettleS), () => before = Counts(board.Record));
            board.Clock.Schedule(Us(chosenS + PairS) - 1, () =>
            {
                results.Add(ResultOf(pair, before, Counts(board.Record)));
                afterEach?.Invoke();
            });
        }

        board.Run(FirstS + (options.Pairs.Count * PairS) + LookS, ModelledBoard.FirmwareOn(options.Leds, options.Leds));
        if (results.Count < options.Pairs.Count)
        {
            IEnumerable<string> refused = board.Web.Log.Where(answer => answer.Status != 200)
                .Select(answer => $"{answer.Path}: {answer.Status} {answer.Text}");
            throw new InvalidOperationException(string.Join("; ", board.Scheduler.Deaths.Concat(refused)));
        }

        return JsonSerializer.Serialize(results);
    }

    private static IEnumerable<WebRequest> Clients(PairOptions options)
    {
        if (options.IsAmple)
        {
            yield return WebRequest.Curl(AmpleS, "/api/global", """{"channel-ma":20000,"board-ma":40000}""");
        }

        for (int strip = 0; strip < 2 && options.GridWidth > 0; strip++)
        {
            // A grid is compiled in two or three seconds, and one request at a time is served meanwhile.
            yield return WebRequest.Curl(LayoutS + (strip * 3), $"/api/channel/{"ab"[strip]}/layout", JsonSerializer.Serialize(
                new { kind = "grid", width = options.GridWidth, height = options.Leds / options.GridWidth, serpentine = true }));
        }

        for (int i = 0; i < options.Pairs.Count; i++)
        {
            // Twice: after a pair that is too dear the first may be told to come again.
            string body = JsonSerializer.Serialize(
                new { a = new { pattern = options.Pairs[i][0] }, b = new { pattern = options.Pairs[i][1] } });
            yield return WebRequest.Curl(FirstS + (i * PairS), "/api/state", body);
            yield return WebRequest.Curl(FirstS + (i * PairS) + AgainS, "/api/state", body);
        }
    }

    private static PairResult ResultOf(string[] pair, Count[] before, Count[] after)
    {
        Expect(Program.Device.ChannelA, pair[0]);
        Expect(Program.Device.ChannelB, pair[1]);
        return new PairResult(
            pair[0], pair[1],
            after.Zip(before, (last, first) => last.Frames - first.Frames).Min() / CountedS,
            after.Zip(before, (last, first) => last.Torn - first.Torn).Sum());
    }

    private static void Expect(Channel channel, string pattern)
    {
        ChannelControls controls = channel.Controls;
        string shown = controls.Controls[ChannelControls.PatternIndex].Choices[controls.Values[ChannelControls.PatternIndex]];
        if (shown != pattern)
        {
            throw new InvalidOperationException($"Channel {channel.Name} shows {shown} and was asked for {pattern}.");
        }
    }

    private static Count[] Counts(RunRecord record) =>
        [.. record.Strips.Values.Select(strip => new Count(strip.StartUs.Count, strip.Torn))];

    private static long Us(double seconds) => (long)(seconds * 1e6);

    private sealed record Count(int Frames, int Torn);
}
