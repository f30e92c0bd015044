using System;
using NanoFirmware.Outputs;

namespace NanoFirmware.Live;

/// <summary>Puts pieces of a sender's frame where they belong; what lies outside the strips is cut off.</summary>
internal sealed class LiveCanvas
{
    private readonly SentFrame _frame;

    public LiveCanvas(SentFrame frame) => _frame = frame;

    /// <summary>Bytes of all strips together.</summary>
    public int Bytes => _frame.Waiting.Length;

    /// <summary>Three bytes a pixel.</summary>
    /// <param name="packet">Where they are.</param>
    /// <param name="from">First of them there.</param>
    /// <param name="count">Bytes; a pixel may be split between two pieces.</param>
    /// <param name="to">Its place in the frame; what lies before the frame is left out.</param>
    public void Put(byte[] packet, int from, int count, int to)
    {
        if (to < 0)
        {
            from -= to;
            count += to;
            to = 0;
        }

        int room = Bytes - to;
        count = count < room ? count : room;
        if (count > 0)
        {
            Array.Copy(packet, from, _frame.Waiting, to, count);
        }
    }

    /// <summary>Red, green, blue and white; the strips have no white of their own, so it is left out, as WLED does.</summary>
    /// <param name="packet">Where they are.</param>
    /// <param name="from">First of them there.</param>
    /// <param name="pixels">How many.</param>
    /// <param name="toPixel">Place of the first in the frame.</param>
    public void PutWithWhite(byte[] packet, int from, int pixels, int toPixel)
    {
        byte[] waiting = _frame.Waiting;
        int to = toPixel * 3;
        int room = (waiting.Length - to) / 3;
        pixels = pixels < room ? pixels : room;
        for (int i = 0; i < pixels; i++, from += 4, to += 3)
        {
            waiting[to] = packet[from];
            waiting[to + 1] = packet[from + 1];
            waiting[to + 2] = packet[from + 2];
        }
    }

    /// <summary>Single pixels: index, red, green, blue.</summary>
    /// <param name="packet">Where they are.</param>
    /// <param name="from">First of them there.</param>
    /// <param name="count">Pixels.</param>
    public void PutSingles(byte[] packet, int from, int count)
    {
        for (int i = 0; i < count; i++, from += 4)
        {
            Put(packet, from + 1, 3, packet[from] * 3);
        }
    }

    /// <summary>
    /// Takes a whole frame that somebody handed over; false when another one overtook it, and then it is not to be shown.
    /// </summary>
    public bool TryTake(SentFrame handed) => _frame.TryTake(handed);

    /// <summary>All dark, for a sender that begins.</summary>
    public void Clear() => Array.Clear(_frame.Waiting, 0, Bytes);

    /// <summary>What has been put together is shown.</summary>
    public void Show() => _frame.Show();
}
