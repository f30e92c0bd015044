using System;

namespace NanoFirmware.Live;

/// <summary>
/// Up to four senders of one protocol, known by an identity of 16 bytes: who has the highest priority is heard, among equals who
/// began last.
/// </summary>
internal sealed class SenderTable
{
    private const int Places = 4;
    private const int HalfBytes = E131Packet.CidBytes / 2;
    private const int Nobody = -1;

    // Each identity in two halves: a datagram is looked at in two comparisons instead of sixteen.
    private readonly long[] _firstHalves = new long[Places];
    private readonly long[] _lastHalves = new long[Places];
    private readonly bool[] _isHere = new bool[Places];
    private readonly int[] _priorities = new int[Places];
    private readonly int[] _heardMs = new int[Places];
    private readonly int[] _arrivals = new int[Places];
    private int _arrived;
    private int _heard = Nobody;

    /// <summary>Priority of the one that is heard; −1 when there is none.</summary>
    public int Priority => _heard == Nobody ? Nobody : _priorities[_heard];

    /// <summary>How many are there.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (int i = 0; i < Places; i++)
            {
                count += _isHere[i] ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>True when the last call of <see cref="Take"/> or <see cref="Remove"/> brought another one to be heard.</summary>
    public bool HasChanged;

    /// <summary>A sender sends; true when it is the one to hear. A fifth one is not heard until another is gone.</summary>
    public bool Take(byte[] packet, int at, int priority, int nowMs)
    {
        int place = IndexOf(packet, at);
        HasChanged = false;
        if (place != Nobody && _priorities[place] == priority)
        {
            _heardMs[place] = nowMs;
            return place == _heard;
        }

        place = place == Nobody ? Seat(packet, at) : place;
        if (place == Nobody)
        {
            return false;
        }

        _priorities[place] = priority;
        _heardMs[place] = nowMs;
        Choose();
        return place == _heard;
    }

    /// <summary>A sender ends.</summary>
    public void Remove(byte[] packet, int at)
    {
        int place = IndexOf(packet, at);
        if (place != Nobody)
        {
            _isHere[place] = false;
            Choose();
        }
    }

    /// <summary>Whoever was silent for <paramref name="holdMs"/> is gone.</summary>
    public void Watch(int nowMs, int holdMs)
    {
        for (int i = 0; i < Places; i++)
        {
            _isHere[i] = _isHere[i] && nowMs - _heardMs[i] < holdMs;
        }

        Choose();
    }

    /// <summary>All are gone.</summary>
    public void Clear()
    {
        Array.Clear(_isHere, 0, Places);
        _heard = Nobody;
    }

    private int Seat(byte[] packet, int at)
    {
        int place = FreePlace();
        if (place != Nobody)
        {
            _firstHalves[place] = BitConverter.ToInt64(packet, at);
            _lastHalves[place] = BitConverter.ToInt64(packet, at + HalfBytes);
            _isHere[place] = true;
            _arrivals[place] = ++_arrived;
        }

        return place;
    }

    private void Choose()
    {
        int best = Nobody;
        for (int i = 0; i < Places; i++)
        {
            if (_isHere[i] && (best == Nobody || IsBefore(i, best)))
            {
                best = i;
            }
        }

        HasChanged = best != _heard;
        _heard = best;
    }

    private bool IsBefore(int one, int other) =>
        _priorities[one] > _priorities[other]
        || (_priorities[one] == _priorities[other] && _arrivals[one] - _arrivals[other] > 0);

    private int FreePlace()
    {
        for (int i = 0; i < Places; i++)
        {
            if (!_isHere[i])
            {
                return i;
            }
        }

        return Nobody;
    }

    private int IndexOf(byte[] packet, int at)
    {
        long first = BitConverter.ToInt64(packet, at);
        long last = BitConverter.ToInt64(packet, at + HalfBytes);
        for (int place = 0; place < Places; place++)
        {
            if (_isHere[place] && _firstHalves[place] == first && _lastHalves[place] == last)
            {
                return place;
            }
        }

        return Nobody;
    }
}
