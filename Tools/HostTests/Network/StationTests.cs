using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Network;
using NanoHost;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Network;

/// <summary>The radio over minutes: a network that cannot be joined, one that comes back, a hotspot that is late.</summary>
[TestClass]
[RealTime]
public sealed class StationTests : IDisposable
{
    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-station-").FullName;
    private readonly SimulatedBoard _board;
    private readonly Radio _radio = new();
    private int _second;

    public StationTests()
    {
        NetworkPeripheral.Provision(_storage, "nanoFirmware-0001", "home", "correct horse");
        _board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), _storage));
    }

    public void Dispose()
    {
        _board.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
    }

    [TestMethod]
    public void A_network_that_cannot_be_joined_is_left_alone_after_30_s_and_tried_again_every_5_min()
    {
        GoOnTo(28);
        Assert.IsTrue(_board.Network.IsSearching, "it is looked for at first");
        Assert.AreEqual("joining", _radio.Station.State);

        GoOnTo(34);
        Assert.IsFalse(_board.Network.IsSearching, "then the radio is the hotspot's");
        Assert.AreEqual("left alone", _radio.Station.State);

        GoOnTo(300);
        Assert.AreEqual(0, _board.Network.Joins);
        GoOnTo(340);
        Assert.AreEqual(1, _board.Network.Joins);
        GoOnTo(34 + (12 * 332));
        Assert.AreEqual(12, _board.Network.Joins, 1, "every five minutes, and half a minute each");
    }

    [TestMethod]
    public void While_a_phone_is_on_the_hotspot_no_network_is_looked_for()
    {
        GoOnTo(34);
        _board.Network.Join([2, 0, 0, 0, 0, 7]);
        GoOnTo(2000);
        Assert.AreEqual(0, _board.Network.Joins);

        _board.Network.Leave(0);
        GoOnTo(2004);
        Assert.AreEqual(1, _board.Network.Joins);
    }

    [TestMethod]
    public void A_network_that_comes_into_range_later_is_joined_when_it_is_tried_again()
    {
        GoOnTo(34);
        _board.Network.Appear(new SurroundingNetwork("home", "correct horse"));
        Assert.AreEqual("left alone", _radio.Station.State);
        GoOnTo(345);

        Assert.AreEqual("joined", _radio.Station.State);
        Assert.AreEqual("192.168.1.50", _radio.Station.Address);
    }

    [TestMethod]
    public void A_network_that_goes_away_is_looked_for_for_30_s_and_then_left_alone()
    {
        _board.Network.Appear(new SurroundingNetwork("home", "correct horse"));
        GoOnTo(100);
        Assert.AreEqual("joined", _radio.Station.State);

        _board.Network.Surroundings.Clear();
        _board.Network.Disconnect();
        GoOnTo(125);
        Assert.AreEqual("joining", _radio.Station.State);
        GoOnTo(145);
        Assert.AreEqual("left alone", _radio.Station.State);
        Assert.IsFalse(_board.Network.IsSearching, "the network that went away is still looked for");
    }

    [TestMethod]
    public void A_hotspot_without_an_address_is_tried_again_for_ever_and_less_and_less_often()
    {
        _board.Network.HotspotLacksAddress = true;
        _board.Network.Datagrams.Refuses = true;
        GoOnTo(20);
        Assert.AreEqual("starting", _radio.Hotspot.State);
        GoOnTo(3600);
        Assert.AreEqual("failed", _radio.Hotspot.State);
        Assert.AreEqual(1, _radio.Hotspot.Faults, "an hour of it is one fault");

        _board.Network.HotspotLacksAddress = false;
        _board.Network.Datagrams.Refuses = false;
        GoOnTo(3662);
        Assert.AreEqual("configured", _radio.Hotspot.State);
    }

    [TestMethod]
    public void The_hotspot_is_configured_until_somebody_was_answered_over_it()
    {
        GoOnTo(2);
        Assert.AreEqual("configured", _radio.Hotspot.State);

        byte[] query = [0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, (byte)'x', 0, 0, 1, 0, 1];
        bool answers = SpinWait.SpinUntil(
            () =>
            {
                _board.Network.Datagrams.Deliver(53, query, new IPEndPoint(IPAddress.Parse("192.168.4.20"), 40123));
                return _radio.Hotspot.State == "answering";
            },
            5000);

        Assert.IsTrue(answers, _radio.Hotspot.State);
    }

    [TestMethod]
    public void What_is_known_is_asked_of_the_platform_once_and_by_no_request()
    {
        using var device = new WiredDevice();
        device.Device.Radio.Look(0);
        string[] paths = ["/api/network", "/json/info", "/json", "/api/status", "/api/backup"];
        Array.ForEach(paths, path => device.Get(path));
        int asked = device.Network.Questions;
        for (int i = 0; i < 10; i++)
        {
            Array.ForEach(paths, path => Assert.AreEqual(200, device.Get(path).Status, path));
        }

        Assert.AreEqual(asked, device.Network.Questions, "questions that requests asked");
    }

    private void GoOnTo(int second)
    {
        for (; _second < second; _second++)
        {
            _radio.Look(_second * 1000L);
        }
    }
}
