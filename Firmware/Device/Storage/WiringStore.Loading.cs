using NanoFirmware.Control;

namespace NanoFirmware.Storage;

/// <content>Reads what is kept.</content>
internal sealed partial class WiringStore
{
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
}
