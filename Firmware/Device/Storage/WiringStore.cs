using System;
using System.IO;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Drive;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Storage;

/// <summary>
/// What is soldered where, over restarts. A wiring that is set comes into force at the next start, on trial: until it has been up for ten
/// seconds the last good one is kept beside it, and after two starts that did not get so far that one is taken again.
/// </summary>
internal sealed class WiringStore
{
    /// <summary>What nanoff's file deployment may bring: taken once.</summary>
    private const string GivenName = "I:\\wiring.json";

    private const string FileName = "I:\\wiring";

    // Head, two wirings of at most 360 bytes and a sentence, which the writer wants three times the room for.
    private const int CapacityBytes = 1536;
    private const int MostSentenceBytes = 250;

    // Form, tries, and the lengths of the two documents that follow: the wanted wiring and the last good one. Behind them stands what was wrong.
    private const byte Form = 1;
    private const int HeadBytes = 6;

    private const int MostTries = 2;
    private const int ProofMs = 10000;

    private readonly bool _hasOctalMemory = SystemInfo.TargetName.IndexOf("OCTAL") >= 0;
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

    /// <summary>Finds out which wiring is to be tried. Whatever is missing or damaged never keeps the device from starting.</summary>
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

    /// <summary>Reads a wiring that somebody wants, as a change of <paramref name="wiring"/>. What is wrong with it, or null.</summary>
    public string Read(byte[] bytes, int start, int length, Wiring wiring) =>
        WiringDocument.Read(bytes, start, length, wiring, Tolerance.Nothing) ?? Check(wiring);

    /// <summary>What is wrong with a wiring on this board, or null.</summary>
    public string Check(Wiring wiring) => wiring.Problem(_hasOctalMemory);

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

    private void Load()
    {
        if (!SafeFile.Exists(FileName))
        {
            return;
        }

        var file = new SafeFile(FileName, CapacityBytes);
        int length = file.Load();
        if (file.SetAside > 0)
        {
            Fail("a damaged file of the wiring was set aside as .bad");
        }

        if (length >= 0 && !TryRead(file.Bytes, SafeFile.HeadBytes, length))
        {
            file.SetAsideAll();
            Fail("a file of the wiring in another form was set aside as .bad");
        }
    }

    private bool TryRead(byte[] bytes, int start, int length)
    {
        if (length < HeadBytes || bytes[start] != Form)
        {
            return false;
        }

        int wanted = (bytes[start + 2] << 8) | bytes[start + 3];
        int good = (bytes[start + 4] << 8) | bytes[start + 5];
        int rest = length - HeadBytes - wanted - good;
        if (rest < 0)
        {
            return false;
        }

        _tries = bytes[start + 1];
        int at = start + HeadBytes;
        var kept = new Wiring();
        string problem = ReadKept(bytes, at + wanted, good, kept);
        _good = kept;
        if (problem != null)
        {
            Fail("the last good wiring cannot be used: " + problem);
        }

        Problem = rest > 0 ? TextCode.Utf8.GetString(bytes, at + wanted + good, rest) : null;
        Wanted = _good.Copy();
        problem = ReadKept(bytes, at, wanted, Wanted);
        if (problem != null)
        {
            GiveUp(problem);
        }

        return true;
    }

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

    private bool TrySave()
    {
        try
        {
            Save();
            return true;
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
            return false;
        }
    }

    private void Save()
    {
        var file = new SafeFile(FileName, CapacityBytes);
        file.Load();
        byte[] bytes = file.Bytes;
        int start = SafeFile.HeadBytes;
        int at = start + HeadBytes;
        int wanted = Write(bytes, at, Wanted);
        at += wanted;
        int good = Write(bytes, at, _good);
        at += good;
        if (Problem != null)
        {
            var sentence = new JsonWriter(bytes, at);
            sentence.Text(Utf8.Clip(Problem, MostSentenceBytes));
            at += sentence.Length;
        }

        bytes[start] = Form;
        bytes[start + 1] = (byte)_tries;
        bytes[start + 2] = (byte)(wanted >> 8);
        bytes[start + 3] = (byte)wanted;
        bytes[start + 4] = (byte)(good >> 8);
        bytes[start + 5] = (byte)good;
        file.Keep(at - start);
    }

    // Returns its length.
    private static int Write(byte[] bytes, int at, Wiring wiring)
    {
        var document = new JsonWriter(bytes, at);
        document.BeginObject();
        WiringDocument.WriteFields(document, wiring);
        document.EndObject();
        return document.Length;
    }

    private void Fail(string fault)
    {
        Faults++;
        LastFault = fault;
    }
}
