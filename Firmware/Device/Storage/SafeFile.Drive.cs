using System.IO;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>What the drive holds by a name, whatever it is.</content>
internal sealed partial class SafeFile
{
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

    /// <summary>An empty file of that name, in place of one that was there.</summary>
    public static FileStream Create(string name)
    {
        using (StripRest.Begin())
        {
            return new FileStream(name, FileMode.Create, FileAccess.Write);
        }
    }
}
