namespace NanoFirmware.Audio;

/// <summary>
/// Finds out which of the two I2S slots carries the microphone and in which byte order, since the driver promises
/// neither: the live slot moves, and read in the right order it moves least.
/// </summary>
public sealed class SlotFinder
{
    private const int BytesPerFrame = 4;

    // The INMP441 is silent for its first 2^18 clocks, 267 ms at our 983 kHz: 16 hops.
    private const int SettlingHops = 16;

    // Then 8 hops, 133 ms, are enough to tell noise from a dead line.
    private const int ExaminedHops = 8;

    // A line that has not moved for a second is examined again: the microphone may have been plugged in elsewhere.
    private const int StuckHops = Board.FrameRateHz;

    // Every 8th pair of neighbours is plenty, and keeps the examination at a tenth of a hop's budget.
    private const int Stride = 8 * BytesPerFrame;

    // Roughness of each slot by byte order: the sum of the steps between neighbouring samples.
    private int _leftLittle;
    private int _leftBig;
    private int _rightLittle;
    private int _rightBig;
    private int _hops = -SettlingHops;
    private int _stuck;

    /// <summary>Byte offset of the live slot in a frame: 0 or 2.</summary>
    public int Offset;

    /// <summary>True when the high byte comes first.</summary>
    public bool Swapped;

    /// <summary>True once a live slot was found and as long as it moves.</summary>
    public bool Found;

    /// <summary>Looks at one hop of 256 frames: closely until the slot is found, then only whether it still moves.</summary>
    public void Examine(byte[] hop)
    {
        if (Found)
        {
            Watch(hop);
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

    private void Watch(byte[] hop)
    {
        int at = Offset;
        bool moves = hop[at] != hop[at + BytesPerFrame] || hop[at] != hop[at + (100 * BytesPerFrame)]
            || hop[at + 1] != hop[at + 1 + (100 * BytesPerFrame)] || hop[at] != hop[at + (200 * BytesPerFrame)];
        _stuck = moves ? 0 : _stuck + 1;
        if (_stuck >= StuckHops)
        {
            Restart();
        }
    }

    private void Measure(byte[] hop)
    {
        for (int at = 0; at < hop.Length; at += Stride)
        {
            int next = at + BytesPerFrame;
            _leftLittle += Step(hop[at], hop[at + 1], hop[next], hop[next + 1]);
            _leftBig += Step(hop[at + 1], hop[at], hop[next + 1], hop[next]);
            _rightLittle += Step(hop[at + 2], hop[at + 3], hop[next + 2], hop[next + 3]);
            _rightBig += Step(hop[at + 3], hop[at + 2], hop[next + 3], hop[next + 2]);
        }
    }

    private void Decide()
    {
        if (_leftLittle == 0 && _rightLittle == 0)
        {
            Restart();
            return;
        }

        bool right = _rightLittle + _rightBig > _leftLittle + _leftBig;
        Offset = right ? 2 : 0;

        // Loud noise is rough in both orders: only a clear difference speaks for the unusual one.
        Swapped = right ? _rightBig < _rightLittle / 2 : _leftBig < _leftLittle / 2;
        Found = true;
        _stuck = 0;
    }

    private void Restart()
    {
        Found = false;
        _stuck = 0;
        _hops = 0;
        _leftLittle = _leftBig = _rightLittle = _rightBig = 0;
    }

    private static int Step(byte low, byte high, byte nextLow, byte nextHigh)
    {
        int step = (short)(nextLow | (nextHigh << 8)) - (short)(low | (high << 8));
        return step < 0 ? -step : step;
    }
}
