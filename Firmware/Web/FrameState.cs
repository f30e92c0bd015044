namespace NanoFirmware.Web;

/// <summary>How far a frame of RFC 6455 has come.</summary>
internal enum FrameState
{
    /// <summary>More bytes are to come.</summary>
    Incomplete,

    /// <summary>All of it is there.</summary>
    Complete,

    /// <summary>It breaks the protocol.</summary>
    Bad,

    /// <summary>It holds more than is taken.</summary>
    TooLong,
}
