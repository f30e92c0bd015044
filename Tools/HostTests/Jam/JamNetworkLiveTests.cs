using System.Diagnostics;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Live;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Jam;

/// <summary>Two simulators on two computers of one network, which find each other in a room by broadcast.</summary>
[TestClass]
[RealTime]
public sealed class JamNetworkLiveTests : IDisposable
{
    private const int Lists = 40;
    private const int EditsOfList = 25;

    private readonly TemporaryFolder _folder = new();
    private TwoComputers? _network;
    private SimulatorProcess? _first;
    private SimulatorProcess? _second;

    public void Dispose()
    {
        _first?.Dispose();
        _second?.Dispose();
        _network?.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void A_thousand_edits_on_two_devices_in_one_room_end_as_one_state_and_one_time()
    {
        _network = new TwoComputers();
        _first = TwoComputers.Begin(_network.OnFirst, TwoComputers.Here, _folder["first"]);
        _second = TwoComputers.Begin(_network.OnSecond, TwoComputers.There, _folder["second"]);
        Enter(_network.OnFirst, "Anna");
        Enter(_network.OnSecond, "Ben");
        TwoComputers.Await(() => People(_network.OnFirst) == 2 && People(_network.OnSecond) == 2, "both to know of each other");
        TwoComputers.Ask(_network.OnFirst, "/api/jam/events", """{"type":"playback-control","isPlaying":true}""");

        var random = new Random(1000);
        for (int i = 0; i < Lists; i++)
        {
            string list = string.Join(',', Enumerable.Range(0, EditsOfList).Select(_ => Edit(random)));
            TwoComputers.Ask(i % 2 == 0 ? _network.OnFirst : _network.OnSecond, "/api/jam/events", $"[{list}]");
        }

        var waited = Stopwatch.StartNew();
        TwoComputers.Await(() => Digest(_network.OnFirst) == Digest(_network.OnSecond), "one state");
        Assert.IsTrue(waited.ElapsedMilliseconds < 10_000, $"{waited.ElapsedMilliseconds} ms");
        string tracks = Jam(_network.OnFirst).GetProperty("tracks").ToString();
        Assert.AreEqual(tracks, Jam(_network.OnSecond).GetProperty("tracks").ToString(), "the same steps");
        (int ApartMs, int WithinMs) clocks = Enumerable.Range(0, 12).Select(_ => Apart()).MinBy(look => look.WithinMs);
        Console.WriteLine($"equal after {waited.ElapsedMilliseconds} ms, clocks {clocks} apart as three requests see it");
        Assert.IsTrue(Math.Abs(clocks.ApartMs) <= 25 + (clocks.WithinMs / 2), $"{clocks}: apart, and how long the look took");
        Assert.IsTrue(Jam(_network.OnSecond).GetProperty("transport").GetProperty("isPlaying").GetBoolean(), "both play");
    }

    [TestMethod]
    public void They_find_each_other_at_ports_that_are_moved_too()
    {
        _network = new TwoComputers();
        _first = TwoComputers.Begin(_network.OnFirst, TwoComputers.Here, _folder["first"], "--udp-offset", "7000");
        _second = TwoComputers.Begin(_network.OnSecond, TwoComputers.There, _folder["second"], "--udp-offset", "7000");
        Enter(_network.OnFirst, "Anna");
        Enter(_network.OnSecond, "Ben");

        TwoComputers.Await(() => People(_network.OnFirst) == 2 && People(_network.OnSecond) == 2, "both to know of each other");
    }

    private static string Edit(Random random) =>
        $$"""{"type":"drum-step","track":{{random.Next(8)}},"step":{{random.Next(16)}},"velocity":{{random.Next(101)}}}""";

    private static void Enter(string[] where, string name)
    {
        TwoComputers.Ask(where, "/api/live", """{"jam":true}""");
        TwoComputers.Ask(where, "/api/jam", $$"""{"room":"JAM347","name":"{{name}}"}""");
    }

    // How far the second's time is from the middle of two looks at the first's.
    private (int ApartMs, int WithinMs) Apart()
    {
        int before = Now(_network!.OnFirst);
        int between = Now(_network.OnSecond);
        int after = Now(_network.OnFirst);
        return (between - ((before + after) / 2), after - before);
    }

    private static int Now(string[] where) => Jam(where).GetProperty("transport").GetProperty("now").GetInt32();

    private static int People(string[] where) => Jam(where).GetProperty("people").GetArrayLength();

    private static int Digest(string[] where) => Jam(where).GetProperty("digest").GetInt32();

    private static JsonElement Jam(string[] where) => JsonDocument.Parse(TwoComputers.Ask(where, "/api/jam")).RootElement;
}
