using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Documents;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>A jam's messages in JSON and in bytes, and what they do.</summary>
[TestClass]
public class JamMessageTests
{
    private readonly JamSession _session = new(7, "here", 0);

    private JamState State => _session.State;

    [TestMethod]
    public void The_messages_of_the_drum_machine_are_taken_to_the_letter()
    {
        Take("""{"type":"drum-step","track":0,"step":7,"enabled":true,"velocity":65}""");
        Take("""{"type":"drum-step","track":1,"step":4}""");
        Take("""{"type":"drum-step","track":0,"step":8,"enabled":false,"velocity":30,"userId":"x","at":{"deep":[1.5]}}""");
        Take("""{"type":"color-mode","mode":"harmonic"}""");
        Take("""{"type":"key-change","key":"F#","scale":"dorian"}""");
        Take("""{"type":"tempo-change","tempo":96}""");
        Take("""{"type":"playback-control","isPlaying":true}""");

        Assert.AreEqual(65 | JamState.On, State.Values[7]);
        Assert.AreEqual(JamState.UsualVelocity | JamState.On, State.Values[16 + 4], "80 when absent");
        Assert.AreEqual(30, State.Values[8]);
        Assert.AreEqual((1, 6, 2), (State.ColourMode, State.Root, State.Scale));
        Assert.AreEqual((9600, true, 50), (State.Tempo100, State.IsPlaying, State.Swing));
    }

    [TestMethod]
    public void A_whole_pattern_takes_the_place_of_what_was_there()
    {
        Take("""{"type":"drum-step","track":5,"step":1}""");
        string steps = string.Join(',', Enumerable.Range(0, 16).Select(step => step % 4 == 0 ? "true" : "false"));
        Take($$"""{"type":"drum-pattern-reset","tracks":[{"id":"kick","steps":[{{steps}}],"muted":true,"volume":70}]}""");

        Assert.AreEqual(JamState.UsualVelocity | JamState.On, State.Values[4]);
        Assert.AreEqual(0, State.Values[81] & JamState.On, "what was not told is empty");
        Assert.AreEqual(70 | JamState.Mute, State.Values[JamState.TrackCell]);
    }

    [TestMethod]
    [DataRow("""{"type":"drum-step","track":8,"step":0}""", "track from 0 to 7")]
    [DataRow("""{"type":"drum-step","track":0,"step":16}""", "step from 0 to 15")]
    [DataRow("""{"type":"drum-step","track":0,"step":1,"velocity":101}""", "velocity from 0 to 100")]
    [DataRow("""{"type":"drum-step","track":0.5,"step":1}""", "track must be a whole number")]
    [DataRow("""{"type":"note","note":128}""", "note from 0 to 127")]
    [DataRow("""{"type":"color-mode","mode":"pink"}""", "chromatic, harmonic or spectrum")]
    [DataRow("""{"type":"key-change","key":"H"}""", "key must be")]
    [DataRow("""{"type":"tempo-change","tempo":301}""", "40 to 300")]
    [DataRow("""{"type":"playback-control"}""", "isPlaying")]
    [DataRow("""{"type":"dance"}""", "type must be")]
    [DataRow("""{"track":1,"step":1}""", "type must be")]
    [DataRow("""[{"type":"drum-step","track":0,"step":1},{"type":"drum-step","track":9,"step":1}]""", "track from 0 to 7")]
    [DataRow("""[1]""", "objects")]
    [DataRow("""5""", "object or a list")]
    [DataRow("""{"type":"drum-step","track":0,"step":1,"stamp":5}""", "needs by")]
    public void What_is_wrong_is_refused_with_a_sentence_and_nothing_of_a_list_is_done(string text, string sentence)
    {
        var reader = new JamReader(new JsonReader());
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        StringAssert.Contains(reader.Read(bytes, 0, bytes.Length) ?? "nothing", sentence, StringComparison.Ordinal);
        Assert.AreEqual(0, State.Newest, "nothing was done");
    }

    [TestMethod]
    public void What_is_written_in_JSON_is_read_as_the_same_state()
    {
        var other = new JamSession(9, "there", 0);
        var network = new JamNetwork(1, 3);
        JamFeed copy = network.Peers[0].Session.Open(isLeaf: true)!;
        for (int i = 0; i < JamLog.Capacity; i++)
        {
            network.Edit(0);
        }

        int edited = network.Peers[0].Session.State.Stamps.Count(stamp => stamp > 0);
        var json = new JsonWriter(2000);
        long nowUs = 1_000_000;
        while (copy.HasNews)
        {
            json.Clear();
            if (copy.Write(json, nowUs))
            {
                var reader = new JamReader(new JsonReader());
                Assert.IsNull(reader.Read(json.Bytes, 0, json.Length), Encoding.UTF8.GetString(json.Bytes, 0, json.Length));
                other.Do(reader.Edits, JamSession.Own, 0);
            }
        }

        int wrong = Enumerable.Range(0, JamState.TransportCell)
            .Count(cell => other.State.Stamps[cell] > 0
                && other.State.Values[cell] != network.Peers[0].Session.State.Values[cell]);
        Assert.AreEqual(0, wrong, "cells that differ");
        Assert.AreEqual(edited, other.State.Stamps.Count(stamp => stamp > 0), "cells that were written");
        Assert.IsFalse(
            Enumerable.Range(0, JamState.Cells).Any(
                cell => other.State.Stamps[cell] != network.Peers[0].Session.State.Stamps[cell]),
            "stamps travel too");
    }

    [TestMethod]
    public void A_client_whose_edit_crossed_anothers_is_told_what_became_of_it()
    {
        var session = new JamSession(9, "there", 0);
        JamFeed anna = session.Open(isLeaf: true)!;
        JamFeed ben = session.Open(isLeaf: true)!;
        const string On = """{"type":"drum-step","track":2,"step":3,"velocity":70}""";
        const string Off = """{"type":"drum-step","track":2,"step":3,"enabled":false}""";

        Say(session, anna, On);
        Assert.AreEqual(string.Empty, Heard(anna, 100), "nobody else said anything: its own is not told again");
        Say(session, ben, Off);
        StringAssert.Contains(Heard(anna, 200), "\"enabled\":false");

        // Made before that came: it is shown over it, and holds.
        Say(session, anna, On);
        StringAssert.Contains(Heard(anna, 300), "\"enabled\":true");
        Say(session, anna, Off);
        StringAssert.Contains(Heard(anna, 2200), "\"enabled\":false", "what was told back may have crossed the next one");
        Say(session, anna, On);
        Assert.AreEqual(string.Empty, Heard(anna, 4300), "nothing is on its way any more");
    }

    private static void Say(JamSession session, JamFeed feed, string message)
    {
        var reader = new JamReader(new JsonReader());
        byte[] bytes = Encoding.UTF8.GetBytes(message);
        Assert.IsNull(reader.Read(bytes, 0, bytes.Length));
        session.Do(reader.Edits, feed.Source, 0);
    }

    private static string Heard(JamFeed feed, int nowMs)
    {
        var json = new JsonWriter(2000);
        return feed.Write(json, nowMs * 1000L) ? Encoding.UTF8.GetString(json.Bytes, 0, json.Length) : string.Empty;
    }

    [TestMethod]
    public void Every_message_but_a_reset_is_shorter_than_a_kilobyte_and_a_state_is_JSON()
    {
        var network = new JamNetwork(1, 8);
        for (int i = 0; i < 300; i++)
        {
            network.Edit(0);
            var one = new JsonWriter(2000);
            JamWriter.WriteEntry(one, network.Peers[0].Session, network.Peers[0].Session.Log.Count - 1);
            Assert.IsTrue(one.Length <= JamWriter.MostBytes, $"{one.Length} bytes");
        }

        var json = new JsonWriter(4096);
        json.BeginObject();
        JamWriter.WriteState(json, network.Peers[0].Session, 0);
        json.EndObject();
        JsonElement state = JsonDocument.Parse(json.Bytes.AsMemory(0, json.Length)).RootElement;
        Assert.AreEqual(8, state.GetProperty("tracks").GetArrayLength());
        Assert.IsTrue(json.Length < 3000, $"{json.Length} bytes");
    }

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
        Take("""{"type":"drum-step","track":1,"step":2,"stamp":50,"by":9}""");
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

    [TestMethod]
    [DataRow(60, JamColours.Spectrum, 0, 0x00FF39)]
    [DataRow(12, JamColours.Spectrum, 0, 0xFF0000)]
    [DataRow(127, JamColours.Spectrum, 0, 0xFF00FF)]
    [DataRow(61, JamColours.Chromatic, 0, 0xFF5500)]
    [DataRow(67, JamColours.Harmonic, 0, 0xFF8000)]
    [DataRow(67, JamColours.Harmonic, 7, 0xFF0000)]
    public void A_note_has_the_colour_that_the_table_says(int note, int mode, int root, int colour) =>
        Assert.AreEqual(colour, JamColours.OfNote(note, mode, root));

    [TestMethod]
    public void A_hihat_is_never_black()
    {
        for (int mode = 0; mode < 3; mode++)
        {
            for (int track = 0; track < 8; track++)
            {
                Assert.AreNotEqual(0, JamColours.OfTrack(track, mode), $"{JamColours.Track(track)} in {JamColours.Mode(mode)}");
            }
        }
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

    private void Take(string text)
    {
        var reader = new JamReader(new JsonReader());
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.IsNull(reader.Read(bytes, 0, bytes.Length), text);
        _session.Do(reader.Edits, JamSession.Own, 0);
    }

    private sealed class Ears : JamHearer
    {
        internal int Heard { get; private set; }

        public override void Play(int note, int velocity) => Heard++;
    }
}
