using System;
using System.Net;
using System.Net.Sockets;

namespace NanoFirmware.Discovery;

/// <summary>
/// Says twice a minute in the network that was joined that there is a device of WLED's kind: each of them lists those that it
/// hears of (node beacon of WLED, UDP 65506).
/// </summary>
internal sealed class NodeBeacon
{
    /// <summary>The build of WLED whose protocols are spoken here.</summary>
    public const int Build = 2412100;

    private const int Port = 65506;
    private const int PeriodMs = 30000;

    // 255, 1, the address, the name, the board, a number, the build (protocols of WLED 0.15, udp.cpp).
    private const int Bytes = 44;
    private const int AddressAt = 2;
    private const int NameAt = 6;
    private const int NameBytes = 32;
    private const int BoardAt = 38;
    private const int NumberAt = 39;
    private const int BuildAt = 40;
    private const int BoardS3 = 34;

    private long _nextMs;

    /// <summary>Times that it was said.</summary>
    public int Said;

    /// <summary>Times that it could not be said.</summary>
    public int Faults;

    /// <summary>What the last of them said; null if there was none.</summary>
    public string LastFault;

    /// <summary>Says it when it is time.</summary>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="address">The device's address there; null when no network is joined.</param>
    /// <param name="name">What it is called.</param>
    public void Look(long nowMs, string address, string name)
    {
        if (address == null || nowMs < _nextMs)
        {
            return;
        }

        _nextMs = nowMs + PeriodMs;
        try
        {
            Send(Packet(IPAddress.Parse(address).GetAddressBytes(), name));
            Said++;
        }
        catch (SocketException fault)
        {
            Faults++;
            LastFault = fault.Message;
        }
    }

    internal static byte[] Packet(byte[] address, string name)
    {
        var packet = new byte[Bytes];
        packet[0] = 255;
        packet[1] = 1;
        Array.Copy(address, 0, packet, AddressAt, address.Length);
        byte[] letters = TextCode.Utf8.GetBytes(name);
        Array.Copy(letters, 0, packet, NameAt, letters.Length < NameBytes ? letters.Length : NameBytes);
        packet[BoardAt] = BoardS3;
        packet[NumberAt] = address[address.Length - 1];
        for (int i = 0; i < 4; i++)
        {
            packet[BuildAt + i] = (byte)(Build >> (8 * i));
        }

        return packet;
    }

    private static void Send(byte[] packet)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
            socket.SendTo(packet, 0, packet.Length, SocketFlags.None, new IPEndPoint(IPAddress.Broadcast, Port));
        }
        finally
        {
            socket.Close();
        }
    }
}
