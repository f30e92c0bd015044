using System;
using NanoFirmware.Audio;
using NanoFirmware.Outputs;

namespace NanoFirmware.Web;

/// <summary>
/// What is sent to clients of the socket, in one buffer for all of them: the frame's head, then a picture, an event or a text.
/// </summary>
internal sealed class SocketOut
{
    /// <summary>First byte of a picture.</summary>
    public const int PreviewKind = 1;

    /// <summary>First byte of an event.</summary>
    public const int EventKind = 2;

    /// <summary>Bytes of an event.</summary>
    public const int EventBytes = 28;

    /// <summary>Bytes before a picture's pixels.</summary>
    public const int PreviewHead = 4;

    private const int OnsetFlag = 1;
    private const int BeatFlag = 2;
    private const int DownbeatFlag = 4;

    // What an onset is: 8 a kick, 16 a snare, 32 a hat.
    private const int KickFlag = 8;
    private const int At = SocketFrame.HeaderRoom;

    // A handshake's answer, a refusal, the longest sentence.
    private const int LeastRoom = 512;

    /// <param name="mostLeds">LEDs of the longest strip.</param>
    public SocketOut(int mostLeds)
    {
        int room = At + PreviewHead + (mostLeds * 3);
        Bytes = new byte[room < LeastRoom ? LeastRoom : room];
    }

    /// <summary>Room for a frame; its own bytes begin at <see cref="SocketFrame.HeaderRoom"/>.</summary>
    public readonly byte[] Bytes;

    /// <summary>
    /// Puts a strip's pixels as they were last sent, in one move, so that they are of one frame; how many bytes that are.
    /// </summary>
    /// <param name="strip">Whose.</param>
    /// <param name="index">0 for A, 1 for B.</param>
    public int Preview(Strip strip, int index)
    {
        byte[] bytes = Bytes;
        int pixels = strip.Leds * 3;
        bytes[At] = PreviewKind;
        bytes[At + 1] = (byte)index;
        bytes[At + 2] = (byte)(strip.Leds >> 8);
        bytes[At + 3] = (byte)strip.Leds;
        Array.Copy(strip.Wire.Bytes, 0, bytes, At + PreviewHead, pixels);
        if (!strip.Order.IsUsual)
        {
            strip.Order.Turn(bytes, At + PreviewHead, pixels, ColourOrder.Usual);
        }

        return PreviewHead + pixels;
    }

    /// <summary>Puts what was heard; how many bytes that are.</summary>
    /// <param name="heard">The newest snapshot.</param>
    /// <param name="onsets">Onsets that were told before.</param>
    /// <param name="beats">Beats that were told before.</param>
    public int Event(AudioSnapshot heard, int onsets, int beats)
    {
        byte[] bytes = Bytes;
        byte[] bands = heard.Bands;
        int peak = 0;
        for (int i = 0; i < AudioSnapshot.BandCount; i++)
        {
            peak = bands[i] > peak ? bands[i] : peak;
        }

        bool isBeat = heard.Beats != beats;
        bytes[At] = EventKind;
        Put(At + 1, heard.Sequence);
        Put(At + 5, (int)heard.CapturedUs);
        bytes[At + 9] = (byte)heard.Level;
        bytes[At + 10] = (byte)peak;
        int flags = isBeat ? BeatFlag : 0;
        flags |= isBeat && heard.Bar == 0 ? DownbeatFlag : 0;
        if (heard.Onsets != onsets)
        {
            flags |= OnsetFlag;
            flags |= heard.OnsetKind == OnsetKind.None ? 0 : KickFlag << ((int)heard.OnsetKind - 1);
        }

        bytes[At + 11] = (byte)flags;
        Array.Copy(bands, 0, bytes, At + 12, AudioSnapshot.BandCount);
        return EventBytes;
    }

    private void Put(int at, int value)
    {
        byte[] bytes = Bytes;
        bytes[at] = (byte)(value >> 24);
        bytes[at + 1] = (byte)(value >> 16);
        bytes[at + 2] = (byte)(value >> 8);
        bytes[at + 3] = (byte)value;
    }
}
