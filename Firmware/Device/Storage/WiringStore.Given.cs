using System.IO;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>The file that may be given with the firmware.</content>
internal sealed partial class WiringStore
{
    /// <summary>What nanoff's file deployment may bring: taken once.</summary>
    private const string GivenName = "I:\\wiring.json";

    // It says how a new device differs: what it does not name is as there.
    private void TakeGiven()
    {
        if (!SafeFile.IsThere(GivenName))
        {
            return;
        }

        var given = new Wiring();
        string problem = ReadGiven(given);
        if (problem == null)
        {
            Keep(given);
            SafeFile.Delete(GivenName);
            return;
        }

        Problem = "wiring.json was not taken: " + problem;
        Fail(Problem);
        SafeFile.MoveAside(GivenName);
    }

    private string ReadGiven(Wiring given)
    {
        byte[] bytes = GivenBytes();
        return bytes == null ? "it cannot be read to its end" : WiringDocument.ReadFile(bytes, given) ?? Check(given);
    }

    // Null when there are fewer than the file says.
    private static byte[] GivenBytes()
    {
        using (StripRest.Begin())
        using (var file = new FileStream(GivenName, FileMode.Open, FileAccess.Read))
        {
            // One byte more than it may have tells that it is too long.
            int length = file.Length > WiringDocument.MostBytes ? WiringDocument.MostBytes + 1 : (int)file.Length;
            var bytes = new byte[length];
            return file.Read(bytes, 0, length) == length ? bytes : null;
        }
    }
}
