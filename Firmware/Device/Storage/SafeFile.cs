namespace NanoFirmware.Storage;

/// <summary>
/// A small document on the drive, in two generations: a save overwrites the older of two files, so that whenever the power goes
/// the newer one of before is whole, and a checksum tells which that is.
/// </summary>
/// <remarks>
/// A file is 16 bytes of head (mark, sequence, length, checksum of the document and of the head before it; little endian) and
/// the document.
/// </remarks>
internal sealed partial class SafeFile
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

    private string Generation(uint sequence) => _name + ((sequence & 1) == 0 ? ".0" : ".1");

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
