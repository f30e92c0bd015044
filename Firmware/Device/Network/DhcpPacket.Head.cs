using System;

namespace NanoFirmware.Network;

/// <content>The fixed fields, in and out.</content>
internal sealed partial class DhcpPacket
{
    private const int FlagsAt = 10;
    private const int ClientAddressAt = 12;
    private const int YourAddressAt = 16;
    private const int RelayAt = 24;
    private const int CookieAt = 236;

    /// <summary>Reads a client's message; false when it is not one.</summary>
    public bool Read(byte[] bytes, int length)
    {
        // A request over Ethernet, with its magic cookie.
        if (length < OptionsAt + 3 || bytes[0] != 1 || bytes[1] != 1 || bytes[2] != 6
            || bytes[CookieAt] != 99 || bytes[CookieAt + 1] != 130 || bytes[CookieAt + 2] != 83 || bytes[CookieAt + 3] != 99)
        {
            return false;
        }

        Bytes = bytes;
        Type = 0;
        RequestedHost = 0;
        IsForUs = true;
        WantsBroadcast = (bytes[FlagsAt] & 0x80) != 0;
        ClientHost = HostAt(ClientAddressAt);
        return ReadOptions(length) && Type >= Discover && Type <= Inform;
    }

    /// <summary>Writes an answer of <see cref="ReplyBytes"/> bytes.</summary>
    /// <param name="reply">At least that long.</param>
    /// <param name="type"><see cref="Offer"/>, <see cref="Ack"/> or <see cref="Nak"/>.</param>
    /// <param name="host">Last octet of the client's address; 0 for none.</param>
    /// <param name="leaseSeconds">How long it may be used; 0 leaves the times out, as the answer to an inform does.</param>
    public void Write(byte[] reply, int type, int host, int leaseSeconds)
    {
        Array.Clear(reply, 0, ReplyBytes);
        reply[0] = 2;
        reply[1] = 1;
        reply[2] = 6;
        Array.Copy(Bytes, 4, reply, 4, 4);
        reply[FlagsAt] = Bytes[FlagsAt];
        if (type == Ack)
        {
            Array.Copy(Bytes, ClientAddressAt, reply, ClientAddressAt, AddressBytes);
        }

        if (host != 0)
        {
            Array.Copy(_server, 0, reply, YourAddressAt, 3);
            reply[YourAddressAt + 3] = (byte)host;
        }

        Array.Copy(Bytes, RelayAt, reply, RelayAt, AddressBytes);
        Array.Copy(Bytes, MacAt, reply, MacAt, 16);
        Array.Copy(Bytes, CookieAt, reply, CookieAt, 4);
        WriteOptions(reply, type, leaseSeconds);
    }
}
