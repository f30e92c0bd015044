using NanoFirmware.Storage;

namespace NanoFirmware.Jam;

/// <summary>A recording on the drive: numbers of seven bits a byte, a step's edit some five of them.</summary>
internal sealed class JamTapeFile
{
    private const string FileName = "I:\\jam-tape";
    private const int Form = 1;

    private byte[] _bytes;
    private int _at;

    private JamTapeFile(byte[] bytes)
    {
        _bytes = bytes;
        _at = SafeFile.HeadBytes;
    }

    /// <summary>Whether there is one.</summary>
    public static bool IsKept => SafeFile.Exists(FileName);

    /// <summary>Keeps it, while both strips are at rest.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the one of before is still there.</exception>
    public static void Keep(JamTape tape)
    {
        var measured = new JamTapeFile(null);
        measured.Put(tape);
        int kept = SafeFile.SizeOf(FileName);
        var file = new SafeFile(FileName, new byte[kept > measured._at ? kept : measured._at]);
        file.Load();
        new JamTapeFile(file.Bytes).Put(tape);
        file.Save(measured._at - SafeFile.HeadBytes);
    }

    /// <summary>Reads what is kept into an empty one; false when there is none, or none of this form.</summary>
    public static bool TryLoad(JamTape tape)
    {
        var file = new SafeFile(FileName, SafeFile.SizeOf(FileName));
        int length = file.Load();
        if (length < 1 || file.Bytes[SafeFile.HeadBytes] != Form)
        {
            return false;
        }

        new JamTapeFile(file.Bytes).ReadAll(tape, SafeFile.HeadBytes + length);
        return true;
    }

    /// <summary>No recording any more.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public static void Delete() => new SafeFile(FileName, SafeFile.SizeOf(FileName)).Delete();

    private void Put(JamTape tape)
    {
        Put(Form);
        for (int cell = 0; cell < JamState.Cells; cell++)
        {
            Put(tape.Start[cell]);
        }

        PutSigned(tape.StartOriginMs);
        Put(tape.FirstFrame);
        Put(tape.LastFrame);
        int before = 0;
        for (int i = 0; i < tape.Count; i++)
        {
            Put(tape.Frame(i) - before);
            before = tape.Frame(i);
            Put(tape.What(i));
            Put(tape.Value(i));
            if (tape.What(i) == JamState.TransportCell)
            {
                PutSigned(tape.OriginMs(i));
            }
        }
    }

    private void ReadAll(JamTape tape, int end)
    {
        _at++;
        for (int cell = 0; cell < JamState.Cells; cell++)
        {
            tape.Start[cell] = Next();
        }

        tape.StartOriginMs = NextSigned();
        tape.FirstFrame = Next();
        int last = Next();
        int frame = 0;
        while (_at < end)
        {
            frame += Next();
            int what = Next();
            int value = Next();
            tape.Add(frame, what, value, what == JamState.TransportCell ? NextSigned() : 0);
        }

        tape.LastFrame = last;
    }

    private void Put(int number)
    {
        while (number > 127)
        {
            PutByte(128 | (number & 127));
            number >>= 7;
        }

        PutByte(number);
    }

    private void PutSigned(int number)
    {
        PutByte(number < 0 ? 1 : 0);
        Put(number < 0 ? -number : number);
    }

    // Without bytes it only counts them.
    private void PutByte(int value)
    {
        if (_bytes != null)
        {
            _bytes[_at] = (byte)value;
        }

        _at++;
    }

    private int Next()
    {
        int number = 0;
        int shift = 0;
        int part;
        do
        {
            part = _bytes[_at];
            _at++;
            number |= (part & 127) << shift;
            shift += 7;
        }
        while (part > 127);
        return number;
    }

    private int NextSigned()
    {
        bool isNegative = _bytes[_at] == 1;
        _at++;
        int number = Next();
        return isNegative ? -number : number;
    }
}
