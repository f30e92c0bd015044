using System;
using System.IO;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Storage;

/// <summary>
/// What is soldered where, over restarts. A wiring that is set comes into force at the next start, on trial: until it has been up
/// for ten seconds the last good one is kept beside it, and after two starts that did not get so far that one is taken again.
/// </summary>
internal sealed partial class WiringStore
{
    private const int MostTries = 2;
    private const int ProofMs = 10000;

    /// <summary>The module's PSRAM is octal and takes five pins more.</summary>
    public readonly bool HasOctalMemory = SystemInfo.TargetName.IndexOf("OCTAL") >= 0;
    private Wiring _good;
    private int _tries;

    /// <summary>A new device's.</summary>
    public WiringStore()
        : this(new Wiring())
    {
    }

    /// <summary>One that was good before.</summary>
    public WiringStore(Wiring wiring)
    {
        Running = wiring;
        Wanted = wiring;
        _good = wiring;
    }

    /// <summary>In force since the start. None of the three is ever written to: where they are alike they may be one.</summary>
    public Wiring Running;

    /// <summary>For the next start.</summary>
    public Wiring Wanted;

    /// <summary>True until <see cref="Running"/> has been up for long enough to count as good.</summary>
    public bool IsTrial;

    /// <summary>Why another wiring is in force than was wanted; null when that is not so.</summary>
    public string Problem;

    /// <summary>Wirings that could not be read or did not come up, since the start.</summary>
    public int Faults;

    /// <summary>What was wrong with the last of them; null when there was none.</summary>
    public string LastFault;

    /// <summary>Another wiring is wanted than is in force.</summary>
    public bool NeedsRestart => !Wanted.IsSame(Running);

    /// <summary>
    /// Finds out which wiring is to be tried. Whatever is missing or damaged never keeps the device from starting.
    /// </summary>
    public void Begin()
    {
        try
        {
            Load();
            TakeGiven();
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
        }

        if (Wanted.IsSame(_good))
        {
            Wanted = _good;
        }
        else
        {
            Try();
        }

        Running = Wanted;
    }

    /// <summary>The wiring in force does not work: another one takes its place. False when there is none left.</summary>
    /// <param name="reason">What failed.</param>
    public bool FallBack(string reason)
    {
        if (IsTrial)
        {
            GiveUp(reason);
            Running = _good;
            return true;
        }

        var initial = new Wiring();
        if (Running.IsSame(initial))
        {
            return false;
        }

        Problem = "the wiring did not come up, a new device's is in force: " + reason;
        Fail(Problem);
        Running = initial;
        return true;
    }

    /// <summary>Looks whether the wiring has proved good.</summary>
    public void Look(long nowMs)
    {
        if (!IsTrial || nowMs < ProofMs)
        {
            return;
        }

        IsTrial = false;
        _good = Running;
        if (!NeedsRestart)
        {
            _tries = 0;
            Problem = null;
        }

        TrySave();
    }

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

    private void Try()
    {
        if (_tries >= MostTries)
        {
            GiveUp("two starts ended before it was up for ten seconds");
            return;
        }

        _tries++;
        IsTrial = TrySave();
        if (!IsTrial)
        {
            GiveUp("its trial cannot be noted: " + LastFault);
        }
    }

    private void GiveUp(string reason)
    {
        Problem = "the wiring that was set did not come up, the last good one is in force: " + reason;
        Fail(Problem);
        IsTrial = false;
        Wanted = _good;
        _tries = 0;
        TrySave();
    }

    private void Fail(string fault)
    {
        Faults++;
        LastFault = fault;
    }
}
