using PcFile = System.IO.File;

namespace NanoHost.IO;

/// <summary>
/// An open file of the board's drive. Every write goes to the drive at once, so that a power cut leaves exactly what was written.
/// </summary>
public class FileStream : Stream
{
    private readonly FlashDrive _drive = SimulatedBoard.Current.Storage;
    private readonly System.IO.FileStream _file;
    private readonly object _opened;
    private readonly bool _canRead;
    private readonly bool _canWrite;
    private readonly long _seekLimit;
    private bool _closed;
    private bool _isWritten;

    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite, FileShare.Read)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.Read)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        : this(path, mode, access, share, 0)
    {
    }

    /// <exception cref="IOException">The file is not there, is there already, is a directory, is open elsewhere; the drive
    /// fails.</exception>
    /// <exception cref="ArgumentException">The mode writes and the access does not.</exception>
    public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
    {
        Name = Path.GetFullPath(path);
        _canRead = (access & FileAccess.Read) != 0;
        _canWrite = (access & FileAccess.Write) != 0;
        if (!_canWrite && mode != FileMode.Open && mode != FileMode.OpenOrCreate)
        {
            throw new ArgumentException("This mode needs write access: " + mode, nameof(mode));
        }

        string pcPath = _drive.Map(Name);
        _drive.LookUp();
        _opened = _drive.Open.Add(Name, access, share);
        try
        {
            _file = Open(pcPath, mode);
        }
        catch
        {
            _drive.Open.Remove(_opened);
            throw;
        }

        _seekLimit = mode == FileMode.Append ? _file.Length : 0;
        _file.Position = _seekLimit;
    }

    public string Name { get; }

    public override bool CanRead => !_closed && _canRead;

    public override bool CanWrite => !_closed && _canWrite;

    public override bool CanSeek => !_closed;

    public override long Length => Powered().Length;

    public override long Position
    {
        get => Powered().Position;
        set
        {
            File.Require(value >= _seekLimit, "The position is before the part that may be written.");
            Powered().Position = value;
        }
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Allow(_canRead);
        _drive.Read(count);
        return Powered().Read(buffer, offset, count);
    }

    /// <exception cref="NotImplementedException">Always: the device's library does not implement it.</exception>
    public int Read(SpanByte buffer) => throw new NotImplementedException();

    public override int ReadByte()
    {
        Allow(_canRead);
        _drive.Read(1);
        return Powered().ReadByte();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Allow(_canWrite);
        _isWritten = true;
        _drive.Write(Name, Powered(), buffer.AsSpan(offset, count));
    }

    public override void WriteByte(byte value) => Write(new[] { value }, 0, 1);

    public override long Seek(long offset, SeekOrigin origin)
    {
        System.IO.FileStream file = Powered();
        Position = offset + origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => file.Position,
            _ => file.Length,
        };
        return file.Position;
    }

    public override void SetLength(long value)
    {
        Allow(_canWrite);
        _drive.SetLength(Name, Powered(), value);
    }

    /// <summary>Reaches no flash, as on the device: that is what closing does.</summary>
    public override void Flush() => Powered().Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_closed)
        {
            _closed = true;
            if (_isWritten)
            {
                _drive.Commit();
            }

            _file.Dispose();
            _drive.Open.Remove(_opened);
        }

        base.Dispose(disposing);
    }

    private static void Allow(bool able)
    {
        if (!able)
        {
            throw new NotSupportedException("The file was not opened for this.");
        }
    }

    private System.IO.FileStream Powered()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _drive.Faults.RequirePower();
        return _file;
    }

    private System.IO.FileStream Open(string pcPath, FileMode mode)
    {
        bool exists = PcFile.Exists(pcPath);
        File.Require(!Directory.Exists(Name), Name + " is a directory.");
        File.Require(!exists || mode != FileMode.CreateNew, Name + " is there already.");
        File.Require(exists || mode is not (FileMode.Open or FileMode.Truncate), Name + " is not there.");
        File.Require(!exists || !_canWrite || (File.GetAttributes(Name) & FileAttributes.ReadOnly) == 0, Name + " is read-only.");
        Directory.RequireParent(Name);
        if (!exists || mode is FileMode.Create or FileMode.Truncate)
        {
            _drive.Change(Name, () => PcFile.WriteAllBytes(pcPath, Array.Empty<byte>()));
        }

        // No buffer: what is written is on the drive.
        return new System.IO.FileStream(
            pcPath, FileMode.Open, _canWrite ? FileAccess.ReadWrite : FileAccess.Read, FileShare.ReadWrite, 0);
    }
}
