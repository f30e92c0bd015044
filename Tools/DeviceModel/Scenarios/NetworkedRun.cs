using System.Net;
using System.Text;
using System.Text.Json;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Faults;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Subjects;
using NanoFirmware.Web;
using NanoHost.Net;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// Light drawn elsewhere: a lighting program sends numbered pictures, and each strip's signal tells when which of them is on it.
/// </summary>
public static class NetworkedRun
{
    /// <summary>Nobody sends: the device draws by itself.</summary>
    public const string Local = "local";

    /// <summary>
    /// The same in the way of published samples: every bit in C#, a struct for each pixel, waiting and sleeping.
    /// </summary>
    public const string Usual = "usual";

    /// <summary>WLED's JSON over HTTP.</summary>
    public const string Json = "json";

    /// <summary>Messages of the WebSocket.</summary>
    public const string Socket = "socket";

    private const double SendsFromS = 2;

    // Its port is open within half a second of the start, and the handshake over long before the first picture.
    private const double DialsS = 1.5;
    private const double CountedFromS = 3;
    private const double DrainS = 0.5;

    // Some 10 Mbit/s of Wi-Fi are left to it: the datagrams of a picture come one after the other.
    private const double UsPerByte = 0.8;

    // What a piece of a TCP stream holds there.
    private const int SegmentBytes = 1440;

    private static readonly IPEndPoint Sender = new(IPAddress.Loopback, 5000);

    private static readonly byte[] Handshake = Encoding.ASCII.GetBytes(
        "GET / HTTP/1.1\r\nHost: 192.168.4.1:81\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");

    /// <summary>Runs it.</summary>
    public static NetworkedResult Run(NetworkedOptions options) => JsonSerializer.Deserialize<NetworkedResult>(
        (string)new WovenContext().Call(typeof(NetworkedRun), nameof(Inside), options.ToJson())!)!;

    internal static string Inside(string json)
    {
        NetworkedOptions options = NetworkedOptions.FromJson(json);
        Heap.CapacityBytes = 7_000_000;
        using var board = new ModelledBoard(Timing.Chip(options.K), Requests(options));
        StoredFile.Write(board.Storage, "settings.1", Settings(options));
        var log = new PictureLog();
        var begun = new SortedSet<long>();
        bool isDrawnHere = options.Protocol is Local or Usual;
        int torn = 0;
        board.Board.Rmt.FrameLatched += frame =>
        {
            log.Add(frame.Pin, isDrawnHere ? PictureLog.Unnumbered : NumberedPicture.NumberOn(frame.Bytes), frame.LatchedUs);
            begun.Add(Rival.BeganUs);
            torn += frame.Torn ? 1 : 0;
        };
        Send(board, options);
        board.Run(options.Seconds, EntryOf(options));
        IEnumerable<SentPicture> pictures = options.Protocol switch
        {
            Local => board.Record.PublishedUs.Select(Begun),
            Usual => begun.Select(Begun),
            _ => Enumerable.Range(0, Pictures(options))
                .Select(i => new SentPicture(i % NumberedPicture.Numbers, SentS(options, i) * 1e6)),
        };
        return JsonSerializer.Serialize(
            Result(log.Figures(pictures, CountedFromS * 1e6, (options.Seconds - DrainS) * 1e6)) with
            {
                BusyPercent = options.Protocol == Usual ? BusyPercent(board) : Program.Device.Audio.Busy.Percent,
                HeapBytes = Heap.LiveBytes(),
                Torn = torn,
            });
    }

    private static SentPicture Begun(long us) => new(PictureLog.Unnumbered, us);

    private static Action EntryOf(NetworkedOptions options)
    {
        if (options.Protocol != Usual)
        {
            return ModelledBoard.FirmwareOn(options.Leds, options.Leds);
        }

        return options.Leds == Rival.Pixels ? Rival.AllTogether : Rival.AllTogetherOnLongStrips;
    }

    // All but the time in which every thread sleeps.
    private static double BusyPercent(ModelledBoard board) => 100 - (100.0 * board.Scheduler.IdlePs / board.Clock.NowPs);

    private static string Settings(NetworkedOptions options)
    {
        string protocol = options.Protocol is Local or Usual or Json ? "" : $"\"{options.Protocol}\":true,";
        return $"{{\"live\":{{{protocol}\"raw\":{(options.IsCorrected ? "false" : "true")}}}}}";
    }

    private static int Pictures(NetworkedOptions options) => (int)((options.Seconds - SendsFromS - DrainS) * options.Fps);

    private static double SentS(NetworkedOptions options, int index) => SendsFromS + (index / options.Fps);

    private static void Send(ModelledBoard board, NetworkedOptions options)
    {
        if (options.Protocol == Socket)
        {
            SendBySocket(board, options);
        }
        else if (LiveMeter.Protocols.Contains(options.Protocol))
        {
            SendDatagrams(board, options);
        }
    }

    private static void SendDatagrams(ModelledBoard board, NetworkedOptions options)
    {
        for (int i = 0; i < Pictures(options); i++)
        {
            (int port, byte[][] datagrams) = new NumberedPicture(i, 2 * options.Leds).By(options.Protocol);
            double us = SentS(options, i) * 1e6;
            foreach (byte[] datagram in datagrams)
            {
                us += datagram.Length * UsPerByte;
                board.Clock.Schedule((long)us, () => board.Board.Network.Datagrams.Deliver(port, datagram, Sender));
            }
        }
    }

    private static void SendBySocket(ModelledBoard board, NetworkedOptions options)
    {
        PeerLine? line = null;
        board.Clock.Schedule((long)(DialsS * 1e6), () =>
        {
            line = board.Board.Network.Streams.Dial(SocketServer.Port);
            line.Send(Handshake);
        });
        for (int i = 0; i < Pictures(options); i++)
        {
            double us = SentS(options, i) * 1e6;
            foreach (byte[] segment in new NumberedPicture(i, 2 * options.Leds).Messages().SelectMany(m => m.Chunk(SegmentBytes)))
            {
                us += segment.Length * UsPerByte;
                board.Clock.Schedule((long)us, () => line!.Send(segment));
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

    private static NetworkedResult Result(PictureFigures figures) => new()
    {
        Sent = figures.Sent,
        Shown = figures.Shown,
        Fps = figures.Fps,
        LatencyMs = figures.LatencyMs,
        LatencyMsP99 = figures.LatencyMsP99,
        JitterMs = figures.JitterMs,
    };
}
