using System;
using System.IO;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <summary>
/// A small document on the drive, in two generations: a save overwrites the older of two files, so that whenever the power goes
/// the newer one of before is whole, and a checksum tells which that is.
/// </summary>
/// <remarks>
/// A file is 16 bytes of head (mark, sequence, length, checksum of the document and of the head before it; little endian) and
/// the document.
/// </remarks>
internal sealed class SafeFile
{
    /// <summary>Where the document starts in <see cref="Bytes"/>.</summary>
    public const int HeadBytes = 16;

    /// <summary>Greatest document of controls, the settings' or a preset's: more than twice what all of them take.</summary>
    public const int DocumentBytes = 2048;

    // "NFS" and the version of this form.
    private const uint Mark = 0x0153464E;

    private readonly string _name;
    private uint _sequence;

    /// <param name="name">Path without the generation's number.</param>
    /// <param name="capacity">Greatest document in bytes.</param>
    public SafeFile(string name, int capacity)
        : this(name, new byte[HeadBytes + capacity])
    {
    }

    /// <summary>Room for files with documents of controls, one at a time: whoever uses it locks it.</summary>
    public static byte[] NewRoom() => new byte[HeadBytes + DocumentBytes];

    /// <param name="name">Path without the generation's number.</param>
    /// <param name="bytes">Room for the head, and the document.</param>
    public SafeFile(string name, byte[] bytes)
    {
        _name = name;
        Bytes = bytes;
    }

    /// <summary>Room for the head, and the document.</summary>
    public readonly byte[] Bytes;

    /// <summary>Files that were not whole and have been set aside as ".bad".</summary>
    public int SetAside;

    /// <summary>Whether there is anything to load under that name.</summary>
    public static bool Exists(string name) => IsThere(name + ".0") || IsThere(name + ".1");

    /// <summary>Bytes of the longer of both generations, head and all; 0 when there is none.</summary>
    public static int SizeOf(string name)
    {
        int first = SizeOfFile(name + ".0");
        int second = SizeOfFile(name + ".1");
        return first > second ? first : second;
    }

    private static int SizeOfFile(string name)
    {
        if (!IsThere(name))
        {
            return 0;
        }

        using (StripRest.Begin())
        using (var file = new FileStream(name, FileMode.Open, FileAccess.Read))
        {
            return (int)file.Length;
        }
    }

    /// <summary>Whether there is such a file.</summary>
    public static bool IsThere(string file)
    {
        using (StripRest.Begin())
        {
            return File.Exists(file);
        }
    }

    /// <summary>Writes into a file that was opened for it, and closes it: only then is what was written in flash.</summary>
    /// <exception cref="IOException">The drive does not take it.</exception>
    public static void Fill(FileStream file, byte[] bytes, int start, int count)
    {
        try
        {
            using (StripRest.BeginWrite())
            {
                file.Write(bytes, start, count);
            }
        }
        finally
        {
            using (StripRest.Begin())
            {
                file.Dispose();
            }
        }
    }

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

    /// <summary>
    /// Deletes both generations, and what was set aside of them. The older one goes first: were it the last, a power cut in
    /// between would bring it back.
    /// </summary>
    public void Delete()
    {
        uint older = Check(0) <= Check(1) ? 0u : 1u;
        Delete(Generation(older));
        Delete(Generation(older + 1));
        Delete(Generation(0) + ".bad");
        Delete(Generation(1) + ".bad");
        _sequence = 0;
    }

    /// <summary>Sets both generations aside as ".bad": whole files, but such as cannot be used.</summary>
    public void SetAsideAll()
    {
        for (uint generation = 0; generation < 2; generation++)
        {
            if (IsThere(Generation(generation)))
            {
                MoveAside(Generation(generation));
            }
        }

        _sequence = 0;
    }

    /// <summary>Deletes one file, if it is there.</summary>
    public static void Delete(string name)
    {
        if (IsThere(name))
        {
            using (StripRest.Begin())
            {
                File.Delete(name);
            }

            FlashWrites.Count++;
        }
    }

    private void Write(string name, int length)
    {
        bool isBegun = false;
        try
        {
            FileStream file = Create(name);
            isBegun = true;
            Fill(file, Bytes, 0, length);
        }
        catch (Exception)
        {
            if (isBegun)
            {
                DropHalf(name);
            }

            throw;
        }
    }

    /// <summary>An empty file of that name, in place of one that was there.</summary>
    public static FileStream Create(string name)
    {
        using (StripRest.Begin())
        {
            return new FileStream(name, FileMode.Create, FileAccess.Write);
        }
    }

    // Else the next start would take for damage what is only a drive that was full.
    private static void DropHalf(string name)
    {
        try
        {
            Delete(name);
        }
        catch (Exception)
        {
            // The checksum finds it out; what counts is why it could not be written.
        }
    }

    private string Generation(uint sequence) => _name + ((sequence & 1) == 0 ? ".0" : ".1");

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

    /// <summary>Sets one file aside as ".bad", in place of one that was there.</summary>
    public static void MoveAside(string name)
    {
        string aside = name + ".bad";
        Delete(aside);
        using (StripRest.Begin())
        {
            File.Move(name, aside);
        }

        FlashWrites.Count++;
    }

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

    private uint Checksum(int length) => Crc32.Of(Bytes, 0, HeadBytes - 4) ^ Crc32.Of(Bytes, HeadBytes, length);

    private void Put(int at, uint value)
    {
        Bytes[at] = (byte)value;
        Bytes[at + 1] = (byte)(value >> 8);
        Bytes[at + 2] = (byte)(value >> 16);
        Bytes[at + 3] = (byte)(value >> 24);
    }

    private uint Get(int at) =>
        (uint)(Bytes[at] | (Bytes[at + 1] << 8) | (Bytes[at + 2] << 16) | (Bytes[at + 3] << 24));
}
