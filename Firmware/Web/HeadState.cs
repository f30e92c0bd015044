namespace NanoFirmware.Web;

/// <summary>How far the head of a request has come.</summary>
internal enum HeadState
{
    /// <summary>Its empty line is still to come.</summary>
    Incomplete,

    /// <summary>All of it is there.</summary>
    Complete,

    /// <summary>It is none of HTTP/1.</summary>
    Bad,
}
