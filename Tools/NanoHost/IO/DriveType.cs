namespace NanoHost.IO;

/// <summary>Kinds of drives, by the device's values.</summary>
public enum DriveType
{
    Unknown = 0,
    NoRootDirectory = 1,
    Removable = 2,
    Fixed = 3,
    Ram = 4,
}
