using System.Buffers.Binary;
using System.Text;

namespace NanoFirmware.Flash;

/// <summary>A native library that an image calls into, by the checksum that the runtime compares at its start.</summary>
internal sealed record NativeNeed(string Name, uint Checksum);

/// <summary>An image of the firmware: assemblies of the nanoFramework one after the other, each at a whole word.</summary>
internal static class FirmwareImage
{
    // The head of an assembly, read in the runtime's sources and in CoreLibrary 1.17.11: a mark of 8 bytes, two checksums, flags,
    // the checksum of its native methods (0 without any), a place for patches, the version, the name, and where each of 16 tables
    // starts.
    private const int ChecksumAt = 20;
    private const int NameAt = 36;
    private const int TablesAt = 40;
    private const int StringTable = 11;
    private const int EndTable = 15;
    private const int HeadBytes = TablesAt + (16 * 4);
    private const int Word = 4;

    private const string Unnamed = "the core library";

    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("NFMRK1\0\0");

    /// <summary>What an image needs of the runtime.</summary>
    /// <exception cref="FlashException">It is no image.</exception>
    internal static IReadOnlyList<NativeNeed> Needs(string file, byte[] image)
    {
        var needs = new List<NativeNeed>();
        int at = 0;
        int assemblies = 0;
        while (at + HeadBytes <= image.Length && image.AsSpan(at, Mark.Length).SequenceEqual(Mark))
        {
            ReadOnlySpan<byte> assembly = image.AsSpan(at);
            assemblies++;
            uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(assembly[ChecksumAt..]);
            if (checksum != 0)
            {
                needs.Add(new NativeNeed(NameOf(assembly), checksum));
            }

            int length = (int)Table(assembly, EndTable);
            at += length < HeadBytes ? image.Length : (length + Word - 1) / Word * Word;
        }

        return assemblies > 0
            ? needs
            : throw new FlashException(
                file + " is no image of a nanoFramework application: it does not begin with NFMRK1. Use Firmware.bin.");
    }

    private static uint Table(ReadOnlySpan<byte> assembly, int number) =>
        BinaryPrimitives.ReadUInt32LittleEndian(assembly[(TablesAt + (number * Word))..]);

    // Names that the runtime knows by heart are not among an assembly's own texts.
    private static string NameOf(ReadOnlySpan<byte> assembly)
    {
        long start = Table(assembly, StringTable) + BinaryPrimitives.ReadUInt16LittleEndian(assembly[NameAt..]);
        if (start >= Table(assembly, StringTable + 1) || start >= assembly.Length)
        {
            return Unnamed;
        }

        ReadOnlySpan<byte> name = assembly[(int)start..];
        int end = name.IndexOf((byte)0);
        return end < 0 ? Unnamed : Encoding.UTF8.GetString(name[..end]);
    }
}
