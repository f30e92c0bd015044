using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>Keeps what is wanted, the last good wiring beside it, and what was wrong.</content>
internal sealed partial class WiringStore
{
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
