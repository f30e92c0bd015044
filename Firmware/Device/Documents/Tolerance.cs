namespace NanoFirmware.Documents;

/// <summary>What a document may hold that this firmware does not take, and how its reader goes on.</summary>
internal enum Tolerance
{
    /// <summary>Nothing: a client's mistake refuses all of it.</summary>
    Nothing,

    /// <summary>Names of controls and groups: a preset that another version kept.</summary>
    UnknownNames,

    /// <summary>Anything, as long as something can be read: what is on the drive counts as far as it is sound.</summary>
    Anything,
}
