using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>Whatever a network does to its packets, all who are in a room end with one state.</summary>
[TestClass]
public class JamConvergenceTests
{
    // A keep-alive tells the digest again, so nothing stays different for longer; then asking and answering.
    private const int DigestMs = 75_000;

    public static IEnumerable<object[]> Seeds() =>
        from seed in Enumerable.Range(0, 24)
        select new object[] { seed };

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void All_have_one_state_whatever_is_lost_doubled_and_late(int seed)
    {
        var random = new Random(seed);
        var network = new JamNetwork(2 + (seed % 7), seed)
        {
            Loss = seed % 3 * 0.2,
            Doubles = seed % 2 * 0.3,
            DelayMs = 1 + random.Next(400),
        };
        network.JoinAll();
        bool isParted = seed % 4 == 3;
        for (int i = 0; i < 200; i++)
        {
            if (isParted && i == 60)
            {
                network.Part(peer => peer % 2);
            }

            if (isParted && i == 140)
            {
                network.Part(_ => 0);
            }

            network.Edit(random.Next(network.Peers.Count));
            network.Run(random.Next(3) * 10);
        }

        int waitedMs = 0;
        for (; waitedMs < DigestMs * 2 && !network.AreEqual(); waitedMs += 500)
        {
            network.Run(500);
        }

        Assert.IsTrue(network.AreEqual(), $"different after {waitedMs} ms: {network.Differences()}");
        Assert.IsTrue(network.Loss > 0 || isParted || waitedMs <= 5000, $"{waitedMs} ms though nothing was lost");
    }

    [TestMethod]
    public void Two_edits_within_the_same_moment_are_both_sent_in_one_packet()
    {
        var network = new JamNetwork(2, 1);
        network.JoinAll();
        network.Run(6000);
        int before = network.Sent.Count;
        network.Step(0, 0, 3);
        network.Step(0, 0, 4);
        network.Step(0, 7, 15);
        network.Run(100);

        Assert.AreEqual(1, network.Sent.Count - before, "one packet");
        Assert.AreEqual(JamPacket.HeadBytes + (3 * 7), network.Sent[^1].Length, "seven bytes a step");
        Assert.IsTrue(network.AreEqual(), "the other has all three");
    }

    [TestMethod]
    public void Whoever_comes_late_gets_everything_and_the_clock()
    {
        var network = new JamNetwork(3, 5);
        network.Join(0);
        network.Run(500);
        network.Join(1);
        network.Run(5000);
        for (int i = 0; i < 300; i++)
        {
            network.Edit(i % 2);
        }

        network.Play(0);
        network.Run(200_000);
        network.Step(2, 5, 5);
        network.Join(2);
        network.Run(6000);

        Assert.IsTrue(network.AreEqual(), "the newcomer's own pattern gives way to the room's");
        long apartUs = Math.Abs(Session(network, 2) - Session(network, 0));
        Assert.IsTrue(apartUs < 10_000, $"clocks {apartUs} µs apart");
        string people = string.Join(' ', Enumerable.Range(0, 3).Select(network.Peers[2].Session.Person).Order());
        Assert.AreEqual("device 0 device 1 device 2", people, "who is there");
    }

    [TestMethod]
    public void While_a_loop_plays_nothing_travels_but_a_ping_a_minute()
    {
        var network = new JamNetwork(4, 3);
        network.JoinAll();
        network.Step(0, 0, 0);
        network.Play(1);
        network.Run(20_000);
        network.Sent.Clear();
        network.Run(600_000);

        int[] kinds = [.. network.Sent.Select(packet => (int)packet[JamPacket.HeadBytes])];
        Assert.IsFalse(kinds.Any(kind => kind <= JamPacket.Row || kind >= JamPacket.Note), string.Join(' ', kinds));
        Assert.IsTrue(network.Sent.Count(Has(JamPacket.Ping)) <= 3 * 10, "a ping a minute of each who follows the clock");
        Assert.IsTrue(network.Sent.Count <= 70, $"{network.Sent.Count} packets in ten minutes");
    }

    [TestMethod]
    public void Alone_in_a_room_nothing_travels_but_a_sign_of_life_a_minute()
    {
        var network = new JamNetwork(1, 9);
        network.JoinAll();
        network.Play(0);
        network.Run(5000);
        network.Sent.Clear();
        for (int i = 0; i < 100; i++)
        {
            network.Edit(0);
            network.Run(6000);
        }

        Assert.IsTrue(network.Sent.Count <= 10, $"{network.Sent.Count} packets in ten minutes");
        Assert.IsTrue(network.Sent.TrueForAll(packet => packet[JamPacket.HeadBytes] == JamPacket.Hello), "signs of life alone");
    }

    [TestMethod]
    public void Loops_stay_within_ten_milliseconds_for_an_hour_and_never_jump()
    {
        var network = new JamNetwork(4, 17) { DelayMs = 12 };
        network.JoinAll();
        network.Play(2);
        network.Run(8000);
        long worstUs = 0;
        long[] before = [.. Enumerable.Range(0, 4).Select(peer => Session(network, peer))];
        for (int second = 0; second < 3600; second += 5)
        {
            network.Run(5000);
            long[] now = [.. Enumerable.Range(0, 4).Select(peer => Session(network, peer))];
            worstUs = Math.Max(worstUs, now.Max() - now.Min());
            for (int peer = 0; peer < 4; peer++)
            {
                long stepUs = now[peer] - before[peer] - 5_000_000;
                Assert.IsTrue(Math.Abs(stepUs) < 12_000, $"{stepUs} µs in five seconds: drift, no jump");
            }

            before = now;
        }

        Assert.IsTrue(worstUs < 10_000, $"{worstUs} µs apart");
    }

    [TestMethod]
    public void An_hour_of_four_people_stays_below_60_KB_in_bytes_and_330_KB_in_texts()
    {
        var random = new Random(4);
        var network = new JamNetwork(4, 4);
        network.JoinAll();
        network.Play(0);
        network.Run(10_000);
        long before = network.Bytes;
        long texts = 0;
        int edits = 0;
        long[] nextUs = [.. Enumerable.Range(0, 4).Select(_ => network.NowUs + random.Next(40_000_000))];
        int[] burst = new int[4];

        // A phone at one of them hears all four, in lists as they come, and who comes and goes.
        JamFeed phone = network.Peers[0].Session.Open(isLeaf: true)!;
        var json = new Documents.JsonWriter(1024);
        long heard = 0;

        // Eight steps in about three seconds, then listening: 48 edits a minute, an edit each five seconds and person.
        for (long end = network.NowUs + 3_600_000_000; network.NowUs < end; network.Run(50))
        {
            json.Clear();
            heard += phone.Write(json, network.Own(0)) ? json.Length : 0;
            for (int person = 0; person < 4; person++)
            {
                if (nextUs[person] <= network.NowUs)
                {
                    int step = random.Next(16);
                    network.Step(person, random.Next(8), step, random.Next(20, 101));
                    texts += TextBytes(network.Peers[person].Session);
                    edits++;
                    burst[person] = (burst[person] + 1) % 8;
                    nextUs[person] += burst[person] == 0 ? random.Next(30_000_000, 44_000_000) : random.Next(150_000, 700_000);
                }
            }
        }

        long bytes = network.Bytes - before;
        Console.WriteLine(
            $"{edits} edits: {bytes} bytes, {texts} bytes of texts, {heard} as a phone hears them, {network.Sent.Count} packets");
        Assert.IsTrue(edits > 2600, $"{edits} edits");
        Assert.IsTrue(bytes < 60_000, $"{bytes} bytes for {edits} edits");
        Assert.IsTrue(texts < 330_000, $"{texts} bytes of texts for {edits} edits");
        Assert.IsTrue(heard > texts && heard < 330_000, $"{heard} bytes of texts as a phone hears them, {texts} of edits alone");
        Assert.IsTrue(network.AreEqual(), "all the same at the end");
    }

    [TestMethod]
    [DataRow(92)]
    [DataRow(-60)]
    public void What_a_late_hello_told_wrong_is_put_right_by_the_pings_at_once(int wrongMs)
    {
        var clock = new JamClock();
        clock.Begin(0);
        clock.Adopt(5000 - wrongMs);
        for (int ping = 1; ping <= JamClock.Pings; ping++)
        {
            long nowUs = ping * 100_000;
            int sentUs = (int)clock.SessionUs(nowUs - 10_000);
            int thereUs = (int)(nowUs - 5_000 + 5_000_000);
            clock.Answered(sentUs, thereUs, thereUs, (int)clock.SessionUs(nowUs));
            clock.Drift(nowUs);
        }

        long offUs = clock.SessionUs(1_000_000) - 6_000_000;
        Assert.IsTrue(Math.Abs(offUs) < 1000, $"{offUs} µs off");
    }

    [TestMethod]
    public void What_eight_slow_answers_told_wrong_is_put_right_by_the_ping_of_a_minute_later_and_a_drift()
    {
        // An answer takes 80 ms longer than its question, each time: the clock is 40 ms off.
        var clock = new JamClock();
        clock.Begin(0);
        long nowUs = 0;
        for (int ping = 1; ping <= JamClock.Pings; ping++)
        {
            nowUs = ping * 100_000;
            Answer(clock, nowUs, 5_000, 85_000);
        }

        for (; nowUs < 59_000_000; nowUs += 100_000)
        {
            clock.Drift(nowUs);
        }

        Assert.IsTrue(Math.Abs(clock.SessionUs(nowUs) - nowUs) > 30_000, $"{clock.SessionUs(nowUs) - nowUs} µs off");
        Answer(clock, nowUs, 5_000, 5_000);
        for (; nowUs < 82_000_000; nowUs += 100_000)
        {
            clock.Drift(nowUs);
        }

        Assert.IsTrue(Math.Abs(clock.SessionUs(nowUs) - nowUs) < 1000, $"{clock.SessionUs(nowUs) - nowUs} µs off");
    }

    [TestMethod]
    public void Whoever_leaves_is_gone_at_once()
    {
        var network = new JamNetwork(2, 6);
        network.JoinAll();
        network.Run(3000);
        Assert.AreEqual(1, network.Peers[0].Session.People.Count, "the other is there");

        network.Peers[1].Session.Join(null, network.Own(1));
        network.Run(300);

        Assert.AreEqual(0, network.Peers[0].Session.People.Count, "the other is gone");
    }

    [TestMethod]
    public void Of_two_with_one_number_at_least_one_takes_another_and_both_agree_afterwards()
    {
        var network = new JamNetwork(2, 8);
        network.Peers[1].Session.Id = network.Peers[0].Session.Id;
        network.JoinAll();
        network.Run(3000);
        Assert.AreNotEqual(network.Peers[0].Session.Id, network.Peers[1].Session.Id, "numbers");

        network.Step(0, 1, 1);
        network.Step(1, 2, 2);
        network.Run(DigestMs);

        Assert.IsTrue(network.AreEqual(), network.Differences());
        Assert.AreEqual(1, network.Peers[0].Session.People.Count, "who is there");
    }

    // Of a clock that is right here.
    private static void Answer(JamClock clock, long gotUs, int outUs, int backUs)
    {
        int sentUs = (int)clock.SessionUs(gotUs - outUs - backUs);
        clock.Answered(sentUs, (int)(gotUs - backUs), (int)(gotUs - backUs), (int)clock.SessionUs(gotUs));
        clock.Drift(gotUs);
    }

    private static int TextBytes(JamSession session)
    {
        var json = new Documents.JsonWriter(1024);
        JamWriter.WriteEntry(json, session, session.Log.Count - 1);
        return json.Length;
    }

    private static Func<byte[], bool> Has(int kind) => packet => packet[JamPacket.HeadBytes] == kind;

    private static long Session(JamNetwork network, int peer) =>
        network.Peers[peer].Session.Clock.SessionUs(network.Own(peer));
}
