using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>
/// Devices in one room on a network in virtual time that loses, doubles, delays and parts, each with a clock of its own that
/// runs a little wrong.
/// </summary>
internal sealed class JamNetwork
{
    private const int StepUs = 10_000;

    private readonly Random _random;
    private readonly List<(long AtUs, int To, byte[] Packet)> _underWay = [];
    private readonly byte[] _packet = new byte[JamFeed.MostBytes];
    private readonly int[] _side;

    internal JamNetwork(int peers, int seed)
    {
        _random = new Random(seed);
        _side = new int[peers];
        int[] ids = [.. Enumerable.Range(1, 254).OrderBy(_ => _random.Next()).Take(peers)];
        for (int i = 0; i < peers; i++)
        {
            Ahead.Add(_random.NextInt64(0, 3_600_000_000));
            var session = new JamSession(ids[i], $"device {i}", Own(i));
            Peers.Add((session, session.Open(isLeaf: false)!));
        }
    }

    internal List<(JamSession Session, JamFeed Feed)> Peers { get; } = [];

    internal List<long> Ahead { get; } = [];

    internal long NowUs { get; private set; }

    internal double Loss { get; set; }

    internal double Doubles { get; set; }

    internal int DelayMs { get; set; } = 5;

    /// <summary>Bytes that were sent, each packet once, however many hear it.</summary>
    internal long Bytes { get; private set; }

    /// <summary>The packets that were sent.</summary>
    internal List<byte[]> Sent { get; } = [];

    /// <summary>A device's own clock: forty millionths fast or slow.</summary>
    internal long Own(int peer) => Ahead[peer] + NowUs + (NowUs * (((peer % 3) - 1) * 40) / 1_000_000);

    internal void JoinAll(string room = "JAM347")
    {
        for (int i = 0; i < Peers.Count; i++)
        {
            Join(i, room);
            Run(_random.Next(50, 400));
        }
    }

    internal void Join(int peer, string room = "JAM347") => Peers[peer].Session.Join(room, Own(peer));

    internal void Part(Func<int, int> side)
    {
        for (int i = 0; i < _side.Length; i++)
        {
            _side[i] = side(i);
        }
    }

    internal void Run(int ms)
    {
        for (long end = NowUs + (ms * 1000L); NowUs < end;)
        {
            NowUs += StepUs;
            foreach ((long atUs, int to, byte[] packet) in _underWay.Where(one => one.AtUs <= NowUs).ToArray())
            {
                Peers[to].Session.Receive(Peers[to].Feed, packet, 0, packet.Length, Own(to));
            }

            _underWay.RemoveAll(one => one.AtUs <= NowUs);
            for (int i = 0; i < Peers.Count; i++)
            {
                Peers[i].Session.Tick(Own(i));
                int length = Peers[i].Feed.Fill(_packet, 0, _packet.Length, Own(i));
                if (length > 0)
                {
                    Send(i, _packet[..length]);
                }
            }
        }
    }

    /// <summary>An edit of anything by one device.</summary>
    internal void Edit(int peer)
    {
        var edits = new JamEdits();
        int cell = _random.Next(JamState.Cells + 3);
        if (cell < JamState.TrackCell)
        {
            edits.Add(cell, _random.Next(101) | (_random.Next(2) * JamState.On), 0, 0, 0);
        }
        else if (cell < JamState.ColourCell)
        {
            edits.Add(cell, JamRows.TrackValue(_random.Next(101), _random.Next(2) == 1, _random.Next(2) == 1), 0, 0, 0);
        }
        else if (cell == JamState.ColourCell)
        {
            edits.AddPart(JamEdits.ColourPart, _random.Next(3), _random.Next(12), _random.Next(-1, JamColours.Scales));
        }
        else
        {
            edits.AddPart(JamEdits.TransportPart, _random.Next(-1, 2), _random.Next(50, 76), _random.Next(4000, 30001));
        }

        Peers[peer].Session.Do(edits, JamSession.Own, Own(peer));
    }

    internal void Step(int peer, int track, int step, int velocity = JamState.UsualVelocity)
    {
        var edits = new JamEdits();
        edits.Add((track * JamState.Steps) + step, velocity | JamState.On, 0, 0, 0);
        Peers[peer].Session.Do(edits, JamSession.Own, Own(peer));
    }

    internal void Play(int peer, bool isPlaying = true)
    {
        var edits = new JamEdits();
        edits.AddPart(JamEdits.TransportPart, isPlaying ? 1 : 0, -1, -1);
        Peers[peer].Session.Do(edits, JamSession.Own, Own(peer));
    }

    /// <summary>All devices' states, cell by cell.</summary>
    internal bool AreEqual() => Peers.All(peer => IsEqual(peer.Session.State, Peers[0].Session.State));

    internal static bool IsEqual(JamState one, JamState other) =>
        one.Values.SequenceEqual(other.Values) && one.Stamps.SequenceEqual(other.Stamps) && one.OriginMs == other.OriginMs
        && one.Digest == other.Digest;

    /// <summary>What two devices do not agree on.</summary>
    internal string Differences() => string.Join("; ",
        from peer in Peers
        select $"{peer.Session.Id} digest {peer.Session.State.Digest} knows {peer.Session.People.Count}, origin "
            + $"{peer.Session.State.OriginMs}, cells "
            + string.Join(' ', Enumerable.Range(0, JamState.Cells).Where(
                cell => peer.Session.State.Stamps[cell] != Peers[0].Session.State.Stamps[cell]
                    || peer.Session.State.Values[cell] != Peers[0].Session.State.Values[cell])));

    private void Send(int from, byte[] packet)
    {
        Bytes += packet.Length;
        Sent.Add(packet);
        for (int to = 0; to < Peers.Count; to++)
        {
            bool arrives = to != from && _side[to] == _side[from] && _random.NextDouble() >= Loss;
            for (int copies = arrives ? 1 : 0; copies > 0; copies--)
            {
                _underWay.Add((NowUs + (_random.Next(1, DelayMs + 1) * 1000), to, packet));
                copies += _random.NextDouble() < Doubles ? 1 : 0;
            }
        }
    }
}
