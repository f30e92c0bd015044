namespace NanoHost.IO;

/// <summary>A file of the board's drive.</summary>
public sealed class FileInfo : FileSystemInfo
{
    public FileInfo(string fileName)
        : base(fileName)
    {
    }

    public override string Name => Path.GetFileName(FullName);

    public override bool Exists => File.Exists(FullName);

    public long Length
    {
        get
        {
            Refresh();
            return new System.IO.FileInfo(SimulatedBoard.Current.Storage.Map(FullName)).Length;
        }
    }

    public string? DirectoryName => Path.GetDirectoryName(FullName);

    public DirectoryInfo? Directory => DirectoryName is { } name ? new DirectoryInfo(name) : null;

    public FileStream Create() => File.Create(FullName);

    public override void Delete() => File.Delete(FullName);

    public override string ToString() => FullName;

    protected override void HandleRefreshError() => throw new IOException(FullName + " is not there.");
}
