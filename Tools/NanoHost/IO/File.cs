using System.Text;
using PcFile = System.IO.File;

namespace NanoHost.IO;

/// <summary>
/// Files of the board's drive, by the device's rules: nothing is replaced by a move, and what is open is not touched.
/// </summary>
public static class File
{
    // The device copies in pieces of this size.
    private const int ChunkBytes = 2048;

    private static FlashDrive Drive => SimulatedBoard.Current.Storage;

    /// <summary>Whether there is such a file; false for whatever is no path at all. A cut power alone throws.</summary>
    public static bool Exists(string path)
    {
        try
        {
            Drive.LookUp();
            return PcFile.Exists(Drive.Map(Path.GetFullPath(path)));
        }
        catch (Exception failure) when (failure is ArgumentException or (IOException and not PowerCutException))
        {
            return false;
        }
    }

    public static FileStream Create(string path) => new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    public static FileStream Create(string path, int bufferSize) =>
        new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize);

    public static FileStream Open(string path, FileMode mode) =>
        new(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, FileShare.None);

    public static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, mode, access, FileShare.None);

    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) =>
        new(path, mode, access, share);

    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write);

    public static StreamReader OpenText(string path) => new(OpenRead(path));

    /// <summary>As on the device it starts at the beginning of the file, not at its end.</summary>
    public static StreamWriter AppendText(string path) => new(OpenWrite(path));

    public static void AppendAllText(string path, string contents)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write);
        Write(file, Encoding.UTF8.GetBytes(contents));
    }

    public static byte[] ReadAllBytes(string path)
    {
        using FileStream file = OpenRead(path);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes, 0, bytes.Length);
        return bytes;
    }

    public static string ReadAllText(string path)
    {
        using StreamReader reader = OpenText(path);
        return reader.ReadToEnd();
    }

    /// <summary>Empties the file, then writes: without power in between, what was there is gone.</summary>
    public static void WriteAllBytes(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        Write(file, bytes);
    }

    public static void WriteAllText(string path, string? contents) =>
        WriteAllBytes(path, Encoding.UTF8.GetBytes(contents ?? string.Empty));

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, overwrite: false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        using var source = new FileStream(sourceFileName, FileMode.Open, FileAccess.Read);
        using var target = new FileStream(
            destFileName, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None);
        byte[] chunk = new byte[ChunkBytes];
        for (int read = source.Read(chunk, 0, chunk.Length); read > 0; read = source.Read(chunk, 0, chunk.Length))
        {
            target.Write(chunk, 0, read);
        }
    }

    /// <exception cref="IOException">There is no source, or there is a target: nothing is replaced.</exception>
    public static void Move(string sourceFileName, string destFileName)
    {
        string source = Path.GetFullPath(sourceFileName);
        string target = Path.GetFullPath(destFileName);
        Drive.Open.Alone(source, () =>
        {
            Require(Exists(source), source + " is not there.");
            Require(!Exists(target) && !Directory.Exists(target), target + " is there already.");
            Directory.RequireParent(target);
            Drive.Change(target, () => PcFile.Move(Drive.Map(source), Drive.Map(target)));
        });
    }

    /// <summary>Deletes a file; one that is not there is no error, a directory that is not there is.</summary>
    public static void Delete(string path)
    {
        path = Path.GetFullPath(path);
        Directory.RequireParent(path);
        Require(!Directory.Exists(path), path + " is a directory.");
        if (Exists(path))
        {
            Require((GetAttributes(path) & FileAttributes.ReadOnly) == 0, path + " is read-only.");
            Drive.Open.Alone(path, () => Drive.Change(path, () => PcFile.Delete(Drive.Map(path))));
        }
    }

    public static FileAttributes GetAttributes(string path)
    {
        path = Path.GetFullPath(path);
        if (Directory.Exists(path))
        {
            return FileAttributes.Directory;
        }

        Require(Exists(path), path + " is not there.");
        bool readOnly = (PcFile.GetAttributes(Drive.Map(path)) & FileAttributes.ReadOnly) != 0;
        return readOnly ? FileAttributes.ReadOnly : FileAttributes.Normal;
    }

    /// <summary>Sets what the simulated drive knows of: read-only or not.</summary>
    public static void SetAttributes(string path, FileAttributes fileAttributes)
    {
        path = Path.GetFullPath(path);
        Require(Exists(path), path + " is not there.");
        bool readOnly = (fileAttributes & FileAttributes.ReadOnly) != 0;
        Drive.Change(
            path, () => PcFile.SetAttributes(Drive.Map(path), readOnly ? FileAttributes.ReadOnly : FileAttributes.Normal));
    }

    internal static void Require(bool condition, string complaint)
    {
        if (!condition)
        {
            throw new IOException(complaint);
        }
    }

    private static void Write(FileStream file, byte[] bytes) => file.Write(bytes, 0, bytes.Length);
}
