namespace NanoFirmware.Drive;

/// <summary>
/// What has been written to flash since the start: each document, deletion and setting of the network counts as one.
/// </summary>
internal static class FlashWrites
{
    /// <summary>How many.</summary>
    public static int Count;
}
