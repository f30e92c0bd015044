using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>Looks that come by themselves, as a backup sees them.</summary>
internal abstract class LooksRoutine : Routine
{
    /// <summary>Where they are kept.</summary>
    public const string FileName = "I:\\looks";

    /// <summary>All that is wanted of them, as their file holds it.</summary>
    public abstract JsonPart Document();

    /// <summary>Takes such a document over, or only looks whether it can. What is wrong, or null.</summary>
    /// <param name="document">What is wanted.</param>
    /// <param name="resolved">Gets it with every step resolved, and nothing changes; null to take it over.</param>
    public abstract string Restore(JsonPart document, JsonWriter resolved);
}
