using System;

namespace NanoFirmware.Network;

/// <content>The options of the answer.</content>
internal sealed partial class DhcpPacket
{
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
