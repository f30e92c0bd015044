using System.IO;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>Files that go, or step aside as ".bad".</content>
internal sealed partial class SafeFile
{
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
}
