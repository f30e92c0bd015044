namespace NanoHost.IO;

/// <summary>A file or a directory by its full path.</summary>
public abstract class FileSystemInfo : MarshalByRefObject
{
    protected FileSystemInfo()
        : this(Path.Root)
    {
    }

    private protected FileSystemInfo(string path) => FullName = Path.GetFullPath(path);

    public virtual string FullName { get; }

    public string Extension => Path.GetExtension(FullName);

    public FileAttributes Attributes => File.GetAttributes(FullName);

    public abstract bool Exists { get; }

    public abstract string Name { get; }

    public abstract void Delete();

    /// <summary>Asks the drive again; nothing is kept here, so only whether it is still there matters.</summary>
    public virtual void Refresh()
    {
        if (!Exists)
        {
            HandleRefreshError();
        }
    }

    public override string ToString() => FullName;

    protected abstract void HandleRefreshError();
}
