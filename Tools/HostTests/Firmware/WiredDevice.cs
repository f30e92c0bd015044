using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Health;
using NanoFirmware.Mqtt;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;
using NanoFirmware.Web;
using NanoHost;
using NanoHost.IO;
using NanoHost.Net;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// The firmware's parts on a simulated board whose clock stands still until it is told to go on: no thread, no port,
/// frames and requests one by one. Its supply has no limit and its flash guard is off, so that frames show what was drawn.
/// </summary>
internal sealed class WiredDevice : IDisposable
{
    private const int FrameUs = 16667;

    private readonly SimulatedBoard _board;
    private readonly Dispatcher _dispatcher;
    private readonly Request _request = new();
    private readonly Reply _reply = new();
    private readonly Dictionary<int, byte[]> _latched = new();

    /// <param name="storage">The folder that is its drive; without one a fresh one, gone with the board.</param>
    /// <param name="ledsA">Pixels of strip A.</param>
    /// <param name="ledsB">Pixels of strip B; 0 for none.</param>
    public WiredDevice(string? storage = null, int ledsA = Board.StripLeds, int ledsB = Board.StripLeds)
        : this(Strips.Wiring(ledsA, ledsB), storage)
    {
    }

    /// <param name="wiring">What is soldered to it.</param>
    /// <param name="storage">The folder that is its drive; without one a fresh one, gone with the board.</param>
    public WiredDevice(Wiring wiring, string? storage = null)
        : this(() => Strips.Store(wiring), storage)
    {
    }

    /// <param name="begin">Finds out what is soldered to it, on the board.</param>
    /// <param name="storage">The folder that is its drive; without one a fresh one, gone with the board.</param>
    /// <param name="prepare">What is done to the board before the firmware starts.</param>
    public WiredDevice(Func<WiringStore> begin, string? storage = null, Action<SimulatedBoard>? prepare = null)
    {
        Clock = new ManualClock();
        _board = SimulatedBoard.Install(new SimulatedBoard(Clock, storage));
        _board.Rmt.FrameLatched += frame => _latched[frame.Pin] = frame.Bytes.ToArray();

        prepare?.Invoke(_board);
        WiringStore wirings = begin();
        Strip[] strips = WiringTrial.MakeStrips(wirings);
        Wiring = wirings.Running;

        var parts = new WiredParts(wirings, strips);
        parts.Show.AsDrawn();
        Device = parts.Device;
        Supervisor = parts.Supervisor;
        _dispatcher = new Dispatcher(Device, Supervisor);
    }

    /// <summary>What is soldered to it, as it is in force.</summary>
    public Wiring Wiring { get; }

    public ManualClock Clock { get; }

    public Device Device { get; }

    public Supervisor Supervisor { get; }

    /// <summary>The X-Api-Key that every request carries; null for none.</summary>
    public string? Key { get; set; }

    /// <summary>Sets headers of every request that follows; null for none.</summary>
    public Action<Request>? Headers { get; set; }

    /// <summary>The address that every request comes from, as a number.</summary>
    public int From { get; set; }

    /// <summary>What the frames are drawn from.</summary>
    public AudioSnapshot Heard { get; } = new();

    /// <summary>The device at a broker.</summary>
    public MqttOption Mqtt => MqttOption.Of(Device);

    public RmtPeripheral Rmt => _board.Rmt;

    public FlashFaults Flash => _board.Storage.Faults;

    /// <summary>What files and directories take of its drive.</summary>
    public long DriveBytes => _board.Storage.UsedBytes;

    public NetworkPeripheral Network => _board.Network;

    /// <summary>Draws one frame on both channels and lets the strips latch it.</summary>
    public void Frame(int elapsedMs = 17)
    {
        // As the audio thread numbers hops and counts what it heard in them.
        Heard.Sequence++;
        Heard.Onsets += Heard.Onset ? 1 : 0;
        Heard.Beats += Heard.Beat ? 1 : 0;
        Render(Device.ChannelA, elapsedMs);
        Render(Device.ChannelB, elapsedMs);
        Clock.Advance(FrameUs);
    }

    private void Render(Channel channel, int elapsedMs)
    {
        if (channel.Output.Strip.IsWired)
        {
            channel.RenderFrame(Heard, elapsedMs, Clock.NowUs);
        }
    }

    /// <summary>Draws frames until changes of palette and brightness are worked in and every cross-fade is over.</summary>
    public void Settle()
    {
        for (int i = 0; i < 45; i++)
        {
            Frame();
        }
    }

    /// <summary>The pixels that strip A's LEDs show: decoded from the signal, 540 bytes, green, red, blue.</summary>
    public byte[] LightA => _latched[Wiring.A.Pin];

    /// <summary>The pixels that strip B's LEDs show.</summary>
    public byte[] LightB => _latched[Wiring.B.Pin];

    /// <summary>The bytes that the strip on a pin took over, those of LEDs that are skipped first.</summary>
    public byte[] Light(int pin) => _latched[pin];

    public Answer Get(string url) => Ask("GET", url, null);

    public Answer Post(string url, string body) => Ask("POST", url, Encoding.UTF8.GetBytes(body));

    public Answer Put(string url, string body) => Ask("PUT", url, Encoding.UTF8.GetBytes(body));

    public Answer Ask(string method, string url, byte[]? body)
    {
        _request.Begin(method, url);
        _request.Key = Key;
        _request.From = From;
        Headers?.Invoke(_request);
        if (body != null)
        {
            _request.BodyTooLong = body.Length > _request.Limit;
            _request.BodyLength = Math.Min(body.Length, _request.Limit);
            _request.MakeRoom(_request.BodyLength);
            Array.Copy(body, 0, _request.Body, _request.BodyStart, _request.BodyLength);
        }

        _dispatcher.Handle(_request, _reply);
        return new Answer(_reply.Status, _reply.ContentType, _reply.Allow, _reply.RetryAfterS, Text());
    }

    public void Dispose() => _board.Dispose();

    private string Text()
    {
        var text = new MemoryStream();
        bool isMore;
        do
        {
            isMore = _reply.Long != null && _reply.WriteNextPiece();
            text.Write(_reply.Bytes, 0, _reply.Length);
        }
        while (isMore);

        text.Position = 0;
        Stream plain = _reply.ContentEncoding == "gzip" ? new GZipStream(text, CompressionMode.Decompress) : text;
        return new StreamReader(plain).ReadToEnd();
    }

    internal sealed record Answer(int Status, string ContentType, string? Allow, int RetryAfterS, string Text)
    {
        public JsonElement Json => JsonDocument.Parse(Text).RootElement;

        public string Error => Json.GetProperty("error").GetString()!;
    }
}
