using PcDirectory = System.IO.Directory;
using PcPath = System.IO.Path;

namespace NanoHost.IO;

/// <summary>
/// The board's drive I:\ in a folder of the PC. It holds 256 KB like the littlefs partition of a 4 MB board, counts in blocks as
/// littlefs does (modelled: a file takes whole blocks, a directory two), and can be made to fail: see <see cref="Faults"/>.
/// </summary>
public sealed class FlashDrive
{
    /// <summary>littlefs on this chip erases and counts in sectors of 4 KB.</summary>
    public const int BlockBytes = 4096;

    /// <summary>What the host keeps for itself in the drive's folder: the board does not see it.</summary>
    internal const string HostFolder = ".board";

    /// <summary>
    /// How long a write of data takes: the erase of a sector 45 ms, its pages 0.7 ms each (typical of such flash; assumed).
    /// </summary>
    public const int WriteUs = 60000;

    /// <summary>How long a create, delete or rename takes: an entry of the directory (assumed).</summary>
    public const int ChangeUs = 20000;

    /// <summary>
    /// How long a read of up to 512 bytes keeps the cache and all interrupts but those in internal memory off (derived: 60 to
    /// 70).
    /// </summary>
    public const int ReadUs = 66;

    /// <summary>Between two of them interrupts that waited run (assumed).</summary>
    public const int ReadGapUs = 4;

    /// <summary>Reads that it takes to find a file: the metadata of its directory (assumed).</summary>
    internal const int LookUpReads = 4;

    /// <summary>
    /// Reads that a question to the network's configuration takes: a file of littlefs each, found, opened and read (derived: 4 to
    /// 16).
    /// </summary>
    internal const int ConfigurationReads = 8;

    private const int BytesPerRead = 512;
    private const int BlocksPerDirectory = 2;

    private readonly object _gate = new();
    private readonly string _root;

    /// <param name="root">Full path of an existing folder.</param>
    public FlashDrive(string root) => _root = root;

    /// <summary>The size of the partition.</summary>
    public long CapacityBytes { get; set; } = 256 * 1024;

    public FlashFaults Faults { get; } = new();

    /// <summary>Blocks taken by files and directories, in bytes.</summary>
    public long UsedBytes => BlockBytes * (
        Files().Sum(file => BlocksOf(file.Length)) + BlocksPerDirectory * (1L + Directories().Count()));

    internal OpenFiles Open { get; } = new();

    /// <summary>Takes the time of a write: so long the chip reads no flash, and whoever called waits.</summary>
    internal Action<int>? Busy { get; init; }

    /// <summary>Takes the time of so many reads, each of which holds interrupts up for itself.</summary>
    internal Action<int>? Reads { get; init; }

    internal string CurrentDirectory { get; set; } = Path.Root;

    /// <summary>
    /// The PC's path of a full path of the device. The board must be powered: after a power cut nothing answers.
    /// </summary>
    /// <exception cref="IOException">The path is on another drive, or the power is cut.</exception>
    internal string Map(string path)
    {
        Faults.RequirePower();
        string[] names = Path.Names(path);
        if (!path.StartsWith(Path.Root, StringComparison.OrdinalIgnoreCase) || (names.Length > 0 && names[0] == HostFolder))
        {
            throw new IOException("There is no " + path + " on this board: its only drive is " + Path.Root);
        }

        return PcPath.Combine(names.Prepend(_root).ToArray());
    }

    /// <summary>The names in a folder of the device, full paths; the host's own folder is left out.</summary>
    internal string[] Children(string path, bool directories)
    {
        string folder = Map(path);
        IEnumerable<string> found = directories ? PcDirectory.EnumerateDirectories(folder) : PcDirectory.EnumerateFiles(folder);
        return found
            .Select(entry => PcPath.GetFileName(entry))
            .Where(name => name != HostFolder)
            .Order(StringComparer.Ordinal)
            .Select(name => Path.Combine(path, name))
            .ToArray();
    }

    /// <summary>
    /// Makes a change that moves no data: create, delete, rename. It happens whole or, without power, not at all.
    /// </summary>
    internal void Change(string path, Action change)
    {
        lock (_gate)
        {
            Faults.BeforeChange(path);
            Busy?.Invoke(ChangeUs);
            change();
        }
    }

    /// <summary>Looks for a file.</summary>
    internal void LookUp() => Reads?.Invoke(LookUpReads);

    /// <summary>Reads data.</summary>
    internal void Read(int bytes) => Reads?.Invoke(1 + bytes / BytesPerRead);

    /// <summary>Commits what was written to a file, as its close does.</summary>
    internal void Commit() => Busy?.Invoke(ChangeUs);

    /// <summary>Makes room for a directory.</summary>
    internal void RequireDirectoryRoom() => RequireRoom(BlocksPerDirectory);

    /// <summary>Writes through to the PC's file, as far as there is power.</summary>
    /// <exception cref="IOException">The drive is full or read-only, or the power is cut: then the first bytes may be
    /// written.</exception>
    internal void Write(string path, System.IO.FileStream file, ReadOnlySpan<byte> data)
    {
        lock (_gate)
        {
            Faults.BeforeWrite(path, data.Length);
            RequireRoom(BlocksOf(Math.Max(file.Length, file.Position + data.Length)) - BlocksOf(file.Length));
            Busy?.Invoke(WriteUs);
            int powered = Faults.Spend(data.Length);
            file.Write(data[..powered]);
            file.Flush();
            Faults.RequirePower();
        }
    }

    /// <summary>Changes a file's length; growing needs room.</summary>
    internal void SetLength(string path, System.IO.FileStream file, long length)
    {
        lock (_gate)
        {
            RequireRoom(BlocksOf(length) - BlocksOf(file.Length));
            Faults.BeforeChange(path);
            file.SetLength(length);
        }
    }

    /// <summary>Deletes every file and directory of the board.</summary>
    internal void Format() => Change(Path.Root, () =>
    {
        foreach (string directory in Children(Path.Root, directories: true))
        {
            PcDirectory.Delete(Map(directory), recursive: true);
        }

        foreach (string file in Children(Path.Root, directories: false))
        {
            System.IO.File.Delete(Map(file));
        }
    });

    private static long BlocksOf(long bytes) => (bytes + BlockBytes - 1) / BlockBytes;

    private void RequireRoom(long blocks)
    {
        if (blocks > 0 && UsedBytes + blocks * BlockBytes > CapacityBytes)
        {
            throw new IOException("The drive is full: " + Path.Root + " holds " + CapacityBytes / 1024 + " KB.");
        }
    }

    private IEnumerable<System.IO.FileInfo> Files() => new System.IO.DirectoryInfo(_root)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(file => !IsHosts(file.FullName));

    private IEnumerable<string> Directories() => PcDirectory
        .EnumerateDirectories(_root, "*", SearchOption.AllDirectories)
        .Where(directory => !IsHosts(directory));

    private bool IsHosts(string pcPath)
    {
        string relative = PcPath.GetRelativePath(_root, pcPath);
        return relative == HostFolder || relative.StartsWith(
            HostFolder + PcPath.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
