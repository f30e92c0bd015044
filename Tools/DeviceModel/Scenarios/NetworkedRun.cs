using System.Net;
using System.Text.Json;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Faults;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoHost.Rmt;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// Light drawn elsewhere: a lighting program sends numbered pictures, and each strip's signal tells when which of them is on it.
/// </summary>
public static class NetworkedRun
{
    /// <summary>Nobody sends: the device draws by itself.</summary>
    public const string Local = "local";

    /// <summary>WLED's JSON over HTTP.</summary>
    public const string Json = "json";

    private const double SendsFromS = 2;
    private const double CountedFromS = 3;
    private const double DrainS = 0.5;

    // Some 10 Mbit/s of Wi-Fi are left to it: the datagrams of a picture come one after the other.
    private const double UsPerByte = 0.8;

    private static readonly IPEndPoint Sender = new(IPAddress.Loopback, 5000);

    /// <summary>Runs it.</summary>
    public static NetworkedResult Run(NetworkedOptions options) => JsonSerializer.Deserialize<NetworkedResult>(
        (string)new WovenContext().Call(typeof(NetworkedRun), nameof(Inside), options.ToJson())!)!;

    internal static string Inside(string json)
    {
        NetworkedOptions options = NetworkedOptions.FromJson(json);
        Heap.CapacityBytes = 7_000_000;
        using var board = new ModelledBoard(Timing.Chip(options.K), Requests(options));
        StoredFile.Write(board.Storage, "settings.1", Settings(options));
        var strips = new SortedDictionary<int, List<Seen>>();
        int torn = 0;
        board.Board.Rmt.FrameLatched += frame => torn += Log(strips, frame, options.Protocol == Local);
        if (options.Protocol is not (Local or Json))
        {
            Send(board, options);
        }

        board.Run(options.Seconds, ModelledBoard.FirmwareOn(options.Leds, options.Leds));
        Picture[] pictures = options.Protocol == Local
            ? [.. board.Record.PublishedUs.Select(us => new Picture(0, us))]
            : [.. Enumerable.Range(0, Pictures(options))
                .Select(i => new Picture(i % NumberedPicture.Numbers, SentS(options, i) * 1e6))];
        return JsonSerializer.Serialize(Result(options, pictures, strips.Values) with
        {
            BusyPercent = Program.Device.Audio.Busy.Percent,
            HeapBytes = Heap.LiveBytes(),
            Torn = torn,
        });
    }

    private static string Settings(NetworkedOptions options)
    {
        string protocol = options.Protocol is Local or Json ? "" : $"\"{options.Protocol}\":true,";
        return $"{{\"live\":{{{protocol}\"raw\":{(options.IsCorrected ? "false" : "true")}}}}}";
    }

    private static int Pictures(NetworkedOptions options) => (int)((options.Seconds - SendsFromS - DrainS) * options.Fps);

    private static double SentS(NetworkedOptions options, int index) => SendsFromS + (index / options.Fps);

    private static void Send(ModelledBoard board, NetworkedOptions options)
    {
        for (int i = 0; i < Pictures(options); i++)
        {
            (int port, byte[][] datagrams) = new NumberedPicture(i, 2 * options.Leds).By(options.Protocol);
            double us = SentS(options, i) * 1e6;
            foreach (byte[] datagram in datagrams)
            {
                board.Clock.Schedule((long)us, () => board.Board.Network.Datagrams.Deliver(port, datagram, Sender));
                us += datagram.Length * UsPerByte;
            }
        }
    }

    private static IEnumerable<WebRequest> Requests(NetworkedOptions options)
    {
        for (int i = 0; options.Protocol == Json && i < Pictures(options); i++)
        {
            var picture = new NumberedPicture(i, 2 * options.Leds);
            for (int strip = 0; strip < 2; strip++)
            {
                yield return WebRequest.Curl(SentS(options, i), "/json/state", picture.Json(strip));
            }
        }
    }

    // What is drawn here has no number: each frame is a new picture.
    private static int Log(SortedDictionary<int, List<Seen>> strips, WireFrame frame, bool isLocal)
    {
        if (!strips.TryGetValue(frame.Pin, out List<Seen>? seen))
        {
            strips[frame.Pin] = seen = [];
        }

        int number = isLocal ? 0 : NumberedPicture.NumberOn(frame.Bytes);
        if (isLocal || seen.Count == 0 || seen[^1].Number != number)
        {
            seen.Add(new Seen(number, frame.LatchedUs));
        }

        return frame.Torn ? 1 : 0;
    }

    private static NetworkedResult Result(NetworkedOptions options, Picture[] pictures, IReadOnlyCollection<List<Seen>> strips)
    {
        double fromUs = CountedFromS * 1e6;
        double toUs = (options.Seconds - DrainS) * 1e6;
        Picture[] counted = [.. pictures.Where(p => p.SentUs >= fromUs && p.SentUs < toUs)];
        double[] latencies = [.. counted.Select(p => LatencyUs(p, strips)).OfType<double>().Order()];
        double[][] times =
            [.. strips.Select(seen => seen.Select(s => (double)s.LatchedUs).Where(us => us >= fromUs && us < toUs).ToArray())];
        double[] intervals = [.. times.SelectMany(t => t.Zip(t.Skip(1), (a, b) => b - a))];
        double mean = intervals.DefaultIfEmpty().Average();
        return new NetworkedResult
        {
            Sent = counted.Length,
            Shown = latencies.Length,
            Fps = times.Min(t => t.Length) / ((toUs - fromUs) / 1e6),
            LatencyMs = latencies.DefaultIfEmpty().Average() / 1000,
            LatencyMsP99 = latencies.ElementAtOrDefault((int)(latencies.Length * 0.99)) / 1000,
            JitterMs = Math.Sqrt(intervals.DefaultIfEmpty().Average(us => (us - mean) * (us - mean))) / 1000,
        };
    }

    // Null when one of the strips never showed it. A number comes again after two seconds at sixty a second.
    private static double? LatencyUs(Picture picture, IEnumerable<List<Seen>> strips)
    {
        double? last = 0;
        foreach (List<Seen> seen in strips)
        {
            int at = seen.FindIndex(
                s => s.LatchedUs > picture.SentUs && s.LatchedUs < picture.SentUs + 1e6 && s.Number == picture.Number);
            last = at < 0 || last == null ? null : Math.Max(last.Value, seen[at].LatchedUs - picture.SentUs);
        }

        return last;
    }

    private sealed record Picture(int Number, double SentUs);

    private sealed record Seen(int Number, long LatchedUs);
}
