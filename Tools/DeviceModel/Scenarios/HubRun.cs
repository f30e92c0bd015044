using System.Text;
using System.Text.Json;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Faults;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Sensors;
using NanoHost.Audio;
using NanoHost.Serial;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// A device that watches a sensor of 800 numbers a second and the microphone, and pulses at each peak, while clients ask and one
/// of them uploads.
/// </summary>
public static class HubRun
{
    /// <summary>Frames a second that are promised while one client asks now and then.</summary>
    public const double LeastFps = 59.5;

    /// <summary>Frames a second that are promised however many ask, and in lite mode: every second one.</summary>
    public const double LeastCrowdedFps = 29;

    private const int PulsePin = 6;
    private const int ReceivePin = 18;
    private const int PulseUs = 500;

    // Ten peaks a second of the sensor, two claps of the microphone.
    private const int PeakEvery = 80;
    private const string Claps = "click:120";

    private const double ListensS = 1.5;
    private const double CountedFromS = 3;

    // Nothing is on its way any more when the run ends.
    private const double DrainS = 0.5;

    // Whoever wants more than a look now and then listens: to the WebSocket, or to the group.
    private const double EveryS = 5;
    private const int UploadBytes = 8000;

    private const string Settings = """
        {"serial":{"on":true,"rx":18,"tx":21,"threshold":700,"holdMs":0,"refractoryMs":50,"pulseUs":500},
        "mic":{"on":true,"threshold":500,"holdMs":20,"refractoryMs":100,"pulseUs":500}}
        """;

    private static readonly string LiteSettings = Settings.TrimEnd()[..^1] + ",\"global\":{\"lite\":true}}";

    /// <summary>Runs it.</summary>
    public static HubResult Run(HubOptions options) => JsonSerializer.Deserialize<HubResult>(
        (string)new WovenContext().Call(typeof(HubRun), nameof(Inside), options.ToJson())!)!;

    internal static string Inside(string json)
    {
        HubOptions options = HubOptions.FromJson(json);
        Heap.CapacityBytes = 7_000_000;
        using var board = new ModelledBoard(Timing.Chip(options.K), Requests(options));
        StoredFile.Write(board.Storage, "settings.1", Encoding.UTF8.GetBytes(options.IsLite ? LiteSettings : Settings));
        board.Board.I2s.Source = AudioSources.Parse(Claps);
        var widths = new List<long>();
        board.Board.Rmt[PulsePin].PulseEnded += (_, widthNs) => widths.Add(widthNs);
        double speaksS = options.Seconds - ListensS - DrainS;
        SerialFeed sensor = SerialFeed.Of(
            i => i == PeakEvery / 2 ? 900 : i, PeakEvery, passes: (int)(speaksS * SerialFeed.UsualLinesPerSecond / PeakEvery));
        board.Clock.Schedule((long)(ListensS * 1e6), () => board.Board.Serial.Wire(ReceivePin, sensor));
        board.Clock.Schedule(
            (long)((options.Seconds - DrainS) * 1e6), () => board.Board.I2s.Source = AudioSources.Parse("silence"));
        int[] framesBefore = [];
        board.Clock.Schedule((long)(CountedFromS * 1e6), () => framesBefore = Frames(board));
        board.Run(options.Seconds, Wired);
        return JsonSerializer.Serialize(Result(board, sensor, widths, framesBefore, options));
    }

    private static void Wired()
    {
        StaticInitialisers.RunAll();
        Wiring wiring = Strips.Wiring(NanoFirmware.Board.StripLeds, NanoFirmware.Board.StripLeds);
        wiring.Pulse.Set(PulseWiring.PinIndex, PulsePin);
        Program.Run(Strips.Store(wiring));
    }

    private static HubResult Result(
        ModelledBoard board, SerialFeed sensor, List<long> widths, int[] framesBefore, HubOptions options)
    {
        Sensor microphone = Program.Device.Sensors.All[0];
        var serial = (SerialSensor)Program.Device.Sensors.All[1];
        int[] frames = Frames(board);
        double fps = frames.Zip(framesBefore, (after, before) => after - before).Min() / (options.Seconds - CountedFromS);
        return new HubResult
        {
            // The first line may have begun before the port was open, so it is no number.
            Said = sensor.LinesSaid - 1,
            Taken = serial.Samples,
            Dropped = serial.Dropped,
            BadLines = serial.BadLines,
            Overruns = serial.Overruns,
            Peaks = microphone.Peaks + serial.Peaks,
            Pulses = widths.Count,
            WidthErrorTicks = widths.Count == 0 ? double.NaN : widths.Max(width => Math.Abs((width / 1000.0) - PulseUs)),
            MicrophoneLatencyUs = microphone.LongestLatencyUs,
            SerialLatencyUs = serial.LongestLatencyUs,
            Fps = fps,
            Torn = board.Record.Strips.Where(strip => strip.Key != PulsePin).Sum(strip => strip.Value.Torn),
            Answered = board.Web.Log.Count(answer => answer.Status == 200),
            TurnedAway = board.Web.Log.Count(answer => answer.Status == 503),
            BusyPercent = Program.Device.Audio.Busy.Percent,
        };
    }

    private static int[] Frames(ModelledBoard board) =>
        [.. board.Record.Strips.Where(strip => strip.Key != PulsePin).Select(strip => strip.Value.StartUs.Count)];

    private static IEnumerable<WebRequest> Requests(HubOptions options)
    {
        for (int client = 0; client < options.Clients; client++)
        {
            string path = client % 2 == 0 ? "/api/sensor/serial" : "/api/sensor/mic";
            for (double at = 2 + (client * EveryS / options.Clients); at < options.Seconds - 1; at += EveryS)
            {
                yield return WebRequest.Browser(at, path);
            }
        }

        string body = options.IsKept ? """{"backup":1,"a":{"speed":99}""" : """{"backup":2""";
        yield return WebRequest.Browser(options.Seconds / 2, "/api/backup", body + new string(' ', UploadBytes) + "}");
    }
}
