using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Network;
using NanoFirmware.Tests.Network;
using NanoHost;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Network;

/// <summary>The firmware's hotspot from the first power-up to phones with addresses.</summary>
[TestClass]
public sealed class HotspotStartTests : IDisposable
{
    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-hotspot-").FullName;
    private SimulatedBoard _board;

    public HotspotStartTests() => Boot();

    public void Dispose()
    {
        _board.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
    }

    [TestMethod]
    public void The_first_start_makes_a_hotspot_and_restarts_once()
    {
        Assert.ThrowsExactly<RestartedException>(() => new Hotspot().Prepare());

        NetworkPeripheral radio = Boot();
        var hotspot = new Hotspot();

        Assert.IsTrue(hotspot.Prepare(), "the second start finds no hotspot");
        Assert.AreEqual("configured", hotspot.State);
        Assert.AreEqual("nanoFirmware-0001", radio.HotspotSsid);
        Assert.AreEqual("nanoFirmware-0001", hotspot.Name);
        Assert.IsFalse(radio.NeedsReboot, "the saved hotspot asks for one more restart");
    }

    [TestMethod]
    public void Eight_phones_may_join()
    {
        NetworkPeripheral radio = BootTwice();
        for (int phone = 0; phone < 8; phone++)
        {
            Assert.AreEqual(phone, radio.Join([2, 0, 0, 0, 0, (byte)phone]));
        }
    }

    [TestMethod]
    public void A_board_without_a_radio_says_so_and_does_nothing()
    {
        _board.Network.IsPresent = false;
        var hotspot = new Hotspot();

        Assert.IsFalse(hotspot.Prepare(), "a board without a radio has a hotspot");
        Assert.AreEqual("no radio", hotspot.State);
        Assert.AreEqual(0, hotspot.Faults);
    }

    [TestMethod]
    public void A_new_password_waits_for_the_next_start_and_a_reset_undoes_it()
    {
        BootTwice();
        var hotspot = new Hotspot();
        hotspot.Prepare();
        hotspot.Configure("party", "let me in, please");
        Assert.IsTrue(hotspot.NeedsRestart, "a new password asks for no restart");
        Assert.AreEqual("party", Boot().HotspotSsid);

        new Hotspot().Reset();

        Assert.AreEqual("nanoFirmware-0001", Boot().HotspotSsid);
    }

    // There is nothing to fall back to after 30 s: the hotspot never goes.
    [TestMethod]
    [DataRow("not in range", "correct horse", false)]
    [DataRow("home", "wrong horse", false)]
    [DataRow("home", "correct horse", true)]
    public void The_hotspot_stays_on_air_whether_a_network_is_joined_or_not(string name, string password, bool joins)
    {
        BootTwice();
        var before = new Hotspot();
        before.Prepare();
        new Station().Configure(name, password);

        NetworkPeripheral radio = Boot();
        radio.Surroundings.Add(new SurroundingNetwork("home", "correct horse"));
        radio.ConnectAtStart();
        var hotspot = new Hotspot();
        Assert.IsTrue(hotspot.Prepare(), "there is no hotspot");
        foreach (int seconds in new[] { 0, 31, 600 })
        {
            ((ManualClock)_board.Clock).Advance(seconds * 1_000_000L);
            Assert.AreEqual("configured", hotspot.State);
            Assert.IsTrue(radio.HotspotIsUp, "the hotspot went off the air");
            Assert.AreEqual(name, new Station().Name);
            Assert.AreEqual(joins, new Station().Address != null);
            radio.Disconnect();
            joins = false;
        }

        Assert.AreEqual(0, radio.Join([2, 0, 0, 0, 0, 7]), "a phone finds its way back");
    }

    [TestMethod]
    public void A_phone_without_an_address_is_answered_by_a_broadcast()
    {
        BootTwice();
        var service = new DhcpService(NanoFirmware.Board.HotspotAddress);
        service.Open();

        Datagrams.Datagram answer = Exchange(service, 67, ClientMessage.Make(DhcpPacket.Discover, 1, 0, 0, 0), "0.0.0.0", 68);

        Assert.AreEqual("255.255.255.255:68", answer.Peer.ToString());
        Assert.AreEqual(DhcpPacket.ReplyBytes, answer.Bytes.Length);
        Assert.AreEqual(1, service.Answered);
    }

    [TestMethod]
    public void A_renewal_is_answered_to_the_phone_alone()
    {
        BootTwice();
        var service = new DhcpService(NanoFirmware.Board.HotspotAddress);
        service.Open();

        Datagrams.Datagram answer = Exchange(
            service, 67, ClientMessage.Make(DhcpPacket.Request, 1, 0, 0, 33), "192.168.4.33", 68);

        Assert.AreEqual("192.168.4.33:68", answer.Peer.ToString());
    }

    [TestMethod]
    public void A_name_is_answered_to_who_asked()
    {
        BootTwice();
        var service = new DnsService(NanoFirmware.Board.HotspotAddress);
        service.Open();
        byte[] query = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, (byte)'x', 0, 0, 1, 0, 1];

        Datagrams.Datagram answer = Exchange(service, 53, query, "192.168.4.20", 40123);

        Assert.AreEqual("192.168.4.20:40123", answer.Peer.ToString());
        CollectionAssert.AreEqual(new byte[] { 192, 168, 4, 1 }, answer.Bytes[^4..]);
    }

    [TestMethod]
    public void An_answer_that_cannot_be_sent_is_its_phones_loss_and_the_port_serves_the_next_one()
    {
        BootTwice();
        var service = new DnsService(NanoFirmware.Board.HotspotAddress);
        service.Open();
        byte[] query = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, (byte)'x', 0, 0, 1, 0, 1];
        _board.Network.Datagrams.FailSends = 1;
        _board.Network.Datagrams.Deliver(53, query, new IPEndPoint(IPAddress.Parse("192.168.4.19"), 40122));
        service.ServeOne();

        Datagrams.Datagram answer = Exchange(service, 53, query, "192.168.4.20", 40123);

        Assert.AreEqual("192.168.4.20:40123", answer.Peer.ToString());
        Assert.AreEqual(1, service.Faults);
        Assert.AreEqual(1, service.Answered);
    }

    private Datagrams.Datagram Exchange(DatagramService service, int port, byte[] bytes, string from, int fromPort)
    {
        _board.Network.Datagrams.Deliver(port, bytes, new IPEndPoint(IPAddress.Parse(from), fromPort));
        service.ServeOne();
        Assert.IsTrue(_board.Network.Datagrams.Sent.TryDequeue(out Datagrams.Datagram answer), "the next phone got no answer");
        return answer;
    }

    private NetworkPeripheral BootTwice()
    {
        Assert.ThrowsExactly<RestartedException>(() => new Hotspot().Prepare());
        return Boot();
    }

    private NetworkPeripheral Boot()
    {
        _board?.Dispose();
        _board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), _storage));
        _board.Rebooted += _ => throw new RestartedException();
        return _board.Network;
    }

    private sealed class RestartedException : Exception;
}
