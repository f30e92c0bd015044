namespace NanoFirmware.Audio;

/// <summary>
/// Finds out which of the two I2S slots carries the microphone and in which byte order, since the driver promises
/// neither: the live slot moves most, and its bytes tell which of them are the high ones.
/// </summary>
/// <remarks>
/// A slot is 32 bits with the microphone's 24 in the upper three bytes; the fourth is whatever the line keeps when the microphone
/// has let go of it. In quiet the middle byte is calm and the low one is noise. In loud sound both are wild, and then only the
/// high byte is anything but 0 or 255.
/// </remarks>
public sealed class SlotFinder
{
    /// <summary>Two slots of 32 bits.</summary>
    public const int BytesPerFrame = 8;

    private const int BytesPerSlot = 4;

    // The INMP441 is silent for its first 2^18 clocks, 267 ms at our 983 kHz: 16 hops.
    private const int SettlingHops = 16;

    // Then 8 hops, 133 ms, are enough to tell noise from a dead line.
    private const int ExaminedHops = 8;

    // A line that has not moved for a second is examined again: the microphone may have been plugged in elsewhere.
    private const int StuckHops = Board.FrameRateHz;

    // Where a dead line is looked at moves on by this each hop: odd, so that every frame has its turn and no sound's period hides
    // it.
    private const int PlaceStep = 37;

    // Every 16th pair of neighbours is plenty, and keeps the examination at a quarter of a hop's budget.
    private const int Stride = 16 * BytesPerFrame;

    // By byte of a frame: how far it moved from sample to sample, around the circle of 256, and how often it was neither 0 nor
    // 255.
    private readonly int[] _moves = new int[BytesPerFrame];
    private readonly int[] _extents = new int[BytesPerFrame];
    private int _hops = -SettlingHops;
    private int _stuck;
    private bool _isDead;
    private int _place;

    /// <summary>Byte offset of the live slot in a frame: 0 or 4.</summary>
    public int Offset;

    /// <summary>True when the high byte comes first.</summary>
    public bool Swapped;

    /// <summary>True once a live slot was found and as long as it moves.</summary>
    public bool Found;

    /// <summary>
    /// Looks at one hop of 256 frames: closely until the slot is found, then only whether it still moves; where no slot moves,
    /// only whether one begins to.
    /// </summary>
    public void Examine(byte[] hop)
    {
        if (Found)
        {
            Watch(hop);
            return;
        }

        // A device without a microphone would look closely for ever: 23 µs of reference time in each hop.
        _isDead = _isDead && !Stirs(hop);
        if (_isDead)
        {
            return;
        }

        _hops++;
        if (_hops > 0)
        {
            Measure(hop);
        }

        if (_hops >= ExaminedHops)
        {
            Decide();
        }
    }

    // The two inner bytes hold the middle and the low one, whatever the order.
    private void Watch(byte[] hop)
    {
        int at = Offset + 1;
        bool moves = hop[at] != hop[at + BytesPerFrame] || hop[at] != hop[at + (100 * BytesPerFrame)]
            || hop[at + 1] != hop[at + 1 + (100 * BytesPerFrame)] || hop[at + 1] != hop[at + 1 + (200 * BytesPerFrame)];
        _stuck = moves ? 0 : _stuck + 1;
        if (_stuck >= StuckHops)
        {
            Restart();
        }
    }

    private bool Stirs(byte[] hop)
    {
        _place = (_place + PlaceStep) % Board.HopFrames;
        int at = _place * BytesPerFrame;
        for (int i = 0; i < BytesPerFrame; i++)
        {
            if (hop[i] != hop[at + i])
            {
                return true;
            }
        }

        return false;
    }

    private void Measure(byte[] hop)
    {
        int[] moves = _moves;
        int[] extents = _extents;
        for (int at = 0; at < hop.Length; at += Stride)
        {
            for (int i = 0; i < BytesPerFrame; i++)
            {
                int value = hop[at + i];
                int step = (sbyte)(hop[at + BytesPerFrame + i] - value);
                moves[i] += step < 0 ? -step : step;
                extents[i] += value == 0 || value == 255 ? 0 : 1;
            }
        }
    }

    private void Decide()
    {
        int left = Moves(0);
        int right = Moves(BytesPerSlot);
        if (left == 0 && right == 0)
        {
            Restart();
            _isDead = true;
            return;
        }

        Offset = right > left ? BytesPerSlot : 0;
        Swapped = IsSwapped(Offset);
        Found = true;
        _stuck = 0;
    }

    private int Moves(int slot) => _moves[slot] + _moves[slot + 1] + _moves[slot + 2] + _moves[slot + 3];

    private bool IsSwapped(int slot)
    {
        int first = _moves[slot];
        int second = _moves[slot + 1];
        int third = _moves[slot + 2];
        int last = _moves[slot + 3];

        // Sound of 16 bits leaves the lower half still.
        if (first + second == 0 || third + last == 0)
        {
            return third + last == 0;
        }

        if (second < third / 2 || third < second / 2)
        {
            return second < third;
        }

        return _extents[slot] > _extents[slot + 3];
    }

    private void Restart()
    {
        Found = false;
        _stuck = 0;
        _hops = 0;
        for (int i = 0; i < BytesPerFrame; i++)
        {
            _moves[i] = _extents[i] = 0;
        }
    }
}
