using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Discovery;
using NanoFirmware.Live;
using NanoFirmware.Network;
using NanoHost;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Discovery;

/// <summary>The device in two networks at once: its own, and one that it joins and leaves.</summary>
[TestClass]
[RealTime]
public sealed class DiscovererTests : IDisposable
{
    private const int Mdns = 5353;
    private const int Beacon = 65506;
    private const int PatienceMs = 60_000;
    private const int QuietMs = 200;

    private static readonly IPAddress Group = new([224, 0, 0, 251]);
    private static readonly IPAddress Hotspot = new([192, 168, 4, 1]);
    private static readonly IPAddress Station = new([192, 168, 1, 50]);

    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-discovery-").FullName;
    private readonly RealTimeClock _clock = new();
    private readonly SimulatedBoard _board;
    private readonly Radio _radio = new();
    private readonly LiveControls _controls = new();
    private readonly Discoverer _discoverer;
    private long _nowMs;

    public DiscovererTests()
    {
        NetworkPeripheral.Provision(_storage, "nanoFirmware-0001", "home", "correct horse");
        _board = SimulatedBoard.Install(new SimulatedBoard(_clock, _storage));
        _discoverer = new Discoverer(_radio, _controls);
        _radio.Task = _discoverer;
    }

    private Datagrams Datagrams => _board.Network.Datagrams;

    public void Dispose()
    {
        // Else its thread would open the port again on the next test's board.
        _discoverer.Names?.End();
        _board.Dispose();
        _clock.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
    }

    [TestMethod]
    public void An_answer_leaves_by_the_network_that_its_question_came_from()
    {
        Begin();
        Join();

        Ask(new IPEndPoint(IPAddress.Parse("192.168.4.20"), Mdns));
        Ask(new IPEndPoint(IPAddress.Parse("192.168.1.77"), Mdns));

        Datagrams.Datagram[] answers = Answers(2, d => d.Peer.Port == Mdns && d.Bytes[7] == 1);
        CollectionAssert.AreEqual(new[] { Hotspot, Station }, answers.Select(a => a.Interface).ToArray());
        CollectionAssert.AreEqual(new[] { Group, Group }, answers.Select(a => a.Peer.Address).ToArray());
        CollectionAssert.AreEqual(Hotspot.GetAddressBytes(), answers[0].Bytes[^4..], "the address on the hotspot");
        CollectionAssert.AreEqual(Station.GetAddressBytes(), answers[1].Bytes[^4..], "the address in the other network");
    }

    [TestMethod]
    public void A_plain_resolver_is_answered_where_it_asked()
    {
        Begin();
        var asker = new IPEndPoint(IPAddress.Parse("192.168.4.20"), 40_001);

        Ask(asker);

        Assert.AreEqual(asker, Answers(1, d => d.Bytes[7] == 1)[0].Peer);
    }

    [TestMethod]
    public void The_group_is_joined_once_in_each_network()
    {
        Begin();
        Join();
        Look(20);

        CollectionAssert.AreEqual(
            new[] { (Mdns, Group, Hotspot), (Mdns, Group, Station) }, Datagrams.Joined.ToArray());
    }

    [TestMethod]
    public void Whoever_browses_in_the_joined_network_hears_of_the_device_at_once()
    {
        Begin();
        Join();

        Datagrams.Datagram told = Answers(1, d => d.Peer.Port == Mdns)[0];
        Assert.AreEqual(Station, told.Interface);
        Assert.AreEqual(MdnsRecords.Count, told.Bytes[7], "records");
    }

    [TestMethod]
    public void A_network_that_was_joined_hears_twice_a_minute_of_one_more_device_of_WLEDs_kind()
    {
        Begin();
        Look(20);
        Assert.IsEmpty(Datagrams.Sent.Where(d => d.Peer.Port == Beacon), "nobody is told on the hotspot");
        Join();
        Look(120);

        Datagrams.Datagram[] beacons = [.. Datagrams.Sent.Where(d => d.Peer.Port == Beacon)];
        Assert.AreEqual(4, beacons.Length, 1, "in two minutes");
        byte[] packet = beacons[0].Bytes;
        Assert.HasCount(44, packet);
        CollectionAssert.AreEqual(new byte[] { 255, 1, 192, 168, 1, 50 }, packet[..6]);
        Assert.AreEqual("nanoFirmware-0001", System.Text.Encoding.UTF8.GetString(packet, 6, 32).TrimEnd('\0'));
        Assert.AreEqual(50, packet[39], "its number is the last of its address");
        Assert.AreEqual(IPAddress.Broadcast, beacons[0].Peer.Address);
    }

    [TestMethod]
    public void Switched_off_it_has_no_port_and_is_silent_and_switched_on_again_it_answers()
    {
        Begin();
        _controls.Set(LiveControls.DiscoveryIndex, 0);
        Look(2);
        Ask(new IPEndPoint(IPAddress.Parse("192.168.4.20"), Mdns));
        Thread.Sleep(QuietMs);
        Assert.IsEmpty(Datagrams.Sent, "answers while it is off");
        Assert.IsNull(_discoverer.Names, "whoever answers is still there");

        _controls.Set(LiveControls.DiscoveryIndex, 1);
        Look(2);
        Await(() => Datagrams.Joined.Count == 2, "the port is not open again");
        Ask(new IPEndPoint(IPAddress.Parse("192.168.4.20"), Mdns));
        Answers(1, d => d.Bytes[7] == 1);
    }

    [TestMethod]
    public void A_port_that_is_taken_is_a_fault_that_is_told_and_tried_again()
    {
        Datagrams.Refuses = true;
        Look(2);
        Await(() => _discoverer.Names.Faults > 0, "nothing is said of a port that is taken");
        Assert.IsFalse(string.IsNullOrEmpty(_discoverer.Names.LastFault), "a fault without a word");

        Datagrams.Refuses = false;
        Await(() => Datagrams.Joined.Count == 1, "the port was not tried again");
    }

    [TestMethod]
    public void Dig_finds_the_device_by_its_name()
    {
        int port = FreePort.Udp();
        Datagrams.HostPorts = device => device == Mdns ? port : null;
        Begin();

        string address = Dig(port, "nanoFirmware-0001.local A");
        string service = Dig(port, "_wled._tcp.local PTR");

        Assert.AreEqual("127.0.0.1", address.Trim(), "of no network of the board's: the address that it was asked at");
        Assert.AreEqual("nanoFirmware-0001._wled._tcp.local.", service.Trim());
    }

    private void Begin()
    {
        Look(2);
        Await(() => !Datagrams.Joined.IsEmpty, "the port is not open");
    }

    private void Join()
    {
        _board.Network.Appear(new SurroundingNetwork("home", "correct horse"));
        _board.Network.ConnectAtStart();
        Look(12);
        Assert.AreEqual("joined", _radio.Station.State);
    }

    private void Look(int seconds)
    {
        for (int second = 0; second < seconds; second++)
        {
            _nowMs += 1000;
            _radio.Look(_nowMs);
        }
    }

    private void Ask(IPEndPoint asker)
    {
        byte[] question = MdnsPacketTests.Question("nanofirmware-0001.local", 1);
        int answers = Datagrams.Sent.Count;
        Datagrams.Deliver(Mdns, question, asker);
        SpinWait.SpinUntil(() => Datagrams.Sent.Count > answers, QuietMs);
    }

    private Datagrams.Datagram[] Answers(int count, Func<Datagrams.Datagram, bool> isOne)
    {
        Await(() => Datagrams.Sent.Count(isOne) >= count, "no answer");
        return [.. Datagrams.Sent.Where(isOne)];
    }

    private static string Dig(int port, string question)
    {
        var start = new ProcessStartInfo("dig", $"@127.0.0.1 -p {port} +short +tries=3 +time=2 {question}")
        {
            RedirectStandardOutput = true,
        };
        try
        {
            using Process dig = Process.Start(start)!;
            string answer = dig.StandardOutput.ReadToEnd();
            dig.WaitForExit();
            return answer;
        }
        catch (Win32Exception)
        {
            throw new AssertInconclusiveException("There is no dig on this machine: install dnsutils (bind9-dnsutils).");
        }
    }

    private static void Await(Func<bool> isSo, string otherwise) =>
        Assert.IsTrue(SpinWait.SpinUntil(isSo, PatienceMs), otherwise);
}
