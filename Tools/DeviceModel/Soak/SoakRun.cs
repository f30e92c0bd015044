using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoHost.Audio;

namespace NanoFirmware.DeviceModel.Soak;

/// <summary>
/// The device for a day. All of it is modelled as in a scenario (instructions, scheduler, requests, heap, microphone), but for
/// the strips' signals, which are decoded for some seconds of every hour only and merely take their time in between.
/// </summary>
public static class SoakRun
{
    private const double HourS = 3600;

    // The first seconds of every hour in which each symbol on both wires is encoded, decoded and checked.
    private const double DetailedS = 10;

    // Settled, so that what is made once is there: names of whatever was chosen, by then of all.
    private const double FirstMarkS = 300;

    /// <summary>Runs it.</summary>
    /// <param name="hours">Virtual hours.</param>
    /// <param name="tell">Called with each hour's mark.</param>
    /// <param name="scenario">What the clients do.</param>
    public static SoakReport Run(double hours, Action<SoakMark> tell, string scenario = "demo-day")
    {
        var context = new WovenContext();
        Action<string> told = json => tell(SoakMark.FromJson(json));
        return SoakReport.FromJson((string)context.Call(typeof(SoakRun), nameof(Inside), hours, scenario, told)!);
    }

    internal static string Inside(double hours, string scenario, Action<string> tell)
    {
        double seconds = hours * HourS;
        Heap.CapacityBytes = 7_000_000;
        Scenario clients = Scenario.Find(scenario);
        using var board = new ModelledBoard(Timing.Chip(costs: CostTable.Load().Constants), clients.Clients(seconds));
        Probes.Passed = null;
        board.Scheduler.ForgetsEnded = true;
        board.Web.ForgetsAnswers = true;
        board.Board.I2s.Source = new LoopedSource(AudioSources.Parse("song"), Board.SampleRateHz * 60);
        int torn = 0;
        int violations = 0;
        int decoded = 0;
        board.Board.Rmt.FrameLatched += frame =>
        {
            decoded++;
            torn += frame.Torn ? 1 : 0;
            violations += frame.TimingViolations;
        };
        var marks = new List<SoakMark>();
        void Take()
        {
            if (board.Web.OpenSockets > 0)
            {
                After(0.001, Take);
                return;
            }

            marks.Add(SoakMark.Of(board));
            tell(marks[^1].ToJson());
        }

        void After(double s, Action action) => board.Clock.Schedule((board.Clock.NowPs / 1_000_000) + (long)(s * 1e6), action);
        for (double at = 0; at < seconds; at += HourS)
        {
            board.Clock.Schedule((long)(at * 1e6), () => board.Board.Rmt.IsCoarse = false);
            board.Clock.Schedule((long)((at + DetailedS) * 1e6), () => board.Board.Rmt.IsCoarse = true);
            board.Clock.Schedule((long)((at + (at == 0 ? FirstMarkS : 0)) * 1e6), Take);
        }

        board.Clock.Schedule((long)((seconds - 1) * 1e6), Take);
        board.Run(seconds, ModelledBoard.Firmware);
        return new SoakReport([.. marks], decoded, torn, violations, board.Scheduler.Deaths.Count).ToJson();
    }

    /// <summary>Some seconds of a sound over and over: composing a day of music would take longer than the day's soak.</summary>
    private sealed class LoopedSource : IAudioSource
    {
        private readonly float[] _frames;

        internal LoopedSource(IAudioSource source, int frames)
        {
            _frames = new float[frames];
            source.Read(0, Board.SampleRateHz, _frames);
        }

        public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
        {
            for (int i = 0; i < mono.Length; i++)
            {
                mono[i] = _frames[(firstFrame + i) % _frames.Length];
            }
        }
    }
}
