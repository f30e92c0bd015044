using System;
using System.IO;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>What is kept over restarts, and the file that may be given with the firmware.</content>
internal sealed partial class WiringStore
{
    /// <summary>What nanoff's file deployment may bring: taken once.</summary>
    private const string GivenName = "I:\\wiring.json";

    private const string FileName = "I:\\wiring";

    // Head, two wirings of at most 360 bytes and a sentence, which the writer wants three times the room for.
    private const int CapacityBytes = 1536;
    private const int MostSentenceBytes = 250;

    // Form, tries, and the lengths of the two documents that follow: the wanted wiring and the last good one. Behind them stands
    // what was wrong.
    private const byte Form = 1;
    private const int HeadBytes = 6;

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
        StripRest.Await();
        using (var file = new FileStream(GivenName, FileMode.Open, FileAccess.Read))
        {
            // One byte more than it may have tells that it is too long.
            int length = file.Length > WiringDocument.MostBytes ? WiringDocument.MostBytes + 1 : (int)file.Length;
            var bytes = new byte[length];
            int count = file.Read(bytes, 0, length);
            StripRest.Release();
            if (count != length)
            {
                return "it cannot be read to its end";
            }

            return WiringDocument.ReadFile(bytes, given) ?? Check(given);
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
}
