using System;

namespace NanoFirmware.Network;

/// <summary>One DHCP message (RFC 2131, options of RFC 2132): reads what a client sent, writes what it gets back.</summary>
internal sealed class DhcpPacket
{
    public const int Discover = 1;
    public const int Offer = 2;
    public const int Request = 3;
    public const int Decline = 4;
    public const int Ack = 5;
    public const int Nak = 6;
    public const int Release = 7;
    public const int Inform = 8;

    /// <summary>Where the client's hardware address starts.</summary>
    public const int MacAt = 28;

    /// <summary>Answers have this many bytes, the least that a BOOTP client accepts.</summary>
    public const int ReplyBytes = 300;

    private const int FlagsAt = 10;
    private const int ClientAddressAt = 12;
    private const int YourAddressAt = 16;
    private const int RelayAt = 24;
    private const int CookieAt = 236;
    private const int OptionsAt = 240;
    private const int AddressBytes = 4;

    private const byte OptionMask = 1;
    private const byte OptionRouter = 3;
    private const byte OptionDns = 6;
    private const byte OptionRequestedAddress = 50;
    private const byte OptionLeaseSeconds = 51;
    private const byte OptionType = 53;
    private const byte OptionServer = 54;
    private const byte OptionRenewSeconds = 58;
    private const byte OptionRebindSeconds = 59;
    private const byte OptionEnd = 255;

    private readonly byte[] _server;
    private int _at;

    /// <param name="server">The hotspot's address, 4 bytes; its network is the first three.</param>
    public DhcpPacket(byte[] server) => _server = server;

    /// <summary>What the client sent; valid until the next <see cref="Read"/>.</summary>
    public byte[] Bytes;

    /// <summary>One of the eight kinds of message.</summary>
    public int Type;

    /// <summary>
    /// Last octet of the address that the client asks for in an option; 0 for none, −1 for one of another network.
    /// </summary>
    public int RequestedHost;

    /// <summary>Last octet of the address that the client uses already; 0 for none, −1 for one of another network.</summary>
    public int ClientHost;

    /// <summary>False when the client speaks to another server.</summary>
    public bool IsForUs;

    /// <summary>The client cannot yet receive anything but a broadcast.</summary>
    public bool WantsBroadcast;

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

    private void WriteOptions(byte[] reply, int type, int leaseSeconds)
    {
        _at = OptionsAt;
        reply[_at] = OptionType;
        reply[_at + 1] = 1;
        reply[_at + 2] = (byte)type;
        _at += 3;
        WriteAddress(reply, OptionServer, _server);
        if (type != Nak)
        {
            if (leaseSeconds > 0)
            {
                WriteSeconds(reply, OptionLeaseSeconds, leaseSeconds);
                WriteSeconds(reply, OptionRenewSeconds, leaseSeconds / 2);
                WriteSeconds(reply, OptionRebindSeconds, leaseSeconds / 8 * 7);
            }

            WriteSeconds(reply, OptionMask, unchecked((int)0xFFFFFF00));
            WriteAddress(reply, OptionRouter, _server);
            WriteAddress(reply, OptionDns, _server);
        }

        reply[_at] = OptionEnd;
    }

    private bool ReadOptions(int length)
    {
        int at = OptionsAt;
        while (at < length && Bytes[at] != OptionEnd)
        {
            if (Bytes[at] == 0)
            {
                at++;
                continue;
            }

            if (at + 2 > length || at + 2 + Bytes[at + 1] > length)
            {
                return false;
            }

            ReadOption(Bytes[at], at + 2, Bytes[at + 1]);
            at += 2 + Bytes[at + 1];
        }

        return true;
    }

    private void ReadOption(byte option, int at, int length)
    {
        if (option == OptionType && length == 1)
        {
            Type = Bytes[at];
        }
        else if (option == OptionRequestedAddress && length == AddressBytes)
        {
            RequestedHost = HostAt(at);
        }
        else if (option == OptionServer && length == AddressBytes)
        {
            IsForUs = HostAt(at) == _server[3];
        }
    }

    private int HostAt(int at)
    {
        if (Bytes[at] == 0 && Bytes[at + 1] == 0 && Bytes[at + 2] == 0 && Bytes[at + 3] == 0)
        {
            return 0;
        }

        return Bytes[at] == _server[0] && Bytes[at + 1] == _server[1] && Bytes[at + 2] == _server[2] ? Bytes[at + 3] : -1;
    }

    private void WriteAddress(byte[] reply, byte option, byte[] address)
    {
        reply[_at] = option;
        reply[_at + 1] = AddressBytes;
        Array.Copy(address, 0, reply, _at + 2, AddressBytes);
        _at += 2 + AddressBytes;
    }

    private void WriteSeconds(byte[] reply, byte option, int value)
    {
        reply[_at] = option;
        reply[_at + 1] = AddressBytes;
        reply[_at + 2] = (byte)(value >> 24);
        reply[_at + 3] = (byte)(value >> 16);
        reply[_at + 4] = (byte)(value >> 8);
        reply[_at + 5] = (byte)value;
        _at += 2 + AddressBytes;
    }
}
