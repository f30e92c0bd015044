using System;
using System.Net;
using System.Net.Sockets;
using NanoFirmware.Audio;
using NanoFirmware.Network;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Live;

/// <summary>Tells others what is heard here, by WLED's Sound Sync: one datagram a hop, to the group, in the network that the
/// device joined or in its own.</summary>
internal sealed class SoundSyncSender : FrameTask
{
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;

    // How often it looks whether the device is in another network by now.
    private const int LookHops = Board.FrameRateHz;

    private readonly AudioThread _ears;
    private readonly Radio _radio;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private readonly byte[] _packet = new byte[SoundSyncPacket.Bytes];

    // The four bytes of 0.0 to 255.0, as an int each: a conversion makes an array.
    private readonly int[] _floats = new int[256];

    // Centres of our bands, likewise.
    private readonly int[] _centres = new int[AudioSnapshot.BandCount];
    private Socket _socket;
    private string _address;
    private int _untilLook;
    private int _frame;

    public SoundSyncSender(AudioThread ears, Radio radio)
    {
        _ears = ears;
        _radio = radio;
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

    /// <summary>Datagrams that were sent.</summary>
    public int Sent;

    /// <summary>How often it could not be opened or failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <inheritdoc/>
    public override void Run()
    {
        if (--_untilLook <= 0)
        {
            _untilLook = LookHops;
            Look();
        }

        if (_socket != null)
        {
            Send();
        }
    }

    /// <summary>Closes its socket.</summary>
    public void Close()
    {
        Socket socket = _socket;
        _socket = null;
        if (socket != null)
        {
            socket.Close();
        }
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

    private void Send()
    {
        try
        {
            _socket.Send(Fill(_ears.Snapshot));
            Sent++;
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    private void Look()
    {
        int nowMs = (int)(HighResTimer.GetCurrent() / 1000);
        string address = _radio.Station.Address ?? Board.HotspotAddress;
        if (address != _address)
        {
            Close();
            _address = address;
        }

        if (_socket == null && _retry.IsDue(nowMs))
        {
            Open(address);
        }
    }

    // Connected: to send to an end point would make two objects each time.
    private void Open(string address)
    {
        try
        {
            _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            _socket.SetSocketOption(
                SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Parse(address).GetAddressBytes());
            _socket.Connect(new IPEndPoint(new IPAddress(SoundSyncPacket.Group), SoundSyncPacket.Port));
            _retry.Succeeded();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    private void Fail(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
        _retry.Failed((int)(HighResTimer.GetCurrent() / 1000));
        Close();
    }
}
