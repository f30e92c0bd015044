namespace NanoFirmware.Network;

/// <summary>One DHCP message (RFC 2131, options of RFC 2132): reads what a client sent, writes what it gets back.</summary>
internal sealed partial class DhcpPacket
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
}
