using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>Something optional that keeps a file of its own, for whoever makes the device new or backs it up.</summary>
internal abstract class KeptOption
{
    /// <summary>As when the device was new, and no file.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public abstract void Reset();

    /// <summary>All that is wanted of it; null for nothing that is worth telling.</summary>
    /// <param name="isKept">As its file holds it, secrets and all; else as everybody may know it.</param>
    public abstract JsonPart Document(bool isKept);

    /// <summary>Takes such a document over, or only looks whether it can. What is wrong and changes nothing, or null.</summary>
    /// <param name="document">What is wanted, as a backup tells it; what it leaves out stays.</param>
    /// <param name="resolved">Gets it as the file is to hold it, and nothing changes; null to take it over.</param>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public abstract string Restore(JsonPart document, JsonWriter resolved);
}
