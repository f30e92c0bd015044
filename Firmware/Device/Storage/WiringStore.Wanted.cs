using System;
using System.IO;
using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>What is to be in force from the next start on.</content>
internal sealed partial class WiringStore
{
    /// <summary>
    /// Reads a wiring that somebody wants, as a change of <paramref name="wiring"/>. What is wrong with it, or null.
    /// </summary>
    public string Read(byte[] bytes, int start, int length, Wiring wiring) =>
        WiringDocument.Read(bytes, start, length, wiring, Tolerance.Nothing) ?? Check(wiring);

    /// <summary>What is wrong with a wiring on this board, or null.</summary>
    public string Check(Wiring wiring) => wiring.Problem(HasOctalMemory);

    /// <summary>Keeps a wiring, checked before and written to no more, for the next start.</summary>
    /// <exception cref="IOException">The drive does not take it; nothing has changed.</exception>
    public void Keep(Wiring wiring)
    {
        Wiring before = Wanted;
        string problem = Problem;
        int tries = _tries;
        Wanted = wiring;
        Problem = null;
        _tries = 0;
        try
        {
            Save();
        }
        catch (Exception)
        {
            Wanted = before;
            Problem = problem;
            _tries = tries;
            throw;
        }
    }

    /// <summary>As a new device is wired, from the next start on.</summary>
    public void Reset()
    {
        SafeFile.Delete(GivenName);
        new SafeFile(FileName, CapacityBytes).Delete();
        Wanted = new Wiring();
        _good = Wanted;
        Problem = null;
        _tries = 0;
    }
}
