using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>A jam's messages in bytes, and what they do.</summary>
[TestClass]
public class JamPacketTests
{
    private readonly JamSession _session = new(7, "here", 0);

    private JamState State => _session.State;

    [TestMethod]
    public void A_note_takes_two_bytes_and_is_heard_once_however_often_its_packet_comes()
    {
        var ears = new Ears();
        var network = new JamNetwork(2, 2) { Doubles = 0.5 };
        network.JoinAll();
        network.Run(6000);
        network.Peers[1].Session.Hearer = ears;
        for (int i = 0; i < 20; i++)
        {
            var edits = new JamEdits();
            edits.Add(JamLog.Note, 60 | (100 << 8), 0, 0, 0);
            network.Peers[0].Session.Do(edits, JamSession.Own, network.Own(0));
            network.Run(200);
        }

        Assert.AreEqual(JamPacket.HeadBytes + 2, network.Sent[^1].Length, "bytes");
        Assert.AreEqual(20, ears.Heard, "notes");
    }

    [TestMethod]
    [DataRow(3, 3 * 7)]
    [DataRow(4, 5 + (4 * 2))]
    [DataRow(20, 5 + (20 * 2))]
    [DataRow(128, 5 + (128 * 2))]
    public void Steps_that_one_set_together_take_two_bytes_each_once_there_are_four(int steps, int bytes)
    {
        var network = new JamNetwork(2, 2);
        network.JoinAll();
        network.Play(0);
        network.Run(6000);
        network.Sent.Clear();
        for (int step = 0; step < steps; step++)
        {
            network.Step(0, step / 16, step % 16, step % 101);
        }

        network.Run(500);

        Assert.AreEqual(JamPacket.HeadBytes + bytes, network.Sent[0].Length, "bytes");
        Assert.IsTrue(network.AreEqual(), network.Differences());
    }

    [TestMethod]
    public void What_does_not_fit_into_a_packet_goes_with_the_next_one()
    {
        var network = new JamNetwork(2, 2);
        network.JoinAll();
        network.Play(0);
        network.Run(6000);
        for (int step = 0; step < JamLog.Capacity; step++)
        {
            network.Step(0, step % 8, step / 8 % 16, step % 101);
        }

        byte[] packet = new byte[150];
        int packets = 0;
        for (int ms = 0; ms < 3000; ms += 60)
        {
            (JamSession session, JamFeed feed) = network.Peers[0];
            int length = feed.Fill(packet, 0, 100, network.Own(0) + (ms * 1000));
            Assert.IsTrue(length <= 100, $"{length} bytes");
            packets += length > 0 ? 1 : 0;
            if (length > 0)
            {
                network.Peers[1].Session.Receive(network.Peers[1].Feed, packet, 0, length, network.Own(1) + (ms * 1000));
            }
        }

        Assert.IsTrue(network.AreEqual(), network.Differences());
        Assert.IsTrue(packets > 5, $"{packets} packets");
    }

    [TestMethod]
    public void Whoever_does_not_say_that_he_takes_runs_is_told_each_step_by_itself()
    {
        var network = new JamNetwork(3, 2);
        network.JoinAll();
        network.Play(0);
        network.Run(6000);
        JamSession session = network.Peers[0].Session;
        session.People.Take(network.Peers[1].Session.Id, "device 1", knowsRuns: false, (int)(network.Own(0) / 1000));
        network.Sent.Clear();
        for (int step = 0; step < 16; step++)
        {
            network.Step(0, 3, step);
        }

        network.Run(100);

        Assert.AreEqual(JamPacket.HeadBytes + (16 * JamPacket.StepBytes), network.Sent[0].Length, "bytes");
        Assert.IsTrue(network.AreEqual(), network.Differences());
    }

    [TestMethod]
    public void A_run_without_a_stamp_is_stamped_where_it_arrives_and_goes_before_none_that_is_newer()
    {
        JamFeed feed = Join();
        JamWords.Do(_session, """{"type":"drum-step","track":1,"step":2,"stamp":50,"by":9}""");
        Receive(feed, 13, 2, 0, 0, 0, 18, 128 + 30, 19, 40);
        Receive(feed, 13, 2, 50, 0, 0, 18, 7, 20, 8);

        Assert.AreEqual((128 + 30, 40, 8), (State.Values[18], State.Values[19], State.Values[20]));
        Assert.AreEqual(((51 << 8) | 7, (52 << 8) | 7, (51 << 8) | 33), (State.Stamps[18], State.Stamps[19], State.Stamps[20]));
        Assert.AreEqual((52, 0), (State.Newest, _session.Refused));
    }

    [TestMethod]
    [DataRow("13 3 1 0 0 0 5 128 5 1 5", "cell 128", 1)]
    [DataRow("13 3 1 0 0 0 5 1 101 2 5", "a velocity of 101", 1)]
    [DataRow("13 3 254 255 127 0 5 1 5 2 5", "stamps of more than 23 bits", 0)]
    [DataRow("13 3 1 0 0 0 5 1 5", "not all of it", 0)]
    [DataRow("13 3 1 0", "not all of its head", 0)]
    [DataRow("13 0 1 0 0", "nobody's steps", 0)]
    public void What_is_wrong_in_a_run_ends_it(string bytes, string what, int taken)
    {
        JamFeed feed = Join();
        Receive(feed, [.. bytes.Split(' ').Select(byte.Parse)]);

        Assert.AreEqual(taken, State.Stamps.Count(stamp => stamp > 0), what);
        Assert.AreEqual(1, _session.Refused, what);
    }

    [TestMethod]
    public void A_run_may_end_with_the_last_stamp_that_there_is()
    {
        JamFeed feed = Join();
        Receive(feed, 13, 2, 254, 255, 127, 3, 5, 4, 6);

        Assert.AreEqual((JamState.LastStamp, 5, 6), (State.Newest, State.Values[3], State.Values[4]));
        Assert.AreEqual((JamState.LastStamp << 8) | 33, State.Stamps[4]);
    }

    [TestMethod]
    public void Bytes_of_any_kind_do_no_harm()
    {
        var random = new Random(11);
        _session.Join("JAM347", 0);
        JamFeed feed = _session.Open(isLeaf: false)!;
        byte[] packet = new byte[300];
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(packet);
            JamPacket.PutHead(packet, 0, random.Next(2), _session.RoomSum, random.Next(256), i, 0);
            for (int at = JamPacket.HeadBytes; random.Next(3) > 0 && at < 250; at += 7)
            {
                packet[at] = (byte)random.Next(15);
            }

            _session.Receive(feed, packet, 0, random.Next(packet.Length), i);
        }

        for (int cell = 0; cell < JamState.TrackCell; cell++)
        {
            Assert.IsTrue((State.Values[cell] & 127) <= JamState.MostVelocity, $"cell {cell} holds {State.Values[cell]}");
        }

        Assert.IsTrue(JamMessage.IsTempo(State.Tempo100), $"tempo {State.Tempo100}");
        Assert.IsTrue(State.Root < 12 && State.Scale < JamColours.Scales && State.ColourMode < 3, "colours");
    }

    private JamFeed Join()
    {
        _session.Join("JAM347", 0);
        return _session.Open(isLeaf: false)!;
    }

    private void Receive(JamFeed feed, params byte[] messages)
    {
        byte[] packet = [.. new byte[JamPacket.HeadBytes], .. messages];
        JamPacket.PutHead(packet, 0, 0, _session.RoomSum, 33, 1, 0);
        _session.Receive(feed, packet, 0, packet.Length, 1_000_000);
    }

    private sealed class Ears : JamHearer
    {
        internal int Heard { get; private set; }

        public override void Play(int note, int velocity) => Heard++;
    }
}
