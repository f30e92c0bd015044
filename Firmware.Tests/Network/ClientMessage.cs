using System;

namespace NanoFirmware.Tests.Network;

/// <summary>What phones send: DHCP messages byte by byte, as their clients put them together.</summary>
internal static class ClientMessage
{
    private static readonly byte[] Server = { 192, 168, 4, 1 };

    /// <summary>A message of a client.</summary>
    /// <param name="type">Option 53.</param>
    /// <param name="client">Makes the hardware address and the transaction.</param>
    /// <param name="requestedHost">Option 50 with 192.168.4.x; 0 leaves it out.</param>
    /// <param name="serverHost">Option 54 with 192.168.4.x; 0 leaves it out.</param>
    /// <param name="clientHost">The address in use; 0 for none.</param>
    public static byte[] Make(int type, int client, int requestedHost, int serverHost, int clientHost)
    {
        var packet = new byte[300];
        packet[0] = 1;
        packet[1] = 1;
        packet[2] = 6;
        packet[4] = 0x3D;
        packet[5] = 0x1D;
        packet[7] = (byte)client;
        if (clientHost != 0)
        {
            Put(packet, 12, clientHost);
        }

        packet[28] = 0xDA;
        packet[29] = 0xA1;
        packet[30] = 0x19;
        packet[32] = (byte)(client >> 8);
        packet[33] = (byte)client;
        packet[236] = 0x63;
        packet[237] = 0x82;
        packet[238] = 0x53;
        packet[239] = 0x63;

        int at = 240;
        at = Option(packet, at, 53, new byte[] { (byte)type });
        at = requestedHost == 0 ? at : Option(packet, at, 50, Address(requestedHost));
        at = serverHost == 0 ? at : Option(packet, at, 54, Address(serverHost));

        // Greatest message, vendor class "android", host name "Pixel", the list of parameters: as Android sends them.
        at = Option(packet, at, 57, new byte[] { 0x05, 0xDC });
        at = Option(packet, at, 60, new byte[] { 0x61, 0x6E, 0x64, 0x72, 0x6F, 0x69, 0x64 });
        at = Option(packet, at, 12, new byte[] { 0x50, 0x69, 0x78, 0x65, 0x6C });
        at = Option(packet, at, 55, new byte[] { 1, 3, 6, 15, 26, 28, 51, 58, 59, 43 });
        packet[at] = 255;
        return packet;
    }

    private static byte[] Address(int host) => new byte[] { Server[0], Server[1], Server[2], (byte)host };

    private static void Put(byte[] packet, int at, int host) => Array.Copy(Address(host), 0, packet, at, 4);

    private static int Option(byte[] packet, int at, byte option, byte[] value)
    {
        packet[at] = option;
        packet[at + 1] = (byte)value.Length;
        Array.Copy(value, 0, packet, at + 2, value.Length);
        return at + 2 + value.Length;
    }
}
