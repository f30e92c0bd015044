using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>The file that is kept over restarts: its form, and what becomes of a wiring that was in it.</content>
internal sealed partial class WiringStore
{
    private const string FileName = "I:\\wiring";

    // Head, two wirings of at most 360 bytes and a sentence, which the writer wants three times the room for.
    private const int CapacityBytes = 1536;
    private const int MostSentenceBytes = 250;

    // Form, tries, and the lengths of the two documents that follow: the wanted wiring and the last good one. Behind them stands
    // what was wrong.
    private const byte Form = 1;
    private const int HeadBytes = 6;

    // What another version kept may have names that this one does not know; one that cannot be used leaves a new device's.
    private string ReadKept(byte[] bytes, int start, int length, Wiring wiring)
    {
        string problem = WiringDocument.Read(bytes, start, length, wiring, Tolerance.UnknownNames) ?? Check(wiring);
        if (problem != null)
        {
            wiring.Take(new Wiring());
        }

        return problem;
    }
}
