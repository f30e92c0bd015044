using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Documents;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>A jam's messages in JSON, and what they do.</summary>
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

        JamWords.Do(session, On, anna.Source);
        Assert.AreEqual(string.Empty, Heard(anna, 100), "nobody else said anything: its own is not told again");
        JamWords.Do(session, Off, ben.Source);
        StringAssert.Contains(Heard(anna, 200), "\"enabled\":false");

        // Made before that came: it is shown over it, and holds.
        JamWords.Do(session, On, anna.Source);
        StringAssert.Contains(Heard(anna, 300), "\"enabled\":true");
        JamWords.Do(session, Off, anna.Source);
        StringAssert.Contains(Heard(anna, 2200), "\"enabled\":false", "what was told back may have crossed the next one");
        JamWords.Do(session, On, anna.Source);
        Assert.AreEqual(string.Empty, Heard(anna, 4300), "nothing is on its way any more");
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

    private static string Heard(JamFeed feed, int nowMs)
    {
        var json = new JsonWriter(2000);
        return feed.Write(json, nowMs * 1000L) ? Encoding.UTF8.GetString(json.Bytes, 0, json.Length) : string.Empty;
    }

    private void Take(string text) => JamWords.Do(_session, text);
}
