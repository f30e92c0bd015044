using System;
using NanoFirmware.Audio;
using NanoFirmware.Network;

namespace NanoFirmware.Live;

/// <summary>Tells others what is heard here, by WLED's Sound Sync: one datagram a hop, to the group.</summary>
internal sealed class SoundSyncSender : GroupSender
{
    private readonly AudioThread _ears;
    private readonly byte[] _packet = new byte[SoundSyncPacket.Bytes];

    // The four bytes of 0.0 to 255.0, as an int each: a conversion makes an array.
    private readonly int[] _floats = new int[256];

    // Centres of our bands, likewise.
    private readonly int[] _centres = new int[AudioSnapshot.BandCount];
    private int _frame;

    public SoundSyncSender(AudioThread ears, Radio radio)
        : base(radio, SoundSyncPacket.Group, SoundSyncPacket.Port)
    {
        _ears = ears;
        for (int i = 0; i < _floats.Length; i++)
        {
            _floats[i] = BitsOf(i);
        }

        // Half an octave from each other. Not a static table, which would take its room on every device.
        int[] centresHz = { 36, 50, 71, 101, 143, 202, 285, 404, 571, 807, 1142, 1615, 2283, 3229, 4567, 6459 };
        for (int i = 0; i < _centres.Length; i++)
        {
            _centres[i] = BitsOf(centresHz[i]);
        }

        byte[] packet = _packet;
        packet[0] = packet[1] = packet[2] = packet[3] = (byte)'0';
        packet[4] = (byte)'2';
    }

    /// <summary>Fills a datagram with what was heard.</summary>
    internal byte[] Fill(AudioSnapshot heard)
    {
        byte[] packet = _packet;
        byte[] bands = heard.Bands;
        int loudest = 0;
        for (int band = 1; band < AudioSnapshot.BandCount; band++)
        {
            loudest = bands[band] > bands[loudest] ? band : loudest;
        }

        Array.Copy(bands, 0, packet, SoundSyncPacket.SecondBandsAt, AudioSnapshot.BandCount);
        Put(_floats[heard.Level], 8);
        Array.Copy(packet, 8, packet, 12, 4);
        packet[16] = (byte)(heard.Onset ? 1 : 0);
        packet[SoundSyncPacket.FrameAt] = (byte)++_frame;
        Put(_floats[bands[loudest]], 36);
        Put(_centres[loudest], 40);
        return packet;
    }

    private static int BitsOf(float value) => BitConverter.ToInt32(BitConverter.GetBytes(value), 0);

    private void Put(int bits, int at)
    {
        byte[] packet = _packet;
        packet[at] = (byte)bits;
        packet[at + 1] = (byte)(bits >> 8);
        packet[at + 2] = (byte)(bits >> 16);
        packet[at + 3] = (byte)(bits >> 24);
    }

    /// <inheritdoc/>
    protected override void Tell() => Send(Fill(_ears.Snapshot), SoundSyncPacket.Bytes);
}
