namespace NanoFirmware.Live;

/// <summary>What a datagram of E1.31 is.</summary>
internal enum E131Kind
{
    /// <summary>None of this protocol, or not whole.</summary>
    None,

    /// <summary>Channels of one universe.</summary>
    Data,

    /// <summary>What was held for a synchronization universe is to be shown.</summary>
    Sync,

    /// <summary>A list of universes that somebody sends.</summary>
    Discovery,
}
