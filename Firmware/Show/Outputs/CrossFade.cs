using System;

namespace NanoFirmware.Outputs;

/// <summary>
/// Leads from the picture that is shown to another one. All bytes of a frame would take 20 µs of reference time, so each frame
/// mixes four of the strip's blocks, 15 pixels each, fewer but never none while there is other work, and the others keep their
/// last mixture.
/// </summary>
internal sealed class CrossFade
{
    // A third of 180 pixels, and as much less for each other thing that a frame has to do.
    private const int MostBlocks = 4;
    private const int LeastBlocks = 1;
    private const int BlocksPerWork = 2;

    private readonly FrameBlocks _blocks;
    private readonly byte[] _old;
    private readonly byte[] _mixed;
    private int _durationMs;
    private int _elapsedMs;
    private int _next;

    /// <param name="length">Bytes of a frame.</param>
    /// <param name="blocks">The output's.</param>
    public CrossFade(int length, FrameBlocks blocks)
    {
        _blocks = blocks;
        _old = new byte[length];
        _mixed = new byte[length];
    }

    public bool IsOn;

    /// <summary>Begins at what is <paramref name="shown"/>.</summary>
    public void Begin(byte[] shown, int durationMs)
    {
        Array.Copy(shown, 0, _old, 0, _old.Length);
        Array.Copy(shown, 0, _mixed, 0, _mixed.Length);
        _durationMs = durationMs;
        _elapsedMs = 0;
        IsOn = durationMs > 0;
    }

    /// <summary>Leaves the old picture at once.</summary>
    public void Stop() => IsOn = false;

    /// <summary>Goes on by a frame.</summary>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="otherWork">What else this frame has to do: 0 to 3 things.</param>
    /// <param name="wire">The picture that is to come; becomes the mixture.</param>
    public void Mix(int elapsedMs, int otherWork, byte[] wire)
    {
        _elapsedMs += elapsedMs;
        if (_elapsedMs >= _durationMs)
        {
            IsOn = false;
            return;
        }

        int share = _elapsedMs * 256 / _durationMs;
        int left = MostBlocks - (otherWork * BlocksPerWork);
        int blocks = left > LeastBlocks ? left : LeastBlocks;
        for (int i = 0; i < blocks; i++)
        {
            _blocks.Mix(_old, wire, _mixed, _next, share);
            _next += FrameBlocks.Size;
            _next = _next < wire.Length ? _next : 0;
        }

        Array.Copy(_mixed, 0, wire, 0, wire.Length);
    }
}
