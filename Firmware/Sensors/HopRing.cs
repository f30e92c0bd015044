using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Sensors;

/// <summary>
/// The microphone's newest hops as the driver gave them, each one native move: what a sample of them is, is looked at when
/// somebody asks.
/// </summary>
internal sealed class HopRing : RawSamples
{
    // The first that hold as many samples as are told.
    private const int Hops = ((Most - 1) / Board.HopFrames) + 1;
    private const int HopBytes = Board.HopFrames * SlotFinder.BytesPerFrame;

    private readonly byte[] _bytes = new byte[Hops * HopBytes];
    private int _count;
    private int _next;

    /// <summary>Where in a frame the microphone is; null before it was heard.</summary>
    public SlotFinder Slots;

    /// <inheritdoc/>
    public override int Count => _count * Board.HopFrames < Most ? _count * Board.HopFrames : Most;

    /// <inheritdoc/>
    public override int At(int index)
    {
        int oldest = ((_next + Hops - _count) * Board.HopFrames) + (_count * Board.HopFrames) - Count;
        int frame = (oldest + index) % (Hops * Board.HopFrames);
        int at = (frame * SlotFinder.BytesPerFrame) + Slots.Offset;
        return Slots.Swapped
            ? ((sbyte)_bytes[at] << 8) | _bytes[at + 1]
            : ((sbyte)_bytes[at + 3] << 8) | _bytes[at + 2];
    }

    /// <summary>Keeps one more.</summary>
    public void Add(byte[] hop, long nowUs)
    {
        if (IsHeld(nowUs))
        {
            return;
        }

        Array.Copy(hop, 0, _bytes, _next * HopBytes, HopBytes);
        _next = _next == Hops - 1 ? 0 : _next + 1;
        _count += _count < Hops ? 1 : 0;
    }
}
