namespace NanoFirmware.Storage;

/// <summary>Something optional that keeps a file of its own, for whoever makes the device new.</summary>
internal abstract class KeptOption
{
    /// <summary>As when the device was new, and no file.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public abstract void Reset();
}
