using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Documents;
using NanoFirmware.Jam;
using NanoHost;

namespace NanoFirmware.HostTests.Jam;

/// <summary>
/// A jam in a room at a broker, which carries to everybody, to the speaker too, and without order among speakers.
/// </summary>
[TestClass]
public sealed class JamRoomTests
{
    private const string Room = "JAM347";
    private const int RoundMs = 100;

    private readonly List<byte[]> _carried = [];
    private readonly ManualClock _clock = new();
    private readonly SimulatedBoard _board;

    public JamRoomTests() => _board = SimulatedBoard.Install(new SimulatedBoard(_clock));

    [TestCleanup]
    public void Stop() => _board.Dispose();

    [TestMethod]
    public void Two_devices_at_one_broker_have_one_state()
    {
        (JamSession Session, JamRoom Far)[] devices = [Device(3, "Anna"), Device(7, "Ben")];
        Run(devices, rounds: 20);

        Edit(devices[0].Session, track: 0, step: 4);
        Edit(devices[1].Session, track: 2, step: 9);
        Run(devices, rounds: 20);

        Assert.AreEqual(devices[0].Session.State.Digest, devices[1].Session.State.Digest, "digests of all cells");
        Assert.AreEqual(1, devices[0].Session.People.Count, "Anna knows Ben");
        Assert.AreEqual(3, devices[0].Session.Id, "one's own words from the broker are nobody else's");
    }

    [TestMethod]
    [DataRow(10, 30)]
    [DataRow(60, 30)]
    [DataRow(600, 800)]
    public void Who_comes_later_is_told_all_and_a_broker_that_was_away_is_made_up_for(int awayS, int rounds)
    {
        (JamSession Session, JamRoom Far)[] devices = [Device(3, "Anna"), Device(7, "Ben")];
        Edit(devices[0].Session, track: 1, step: 1);
        Run(devices[..1], rounds: 20);
        Run(devices, rounds: 30);
        int first = devices[1].Session.State.Digest;

        Edit(devices[0].Session, track: 5, step: 5);
        Edit(devices[1].Session, track: 6, step: 6);
        for (int second = 0; second < awayS; second++)
        {
            _clock.Advance(1_000_000);
            Array.ForEach(devices, device => device.Session.Tick(_clock.NowUs));
        }

        foreach ((_, JamRoom far) in devices)
        {
            far.Joined();
        }

        // Who was away for so long that they forgot each other are found different by the next sign of life.
        Run(devices, rounds);

        Assert.AreNotEqual(new JamSession(1, "nobody", 0).State.Digest, first, "what was there before he came");
        Assert.AreEqual(devices[0].Session.State.Digest, devices[1].Session.State.Digest, "after the broker was away");
    }

    [TestMethod]
    public void A_loop_that_plays_is_not_told_again()
    {
        (JamSession Session, JamRoom Far)[] devices = [Device(3, "Anna"), Device(7, "Ben")];
        Run(devices, rounds: 20);
        Edit(devices[0].Session, track: 0, step: 0);
        Run(devices, rounds: 50);
        _carried.Clear();

        Run(devices, rounds: 600);

        Assert.IsLessThanOrEqualTo(12, _carried.Count, "packets in a minute: signs of life and pings");
    }

    [TestMethod]
    public void Whatever_somebody_says_in_the_room_however_short_is_taken_or_refused_and_no_fault()
    {
        (JamSession Session, JamRoom Far)[] devices = [Device(3, "Anna"), Device(7, "Ben")];
        Run(devices, rounds: 20);
        Edit(devices[0].Session, track: 0, step: 4);
        Run(devices, rounds: 20);
        byte[][] said = [.. _carried];

        // Each packet as its own and as the listener's, cut at every length, and with each of its bytes wrong.
        foreach (byte[] packet in said)
        {
            foreach (bool isOwn in new[] { false, true })
            {
                byte[] whole = [.. packet];
                for (int at = 0; at <= whole.Length; at++)
                {
                    // Who finds somebody with his own number takes another one.
                    whole[4] = isOwn ? (byte)devices[0].Session.Id : packet[4];
                    devices[0].Far.Hear(whole[..at]);
                    byte[] wrong = [.. whole];
                    wrong[Math.Min(at, whole.Length - 1)] ^= 0xFF;
                    devices[0].Far.Hear(wrong);
                }
            }
        }

        Assert.IsNotEmpty(said);
        Assert.IsGreaterThan(0, devices[0].Session.Refused, "refused");
    }

    private (JamSession Session, JamRoom Far) Device(int id, string name)
    {
        var session = new JamSession(id, name, _clock.NowUs);
        session.Join(Room, _clock.NowUs);
        var far = new JamRoom(session, Room);
        far.Joined();
        return (session, far);
    }

    private void Edit(JamSession session, int track, int step)
    {
        byte[] text = Encoding.UTF8.GetBytes($$"""{"type":"drum-step","track":{{track}},"step":{{step}}}""");
        var reader = new JamReader(new JsonReader());
        Assert.IsNull(reader.Read(text, 0, text.Length), "the edit");
        session.Do(reader.Edits, JamSession.Own, _clock.NowUs);
    }

    private void Run((JamSession Session, JamRoom Far)[] devices, int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            _clock.Advance(RoundMs * 1000);
            foreach ((_, JamRoom far) in devices)
            {
                for (byte[]? message = far.Next(); message != null; message = far.Next())
                {
                    far.Carried();
                    _carried.Add(message);
                    Array.ForEach(devices, device => device.Far.Hear(message));
                }
            }
        }
    }
}
