using System;

namespace NanoFirmware.Live;

/// <summary>
/// One datagram of WLED's Sound Sync: what another device hears. Version 2 (44 bytes; MoonModules counts its frames in a byte
/// that WLED leaves 0) and version 1 (88 bytes), as WLED's and MoonModules' audioreactive.h lay them out.
/// </summary>
internal sealed class SoundSyncPacket
{
    /// <summary>UDP port.</summary>
    public const int Port = 11988;

    /// <summary>Bytes of version 2.</summary>
    public const int Bytes = 44;

    /// <summary>Where version 2 has the sender's frame number.</summary>
    public const int FrameAt = 17;

    /// <summary>Where version 2 has its bands.</summary>
    public const int SecondBandsAt = 18;

    private const int FirstBytes = 88;
    private const int FirstBandsAt = 53;

    /// <summary>The group that WLED sends to.</summary>
    public static readonly byte[] Group = { 239, 0, 0, 1 };

    /// <summary>1 or 2.</summary>
    public int Version;

    /// <summary>Loudness after the sender's gain control, 0–255.</summary>
    public int Level;

    /// <summary>Whether the sender shows a peak; it may do so for several datagrams.</summary>
    public bool IsPeak;

    /// <summary>Number of the sender's frame, 0–255; 0 from everybody who does not count.</summary>
    public int Frame;

    /// <summary>Where the sixteen bands begin in the datagram, lowest first, 0–255.</summary>
    public int BandsAt;

    /// <summary>Reads a datagram; false when it is none of this protocol or not whole.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    public bool Read(byte[] packet, int length)
    {
        bool isOne = length == FirstBytes && IsVersion(packet, '1');
        if (!isOne && !(length == Bytes && IsVersion(packet, '2')))
        {
            return false;
        }

        if (isOne)
        {
            Version = 1;
            Level = Limit(BitConverter.ToInt32(packet, 40));
            IsPeak = packet[52] != 0;
            Frame = 0;
            BandsAt = FirstBandsAt;
        }
        else
        {
            Version = 2;
            Level = Limit(BitConverter.ToSingle(packet, 12));
            IsPeak = packet[16] != 0;
            Frame = packet[FrameAt];
            BandsAt = SecondBandsAt;
        }

        return true;
    }

    // "00001" or "00002", and a zero.
    private static bool IsVersion(byte[] packet, char version) =>
        packet[0] == '0' && packet[1] == '0' && packet[2] == '0' && packet[3] == '0' && packet[4] == version && packet[5] == 0;

    // Compared before it is cast: on the device a float that is no number, or too large, becomes 0.
    private static int Limit(float level)
    {
        if (level > 0f)
        {
            return level < 255f ? (int)level : 255;
        }

        return 0;
    }
}
