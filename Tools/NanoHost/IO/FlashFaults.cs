namespace NanoHost.IO;

/// <summary>What can be wrong with a drive: switches and counters for tests, and for the curious.</summary>
public sealed class FlashFaults
{
    private long _bytesUntilCut = long.MaxValue;

    /// <summary>Every write of data fails as on a full drive, even over old data: littlefs writes a copy first.</summary>
    public bool Full { get; set; }

    /// <summary>Every write and every change fails.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Called before each write and change with the device's path and the bytes; it may take its time: flash does.
    /// </summary>
    public Action<string, int>? Slow { get; set; }

    /// <summary>The cut has come: every call of the file system throws until the power is back.</summary>
    public bool PowerIsCut { get; private set; }

    /// <summary>Bytes written so far; a change without data (create, delete, rename) counts as one.</summary>
    public long WrittenBytes { get; private set; }

    /// <summary>
    /// The power goes after this many more written bytes, where a create, delete or rename counts as one: run a save with every
    /// number from 0 to what it writes, and it has been cut at every point there is.
    /// </summary>
    public void CutPowerAfter(long bytes) => _bytesUntilCut = bytes;

    /// <summary>The board is powered again, as after a restart; what was written stays.</summary>
    public void RestorePower()
    {
        PowerIsCut = false;
        _bytesUntilCut = long.MaxValue;
    }

    internal void RequirePower()
    {
        if (PowerIsCut)
        {
            throw new PowerCutException();
        }
    }

    internal void BeforeWrite(string path, int bytes)
    {
        RequireWritable();
        Slow?.Invoke(path, bytes);
        if (Full)
        {
            throw new IOException("The drive is full.");
        }
    }

    internal void BeforeChange(string path)
    {
        RequireWritable();
        Slow?.Invoke(path, 0);
        Spend(1);
        RequirePower();
    }

    /// <summary>How many of these bytes are written before the power goes; all of them as a rule.</summary>
    internal int Spend(int bytes)
    {
        int powered = (int)Math.Min(bytes, _bytesUntilCut);
        PowerIsCut = powered < bytes;
        WrittenBytes += powered;
        if (_bytesUntilCut != long.MaxValue)
        {
            _bytesUntilCut -= powered;
        }

        return powered;
    }

    private void RequireWritable()
    {
        RequirePower();
        if (ReadOnly)
        {
            throw new IOException("The drive is read-only.");
        }
    }
}
