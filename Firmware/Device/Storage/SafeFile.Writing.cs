using System;
using System.IO;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>Fills a file; one that was not filled to its end is dropped.</content>
internal sealed partial class SafeFile
{
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
}
