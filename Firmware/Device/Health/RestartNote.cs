using System;
using NanoFirmware.Storage;

namespace NanoFirmware.Health;

/// <summary>
/// Why the device restarted itself, in a file that survives it, and how often it did so without a good hour in between: it gives
/// that up rather than restart for ever.
/// </summary>
internal sealed class RestartNote
{
    /// <summary>Power, reset button, or a user's wish.</summary>
    public const int Ordinary = 0;

    /// <summary>Loop number 0 failed again and again; the next ones are 2, 3, …</summary>
    public const int FirstLoop = 1;

    /// <summary>The web server could not be brought back.</summary>
    public const int Web = 20;

    private const string FileName = "I:\\restart";
    private const int Bytes = 8;

    // Three restarts on end, then the device goes on as well as it can.
    private const int MostInRow = 3;
    private const int GoodMs = 3600000;

    /// <summary>Why the device was restarted.</summary>
    public int Cause;

    /// <summary>Restarts by its own wish, one after the other.</summary>
    public int InRow;

    /// <summary>Reads why this start happened, and forgets it for the next one.</summary>
    public void Read()
    {
        try
        {
            var file = new SafeFile(FileName, Bytes);
            if (file.Load() == Bytes)
            {
                Cause = file.Bytes[SafeFile.HeadBytes];
                InRow = file.Bytes[SafeFile.HeadBytes + 1];
                if (Cause != Ordinary)
                {
                    Write(file, Ordinary, InRow);
                }
            }
        }
        catch (Exception)
        {
            // Without a drive there is no reason to tell, and none can be kept.
            InRow = MostInRow;
        }
    }

    /// <summary>
    /// Stores the reason; false when the device had better not restart: too often already, or it could not be stored.
    /// </summary>
    public bool TryStore(int cause, long uptimeMs)
    {
        ClearWhenGood(uptimeMs);
        int inRow = InRow + 1;
        if (inRow > MostInRow)
        {
            return false;
        }

        try
        {
            var file = new SafeFile(FileName, Bytes);
            file.Load();
            Write(file, cause, inRow);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>
    /// After a good hour earlier restarts do not count any more: forgotten then, not when the next failure comes.
    /// </summary>
    public void ClearWhenGood(long uptimeMs)
    {
        if (InRow == 0 || uptimeMs < GoodMs)
        {
            return;
        }

        InRow = 0;
        try
        {
            var file = new SafeFile(FileName, Bytes);
            file.Load();
            Write(file, Ordinary, 0);
        }
        catch (Exception)
        {
            // A drive that takes no note takes none of the next restart either.
        }
    }

    private static void Write(SafeFile file, int cause, int inRow)
    {
        file.Bytes[SafeFile.HeadBytes] = (byte)cause;
        file.Bytes[SafeFile.HeadBytes + 1] = (byte)inRow;
        file.Save(Bytes);
    }
}
