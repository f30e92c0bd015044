namespace NanoFirmware.Live;

/// <summary>What a datagram of Art-Net is.</summary>
internal enum ArtNetKind
{
    /// <summary>None of this protocol, not whole, or nothing for us.</summary>
    None,

    /// <summary>Channels of one universe.</summary>
    Dmx,

    /// <summary>Somebody asks who is there.</summary>
    Poll,

    /// <summary>Somebody else's answer to that.</summary>
    PollReply,

    /// <summary>What has come is to be shown.</summary>
    Sync,
}
