namespace NanoFirmware.Flash;

/// <summary>Why the board was not flashed, and what to do about it.</summary>
public sealed class FlashException : Exception
{
    public FlashException(string message)
        : base(message)
    {
    }
}
