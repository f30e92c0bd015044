using System.Buffers.Binary;
using System.Text;
using NanoFirmware.Storage;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>A document as the firmware keeps it, written by the bench: 16 bytes of head, and the document.</summary>
internal static class StoredFile
{
    private const int HeadBytes = 16;
    private const uint Mark = 0x0153464E;

    /// <summary>Writes the first generation of a document; without one, nothing.</summary>
    internal static void Write(string folder, string name, byte[]? document)
    {
        if (document != null)
        {
            File.WriteAllBytes(Path.Combine(folder, name), Whole(document));
        }
    }

    /// <summary>The same of a text.</summary>
    internal static void Write(string folder, string name, string document) =>
        Write(folder, name, Encoding.UTF8.GetBytes(document));

    /// <summary>Turns one byte in the middle of a file.</summary>
    internal static void Damage(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[HeadBytes + ((bytes.Length - HeadBytes) / 2)] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static byte[] Whole(byte[] document)
    {
        byte[] bytes = new byte[HeadBytes + document.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Mark);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)document.Length);
        document.CopyTo(bytes, HeadBytes);
        uint checksum = Crc32.Of(bytes, 0, HeadBytes - 4) ^ Crc32.Of(bytes, HeadBytes, document.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), checksum);
        return bytes;
    }
}
