using System.Globalization;
using System.Text;
using NanoFirmware.Documents;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>
/// One who plays along with two others, by chance, over a room that loses, doubles and echoes; and a protocol of all that he did
/// and heard and of what he said, for somebody else to do the same.
/// </summary>
internal sealed class JamTwin
{
    private const string Room = "JAM347";
    private const int Rounds = 1500;
    private const int RoundUs = 10_000;
    private const int NumberOfOther = 40;

    private static readonly string[] Roots = ["C", "F#", "B"];

    private readonly Random _random;
    private readonly byte[] _packet = new byte[JamFeed.MostBytes];
    private readonly List<(JamSession Session, JamFeed Feed, long AheadUs)> _others = [];
    private readonly JamSession _own;
    private readonly JamFeed _feed;
    private readonly JamReader _reader = new(new JsonReader());
    private readonly long _aheadUs;
    private readonly int _seed;
    private long _nowUs;

    internal JamTwin(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        _aheadUs = _random.NextInt64(0, 7_200_000_000);
        int id = _random.Next(1, 255);
        _own = new JamSession(id, "twin", _aheadUs);
        _feed = _own.Open(isLeaf: false)!;
        Note("begin", id.ToString(CultureInfo.InvariantCulture));

        // Every fourth time one of the others has the same number.
        int[] ids = [seed % 4 == 3 ? id : _random.Next(1, 255), NumberOfOther + seed];
        foreach (int other in ids)
        {
            long aheadUs = _random.NextInt64(0, 7_200_000_000);
            var session = new JamSession(other, $"other {other} é", aheadUs);
            _others.Add((session, session.Open(isLeaf: false)!, aheadUs));
        }
    }

    /// <summary>What was done, when, and with what.</summary>
    internal List<Deed> Deeds { get; } = [];

    /// <summary>What was said after each, and how it stood.</summary>
    internal List<string> Expected { get; } = [];

    /// <summary>Packets that were said.</summary>
    internal int Packets { get; private set; }

    private long OwnUs => _aheadUs + _nowUs;

    internal void Run()
    {
        int[] joins = [.. Enumerable.Range(0, 3).Select(_ => _random.Next(100))];
        for (int round = 0; round < Rounds; round++)
        {
            _nowUs += RoundUs + _random.Next(100);
            for (int i = 0; i < 2; i++)
            {
                if (round == joins[i])
                {
                    _others[i].Session.Join(Room, _others[i].AheadUs + _nowUs);
                }
            }

            if (round == joins[2])
            {
                _own.Join(Room, OwnUs);
                Note("join", Room);
            }

            Play();
            Listen();
            Say();
        }
    }

    private void Play()
    {
        bool isCalm = _nowUs / 1_000_000 % 5 > 2;
        if (!isCalm && _random.Next(20) == 0)
        {
            // More than the log keeps, now and then.
            bool isMuch = _random.Next(40) == 0;
            int edits = isMuch ? _random.Next(JamLog.Capacity - 3, JamLog.Capacity + 4) : _random.Next(1, 4);
            for (int i = 0; i < edits; i++)
            {
                Edit(Message());
            }
        }

        if (_random.Next(400) == 0)
        {
            _feed.MeetStranger();
            _feed.Edited(true, (int)(OwnUs / 1000));
            Note("return", string.Empty);
        }
    }

    private void Edit(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        string problem = _reader.Read(bytes, 0, bytes.Length);
        if (problem != null)
        {
            throw new InvalidOperationException(json + ": " + problem);
        }

        _own.Do(_reader.Edits, JamSession.Own, OwnUs);
        Note("edit", json);
    }

    private void Listen()
    {
        foreach ((JamSession session, JamFeed feed, long aheadUs) in _others)
        {
            if (_random.Next(30) == 0)
            {
                var edits = new JamEdits();
                edits.Add(_random.Next(JamState.TrackCell), _random.Next(101) | JamState.On, 0, 0, 0);
                edits.AddPart(JamEdits.TransportPart, _random.Next(-1, 2), _random.Next(50, 76), _random.Next(4000, 30001));
                edits.Add(JamLog.Note, _random.Next(128) | (_random.Next(128) << 8), 0, 0, 0);
                session.Do(edits, JamSession.Own, aheadUs + _nowUs);
            }

            session.Tick(aheadUs + _nowUs);
            int length = feed.Fill(_packet, 0, _packet.Length, aheadUs + _nowUs);
            for (int copies = length == 0 ? 0 : _random.Next(3); copies > 0; copies--)
            {
                Hear(_packet[..length]);
            }
        }

        if (_seed % 2 == 1 && _random.Next(10) == 0)
        {
            Hear(Noise());
        }
    }

    // Anything, but from one in this room.
    private byte[] Noise()
    {
        byte[] packet = new byte[_random.Next(JamPacket.HeadBytes, 120)];
        _random.NextBytes(packet);
        int flags = _random.Next(4) == 0 ? JamPacket.SnapshotFlag : 0;
        JamPacket.PutHead(packet, 0, flags, JamPacket.RoomOf(Room), _random.Next(256), _random.Next(256), 0);
        for (int at = JamPacket.HeadBytes; at < packet.Length; at += 7)
        {
            packet[at] = (byte)_random.Next(14);
        }

        return packet;
    }

    private void Hear(byte[] packet)
    {
        _own.Receive(_feed, packet, 0, packet.Length, OwnUs);
        Note("hear", Convert.ToBase64String(packet));
    }

    private void Say()
    {
        _own.Tick(OwnUs);
        int length = _feed.Fill(_packet, 0, _packet.Length, OwnUs);
        byte[] said = _packet[..length];
        Note("say", string.Empty, Convert.ToBase64String(said));
        if (length == 0)
        {
            return;
        }

        Packets++;
        foreach ((JamSession session, JamFeed feed, long aheadUs) in _others)
        {
            if (_random.Next(5) > 0)
            {
                session.Receive(feed, said, 0, length, aheadUs + _nowUs);
            }
        }

        // A broker sends everybody's own words back too.
        Hear(said);
    }

    private void Note(string deed, string with, string said = "")
    {
        Deeds.Add(new Deed(deed, OwnUs, with));
        int nowMs = _own.Clock.SessionMs(OwnUs);
        string names = string.Concat(Enumerable.Range(0, _own.People.Count).Select(i => " " + _own.People.Name(i)));
        Expected.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"{said} {_own.Id} {_own.State.Digest} {_own.State.OriginMs} {nowMs} {_own.Log.Count} {_own.Refused}{names}"));
    }

    private string Message() => _random.Next(8) switch
    {
        0 => $$"""{"type":"note","note":{{_random.Next(128)}},"velocity":{{_random.Next(101)}}}""",
        1 => $$"""{"type":"track","track":{{_random.Next(8)}},"muted":{{Flag()}},"solo":{{Flag()}},"volume":{{_random.Next(101)}}}""",
        2 => $$"""{"type":"color-mode","mode":"{{JamColours.Mode(_random.Next(3))}}"}""",
        3 => $$"""{"type":"key-change","key":"{{Roots[_random.Next(3)]}}","scale":"{{JamColours.Scale(_random.Next(14))}}"}""",
        4 => $$"""{"type":"tempo-change","tempo":{{_random.Next(40, 301)}}}""",
        5 => $$"""{"type":"playback-control","isPlaying":{{Flag()}}}""",
        _ => $$"""{"type":"drum-step","track":{{_random.Next(8)}},"step":{{_random.Next(16)}},"enabled":{{Flag()}},"velocity":{{_random.Next(101)}}}""",
    };

    private string Flag() => _random.Next(2) == 0 ? "false" : "true";

    /// <param name="What">Which.</param>
    /// <param name="At">The own clock in µs.</param>
    /// <param name="With">A message, a packet, a room.</param>
    internal sealed record Deed(string What, long At, string With);
}
