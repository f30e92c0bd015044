using System.IO;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>Reads both generations and takes the newer whole one.</content>
internal sealed partial class SafeFile
{
    /// <summary>
    /// Reads the newest whole generation into <see cref="Bytes"/>: the document's length, or −1 when there is none.
    /// </summary>
    public int Load()
    {
        uint first = Check(0);
        uint second = Check(1);
        _sequence = first > second ? first : second;
        if (_sequence == 0)
        {
            return -1;
        }

        // The second one was read last.
        return first > second ? Read(Generation(_sequence)) : (int)Get(8);
    }

    // The sequence of a generation, 0 when it is not there or was set aside.
    private uint Check(uint generation)
    {
        string name = Generation(generation);
        if (!IsThere(name))
        {
            return 0;
        }

        if (Read(name) >= 0)
        {
            return Get(4);
        }

        SetAside++;
        MoveAside(name);
        return 0;
    }

    /// <summary>
    /// CRC-32 of the document that was loaded last, out of its head: to reckon it again takes the chip 50 ms a kilobyte.
    /// </summary>
    public uint LoadedChecksum => Get(12) ^ Crc32.Of(Bytes, 0, HeadBytes - 4);

    private int Read(string name)
    {
        int length = ReadAll(name) - HeadBytes;
        bool isWhole = length >= 0 && Get(0) == Mark && Get(4) != 0 && Get(8) == (uint)length && Get(12) == Checksum(length);
        return isWhole ? length : -1;
    }

    // How many bytes the file has; −1 when there is no room for them.
    private int ReadAll(string name)
    {
        using (StripRest.Begin())
        using (var file = new FileStream(name, FileMode.Open, FileAccess.Read))
        {
            int size = (int)file.Length;
            return size <= Bytes.Length && file.Read(Bytes, 0, size) == size ? size : -1;
        }
    }
}
