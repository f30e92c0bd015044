using System.Diagnostics;
using System.Text.Json;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Mqtt;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>A device that is set up for a broker, whose rounds are run here, as fast as the broker answers.</summary>
internal sealed class BrokerBench : IDisposable
{
    internal const string Address = "192.168.1.20";

    private const int RoundMs = 10;
    private const int PatienceMs = 60_000;

    private readonly int _port;

    /// <param name="port">Where this machine's broker is; 0 for none.</param>
    /// <param name="settings">What the device is told besides host and port, as JSON.</param>
    internal BrokerBench(int port, string settings)
    {
        _port = port;
        Web = new WiredDevice();
        Web.Network.Far.Reach = (host, asked) => host == Address && _port > 0 ? ("127.0.0.1", _port) : null;
        WiredDevice.Answer answer = Web.Post("/api/mqtt", $$"""{"on":true,"host":"{{Address}}",{{settings}}}""");
        if (answer.Status != 200)
        {
            throw new InvalidOperationException(answer.Text);
        }

        Link = new MqttLink(Web.Device, Web.Supervisor, Web.Mqtt.Settings);
        Web.Mqtt.Link = Link;
    }

    /// <summary>With the name and the password that the broker asks for.</summary>
    internal static string Login(string more = "") =>
        $$"""
        "user":"{{Mosquitto.User}}","password":"{{Mosquitto.Password}}"{{more}}
        """;

    internal WiredDevice Web { get; }

    internal MqttLink Link { get; }

    /// <summary>Before everything that is the device's at the broker.</summary>
    internal string Prefix => Link.Topics.Prefix;

    /// <summary>Whether it is connected, with all told.</summary>
    internal bool IsThere => Link.State is LinkState.Connected or LinkState.RoomsOnly;

    /// <summary>Runs rounds until something is so; how many ms of the device's time that took.</summary>
    internal long Until(Func<bool> isSo, string what)
    {
        long fromUs = Web.Clock.NowUs;
        var wall = Stopwatch.StartNew();
        while (!isSo())
        {
            if (wall.ElapsedMilliseconds > PatienceMs)
            {
                throw new TimeoutException($"{what}: not within {PatienceMs} ms; {Web.Get("/api/mqtt").Text}");
            }

            Round();
            Thread.Sleep(RoundMs);
        }

        return (Web.Clock.NowUs - fromUs) / 1000;
    }

    /// <summary>Runs rounds until it is connected, and a few more.</summary>
    internal void Connect()
    {
        Until(() => IsThere, "connected");
        for (int i = 0; i < 40; i++)
        {
            Round();
            Thread.Sleep(RoundMs);
        }
    }

    /// <summary>One round.</summary>
    internal void Round()
    {
        Web.Clock.Advance(RoundMs * 1000);
        Link.Serve(Web.Clock.NowUs / 1000);
    }

    internal int Brightness(string channel) => Web.Get($"/api/channel/{channel}").Json.GetProperty("brightness").GetInt32();

    internal static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;

    public void Dispose()
    {
        Web.Network.Far.Cut();
        Web.Dispose();
    }
}
