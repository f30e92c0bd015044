namespace NanoHost.IO;

/// <summary>The board's only drive, I:\, in its internal flash.</summary>
public sealed class DriveInfo
{
    private static readonly string[] FileSystems = { "littlefs" };

    /// <exception cref="IOException">The board has no such drive.</exception>
    public DriveInfo(string driveName)
    {
        SimulatedBoard.Current.Storage.Map(Path.GetFullPath(driveName));
        Name = Path.Root;
        Refresh();
    }

    public string Name { get; set; }

    public DriveType DriveType { get; set; }

    /// <summary>The size of the partition in bytes.</summary>
    public long TotalSize { get; set; }

    public static DriveInfo[] GetDrives() => new[] { new DriveInfo(Path.Root) };

    public static string[] GetFileSystems() => (string[])FileSystems.Clone();

    /// <summary>Does nothing: the simulated board has no card reader.</summary>
    public static void MountRemovableVolumes()
    {
    }

    /// <summary>Deletes everything on the drive.</summary>
    public void Format(string fileSystem, uint parameter)
    {
        SimulatedBoard.Current.Storage.Format();
        Refresh();
    }

    public void Refresh()
    {
        DriveType = DriveType.Fixed;
        TotalSize = SimulatedBoard.Current.Storage.CapacityBytes;
    }
}
