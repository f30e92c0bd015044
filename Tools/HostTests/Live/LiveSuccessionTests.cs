using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Live;
using NanoFirmware.Tests.Live;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Live;

/// <summary>One sender after the other: nothing of the first is left over for the next, however long either was there.</summary>
[TestClass]
public sealed class LiveSuccessionTests : IDisposable
{
    private const int Ddp = 4048;
    private const int E131 = 5568;
    private const int ArtNet = 6454;
    private const int Wled = 21324;

    private static readonly IPEndPoint Sender = new(IPAddress.Parse("192.168.4.20"), 5000);

    private readonly WiredDevice _device = new();

    private LiveInputs Live => _device.Device.Live;

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void What_one_sender_left_unfinished_is_not_shown_amid_the_next_ones_frame()
    {
        Switch("""{"e131":true,"artnet":true}""");
        Send(E131, LiveMessage.E131(1, 1, 100, 1, 9));
        _device.Clock.Advance(17_000);
        Deliver(E131, LiveMessage.E131(1, 1, 100, 2, 9));
        Deliver(ArtNet, LiveMessage.ArtDmx(0, 0, 5, 7));
        Live.Run();
        Assert.AreEqual("artnet", Shows());
        Send(ArtNet, LiveMessage.ArtDmx(0, 1, 5, 7));

        Assert.AreEqual(0, Live.PortAt(0).Input.Frames, "half of the other's frame was shown");
    }

    [TestMethod]
    public void A_pause_between_two_senders_is_no_jitter()
    {
        Switch("""{"ddp":true}""");
        for (int frame = 0; frame < 30; frame++)
        {
            Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (frame % 15), 0, 5, 7));
            _device.Clock.Advance(17_000);
        }

        _device.Clock.Advance(3_600_000_000);
        Live.Run();
        for (int frame = 0; frame < 5; frame++)
        {
            Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1 + frame, 0, 5, 7));
            _device.Clock.Advance(17_000);
        }

        Assert.IsTrue(Live.PortAt(0).Input.JitterMs <= 2, $"{Live.PortAt(0).Input.JitterMs} ms");
    }

    [TestMethod]
    public void Who_began_last_is_shown_though_the_other_was_there_for_a_month()
    {
        Switch("{\"ddp\":true,\"wled\":true,\"timeoutMs\":" + LiveControls.HoldForEver + "}");
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        _device.Clock.Advance(30L * 86_400_000_000);
        Send(Wled, LiveMessage.Drgb(9, 5, 9));

        Assert.AreEqual("wled", Shows());
    }

    private string Shows() => _device.Get("/api/live").Json.GetProperty("shows").GetString();

    private void Switch(string body)
    {
        Assert.AreEqual(200, _device.Post("/api/live", body).Status);
        Live.Run();
    }

    private void Deliver(int port, byte[] packet) => _device.Network.Datagrams.Deliver(port, packet, Sender);

    private void Send(int port, byte[] packet)
    {
        Deliver(port, packet);
        Live.Run();
    }
}
