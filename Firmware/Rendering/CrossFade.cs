using System;

namespace NanoFirmware.Rendering;

/// <summary>
/// Leads from the picture that is shown to another one. All bytes of a frame would take 20 µs of reference time, so each frame
/// mixes a third of the strip's blocks, 30 pixels each, and the others keep their last mixture for two frames.
/// </summary>
internal sealed class CrossFade
{
    private const int Turns = 3;

    private readonly FrameBlocks _blocks;
    private readonly byte[] _old;
    private readonly byte[] _mixed;
    private int _durationMs;
    private int _elapsedMs;
    private int _turn;

    /// <param name="length">Bytes of a frame.</param>
    /// <param name="blocks">The channel's.</param>
    public CrossFade(int length, FrameBlocks blocks)
    {
        _blocks = blocks;
        _old = new byte[length];
        _mixed = new byte[length];
        New = new byte[length];
    }

    /// <summary>Where the picture that is to come is put while <see cref="IsOn"/>.</summary>
    public readonly byte[] New;

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

    /// <summary>Goes on by a frame and writes the mixture into <paramref name="wire"/>.</summary>
    public void Mix(int elapsedMs, byte[] wire)
    {
        _elapsedMs += elapsedMs;
        if (_elapsedMs >= _durationMs)
        {
            IsOn = false;
            Array.Copy(New, 0, wire, 0, wire.Length);
            return;
        }

        int share = _elapsedMs * 256 / _durationMs;
        for (int at = _turn * FrameBlocks.Size; at < wire.Length; at += Turns * FrameBlocks.Size)
        {
            _blocks.Mix(_old, New, _mixed, at, share);
        }

        _turn = _turn == Turns - 1 ? 0 : _turn + 1;
        Array.Copy(_mixed, 0, wire, 0, wire.Length);
    }
}
