using System.IO;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>Overwrites the older generation.</content>
internal sealed partial class SafeFile
{
    /// <summary>Saves the document in <see cref="Bytes"/>.</summary>
    /// <exception cref="IOException">The drive is full or does not take it; the generation of before is still there.</exception>
    public void Save(int length)
    {
        uint next = _sequence + 1;
        Put(0, Mark);
        Put(4, next);
        Put(8, (uint)length);
        Put(12, Checksum(length));
        Write(Generation(next), HeadBytes + length);
        FlashWrites.Count++;
        _sequence = next;
    }

    /// <summary>
    /// Saves the document in both generations when there was none, so that damage to one of them loses nothing.
    /// </summary>
    /// <exception cref="IOException">The drive does not take it; the generation of before is still there.</exception>
    public void Keep(int length)
    {
        bool isFirst = !IsThere(Generation(_sequence));
        Save(length);
        if (!isFirst)
        {
            return;
        }

        try
        {
            Save(length);
        }
        catch (IOException)
        {
            // It is kept; a drive that is full now has no room for a second copy.
        }
    }

    /// <summary>
    /// Saves the document and drops the generation of before: a power cut loses nothing, damage to the one that is left does.
    /// </summary>
    /// <exception cref="IOException">The drive does not take it; the generation of before is still there.</exception>
    public void KeepAlone(int length)
    {
        Save(length);
        Delete(Generation(_sequence - 1));
    }
}
