using System.Collections.Concurrent;
using System.Diagnostics;
using NanoFirmware.Jam;

namespace NanoFirmware.Bench.Jam;

/// <summary>Rooms of people, each editing at a pace of his own; how long it takes until the others have it.</summary>
internal sealed class JamLoad : IAsyncDisposable
{
    private const int RoundMs = 5;
    private const int Seed = 330;
    private const int ConnectMs = 3_000;

    // What is on its way when the last edit was made: a digest a minute would mend more.
    private const int SettleMs = 2_000;

    private readonly int _port;
    private readonly JamPeer[][] _rooms;
    private readonly ConcurrentDictionary<(JamPeer Peer, int Cell), (int Stamp, long SentUs)> _awaited = new();
    private readonly ConcurrentBag<double> _waitsMs = [];
    private readonly Random _random = new(Seed);
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    internal JamLoad(int port, int rooms, int people)
    {
        _port = port;
        _rooms = [.. Enumerable.Range(0, rooms).Select(room => Enumerable.Range(1, people)
            .Select(id => new JamPeer($"R{room:00000}", id, NowUs)).ToArray())];
    }

    private long NowUs => _watch.Elapsed.Ticks / (TimeSpan.TicksPerMillisecond / 1000);

    private IEnumerable<JamPeer> People => _rooms.SelectMany(room => room);

    public ValueTask DisposeAsync()
    {
        foreach (JamPeer peer in People)
        {
            peer.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Brings everybody to the broker, and lets them know each other.</summary>
    internal async Task ConnectAsync(CancellationToken stop)
    {
        foreach (JamPeer peer in People)
        {
            await peer.ConnectAsync(_port, () => NowUs, () => Heard(peer), stop);
        }

        await PassAsync(TimeSpan.FromMilliseconds(ConnectMs), () => { }, stop);
    }

    /// <summary>Has everybody edit.</summary>
    internal async Task<JamFigures> RunAsync(int editsAMinute, TimeSpan length, Action<double> passed, CancellationToken stop)
    {
        long bytes = People.Sum(peer => peer.Bytes);
        long packets = People.Sum(peer => peer.Packets);
        Dictionary<JamPeer, long> dueUs = People.ToDictionary(peer => peer, _ => NowUs + Pause(editsAMinute));
        int edits = 0;
        long beganUs = NowUs;
        await PassAsync(length, () =>
        {
            foreach (JamPeer[] room in _rooms)
            {
                foreach (JamPeer peer in room.Where(peer => dueUs[peer] <= NowUs))
                {
                    dueUs[peer] += Pause(editsAMinute);
                    Edit(room, peer);
                    edits++;
                }
            }

            passed((NowUs - beganUs) / 1e6 / length.TotalSeconds);
        }, stop);
        double roomHours = _rooms.Length * length.TotalHours;
        await PassAsync(TimeSpan.FromMilliseconds(SettleMs), () => { }, stop);

        double[] waits = [.. _waitsMs.Order()];
        return new JamFigures(
            edits, _awaited.Count, waits[waits.Length / 2], waits[waits.Length * 99 / 100],
            (People.Sum(peer => peer.Packets) - packets) / roomHours, (People.Sum(peer => peer.Bytes) - bytes) / roomHours,
            People.Sum(peer => peer.TextBytes) / roomHours,
            _rooms.All(room => room.All(peer => peer.Session.State.Digest == room[0].Session.State.Digest)));
    }

    // From none to twice the mean.
    private long Pause(int editsAMinute) => (long)(_random.NextDouble() * 120_000_000 / editsAMinute);

    private void Edit(JamPeer[] room, JamPeer peer)
    {
        int cell = _random.Next(JamState.TrackCell);
        int value = _random.Next(101) | (_random.Next(2) * JamState.On);
        long nowUs = NowUs;
        int stamp = peer.Edit(cell, value, nowUs);
        foreach (JamPeer other in room.Where(other => other != peer))
        {
            // Of a step that is set twice before it was heard the first one counts.
            _awaited.TryAdd((other, cell), (stamp, nowUs));
        }
    }

    private void Heard(JamPeer peer)
    {
        foreach (((JamPeer Peer, int Cell) key, (int Stamp, long SentUs) wanted) in _awaited.Where(one => one.Key.Peer == peer))
        {
            if (peer.Session.State.Stamps[key.Cell] >= wanted.Stamp && _awaited.TryRemove(key, out _))
            {
                _waitsMs.Add((NowUs - wanted.SentUs) / 1000.0);
            }
        }
    }

    private async Task PassAsync(TimeSpan length, Action round, CancellationToken stop)
    {
        long endUs = NowUs + (long)length.TotalMicroseconds;
        while (NowUs < endUs)
        {
            round();
            foreach (JamPeer peer in People)
            {
                await peer.TellAsync(NowUs, stop);
            }

            await Task.Delay(RoundMs, stop);
        }
    }
}
