namespace NanoHost.IO;

/// <summary>Who has which file open: as on the device a file is shared only where both sides allow it.</summary>
internal sealed class OpenFiles
{
    private readonly List<Entry> _entries = new();

    /// <returns>What to give to <see cref="Remove"/>.</returns>
    /// <exception cref="IOException">Somebody has the file open and does not share it like this.</exception>
    internal object Add(string path, FileAccess access, FileShare share)
    {
        lock (_entries)
        {
            if (_entries.Exists(other => other.Path == path && (!Allows(share, other.Access) || !Allows(other.Share, access))))
            {
                throw new IOException(path + " is open elsewhere.");
            }

            var entry = new Entry(path, access, share);
            _entries.Add(entry);
            return entry;
        }
    }

    internal void Remove(object entry)
    {
        lock (_entries)
        {
            _entries.Remove((Entry)entry);
        }
    }

    /// <summary>Runs an action while nobody else has the file.</summary>
    internal void Alone(string path, Action action)
    {
        object entry = Add(path, FileAccess.ReadWrite, FileShare.None);
        try
        {
            action();
        }
        finally
        {
            Remove(entry);
        }
    }

    private static bool Allows(FileShare share, FileAccess access) =>
        ((int)access & ~(int)share & (int)FileAccess.ReadWrite) == 0;

    private sealed class Entry
    {
        internal Entry(string path, FileAccess access, FileShare share)
        {
            Path = path;
            Access = access;
            Share = share;
        }

        internal string Path { get; }

        internal FileAccess Access { get; }

        internal FileShare Share { get; }
    }
}
