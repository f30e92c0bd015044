namespace NanoHost.IO;

/// <summary>A directory of the board's drive.</summary>
public sealed class DirectoryInfo : FileSystemInfo
{
    public DirectoryInfo(string path)
        : base(path)
    {
    }

    public override string Name => Path.GetFileName(FullName);

    public override bool Exists => IO.Directory.Exists(FullName);

    public DirectoryInfo Root => new(Path.GetPathRoot(FullName));

    public DirectoryInfo? Parent => Path.GetDirectoryName(FullName) is { } name ? new DirectoryInfo(name) : null;

    public void Create() => IO.Directory.CreateDirectory(FullName);

    public DirectoryInfo CreateSubdirectory(string path) => IO.Directory.CreateDirectory(Path.Combine(FullName, path));

    public FileInfo[] GetFiles() => IO.Directory.GetFiles(FullName).Select(path => new FileInfo(path)).ToArray();

    public DirectoryInfo[] GetDirectories() =>
        IO.Directory.GetDirectories(FullName).Select(path => new DirectoryInfo(path)).ToArray();

    public void MoveTo(string destDirName) => IO.Directory.Move(FullName, destDirName);

    public override void Delete() => IO.Directory.Delete(FullName);

    public void Delete(bool recursive) => IO.Directory.Delete(FullName, recursive);

    public override string ToString() => FullName;

    protected override void HandleRefreshError() => throw new IOException("There is no directory " + FullName);
}
