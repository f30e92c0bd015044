using PcDirectory = System.IO.Directory;

namespace NanoHost.IO;

/// <summary>Directories of the board's drive.</summary>
public static class Directory
{
    private static FlashDrive Drive => SimulatedBoard.Current.Storage;

    public static bool Exists(string path)
    {
        path = Path.GetFullPath(path);
        return path.StartsWith(Path.Root, StringComparison.OrdinalIgnoreCase)
            && (
                Path.Names(path).Length == 0
                    || (Path.Names(path)[0] != FlashDrive.HostFolder && PcDirectory.Exists(Drive.Map(path))));
    }

    /// <summary>Makes a directory in one that is there; one that is there already is no error.</summary>
    public static DirectoryInfo CreateDirectory(string path)
    {
        path = Path.GetFullPath(path);
        string pcPath = Drive.Map(path);
        RequireParent(path);
        File.Require(!File.Exists(path), path + " is a file.");
        if (!PcDirectory.Exists(pcPath))
        {
            Drive.RequireDirectoryRoom();
            Drive.Change(path, () => PcDirectory.CreateDirectory(pcPath));
        }

        return new DirectoryInfo(path);
    }

    public static void Delete(string path) => Delete(path, recursive: false);

    /// <exception cref="IOException">There is no such directory, or it is not empty and only recursion would empty
    /// it.</exception>
    public static void Delete(string path, bool recursive)
    {
        path = Path.GetFullPath(path);
        RequireThere(path);
        bool empty = Drive.Children(path, directories: true).Length + Drive.Children(path, directories: false).Length == 0;
        File.Require(recursive || empty, path + " is not empty.");
        Drive.Change(path, () => PcDirectory.Delete(Drive.Map(path), recursive));
    }

    public static void Move(string sourceDirName, string destDirName)
    {
        string source = Path.GetFullPath(sourceDirName);
        string target = Path.GetFullPath(destDirName);
        RequireThere(source);
        File.Require(!Exists(target) && !File.Exists(target), target + " is there already.");
        RequireParent(target);
        Drive.Change(target, () => PcDirectory.Move(Drive.Map(source), Drive.Map(target)));
    }

    /// <summary>Full paths of the files in a directory, not below it.</summary>
    public static string[] GetFiles(string path) => Children(path, directories: false);

    /// <summary>Full paths of the directories in a directory, not below it.</summary>
    public static string[] GetDirectories(string path) => Children(path, directories: true);

    public static string GetCurrentDirectory() => Drive.CurrentDirectory;

    public static void SetCurrentDirectory(string path)
    {
        path = Path.GetFullPath(path);
        RequireThere(path);
        Drive.CurrentDirectory = path;
    }

    /// <summary>The directory that a new name goes into must be there: the drive makes one level at a time.</summary>
    internal static void RequireParent(string fullPath)
    {
        if (Path.GetDirectoryName(fullPath) is { } parent)
        {
            RequireThere(parent);
        }
    }

    private static void RequireThere(string fullPath) => File.Require(Exists(fullPath), "There is no directory " + fullPath);

    private static string[] Children(string path, bool directories)
    {
        path = Path.GetFullPath(path);
        RequireThere(path);
        return Drive.Children(path, directories);
    }
}
