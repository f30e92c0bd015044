namespace NanoFirmware.Network;

/// <content>The options in which a client says what it wants.</content>
internal sealed partial class DhcpPacket
{
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
}
