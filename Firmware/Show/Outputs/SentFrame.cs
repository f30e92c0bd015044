using System;
using System.Threading;

namespace NanoFirmware.Outputs;

/// <summary>
/// Pixels that somebody in the network sends for all outputs together: one thread puts them together, any thread reads the newest whole
/// frame, by the rule of the snapshots' exchange (docs/adr/0002-snapshots-without-locks.md): two slots, one counter, never a torn copy.
/// Three bytes a pixel in the sender's order, the first output's pixels and then the next one's.
/// </summary>
public sealed class SentFrame
{
    /// <summary>Frames that are for all of them.</summary>
    public const int EveryOutput = -1;

    // Who was overtaken twice in a row keeps the frame that he has.
    private const int Attempts = 3;

    private readonly byte[] _slot0;
    private readonly byte[] _slot1;
    private int _counter;

    /// <param name="pixels">Of all strips together.</param>
    public SentFrame(int pixels)
    {
        Waiting = new byte[pixels * 3];
        _slot0 = new byte[pixels * 3];
        _slot1 = new byte[pixels * 3];
    }

    /// <summary>The frame that is being put together; it keeps what it held, so that a sender may send what changed alone. Its writer's.</summary>
    public readonly byte[] Waiting;

    /// <summary>True while a sender's frames are to be shown in place of what is drawn here.</summary>
    public bool IsOn;

    /// <summary>On which outputs they are, a bit for each.</summary>
    public int Outputs = EveryOutput;

    /// <summary>The bytes come as green, red, blue; else red comes first.</summary>
    public bool IsGreenFirst;

    /// <summary>The bytes are light as it is: no gamma, no brightness.</summary>
    public bool IsRaw;

    /// <summary>Number of the newest whole frame; it tells a reader whether there is another.</summary>
    public int Number => Interlocked.CompareExchange(ref _counter, 0, 0) >> 1;

    /// <summary>Makes a copy of <see cref="Waiting"/> the newest whole frame. One thread only.</summary>
    public void Show()
    {
        int filling = Interlocked.Increment(ref _counter);
        byte[] slot = ((filling + 1) & 2) == 0 ? _slot0 : _slot1;
        Array.Copy(Waiting, 0, slot, 0, slot.Length);
        Interlocked.Increment(ref _counter);
    }

    /// <summary>
    /// Copies a part of the newest whole frame; false when the writer overtook every attempt, and then what
    /// <paramref name="pixels"/> holds is not to be used.
    /// </summary>
    /// <param name="pixels">Gets the bytes, from its start on.</param>
    /// <param name="from">First byte of the frame.</param>
    /// <param name="count">Bytes.</param>
    public bool TryRead(byte[] pixels, int from, int count)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int before = Interlocked.CompareExchange(ref _counter, 0, 0) & ~1;
            Array.Copy((before & 2) == 0 ? _slot0 : _slot1, from, pixels, 0, count);
            int after = Interlocked.CompareExchange(ref _counter, 0, 0);
            if (after - before <= 2)
            {
                return true;
            }
        }

        return false;
    }
}
