using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>Writes a recording as lines of JSON, some at a time: the beginning, then edits and notes, then the end.</summary>
internal sealed class JamTapeWriter
{
    // A line with room to spare.
    private const int MostBytes = 160;

    private readonly JamTape _tape;
    private readonly JamState _fresh = new JamState();
    private int _cell;
    private int _index;

    public JamTapeWriter(JamTape tape) => _tape = tape;

    /// <summary>Writes as many lines as there is room for; false after the last.</summary>
    public bool WriteSome(JsonWriter json)
    {
        JamTape tape = _tape;
        for (; _cell < JamState.Cells && json.Room > MostBytes; _cell++)
        {
            if (tape.Start[_cell] != _fresh.Values[_cell])
            {
                Write(json, 0, _cell, tape.Start[_cell], tape.StartOriginMs);
            }
        }

        for (; _cell == JamState.Cells && _index < tape.Count && json.Room > MostBytes; _index++)
        {
            int frame = tape.Frame(_index) - tape.FirstFrame;
            Write(json, JamFrames.MsAt(frame), tape.What(_index), tape.Value(_index), tape.OriginMs(_index));
        }

        if (_cell < JamState.Cells || _index < tape.Count || json.Room <= MostBytes)
        {
            return true;
        }

        json.BeginObject();
        json.Field("at", tape.Ms);
        json.Field("type", "end");
        json.EndObject();
        json.NewLine();
        return false;
    }

    private void Write(JsonWriter json, long atMs, int what, int value, int originMs)
    {
        json.BeginObject();
        json.Field("at", atMs);
        if (what == JamLog.Note)
        {
            JamWriter.WriteNote(json, value & 127, value >> 7);
        }
        else
        {
            JamWriter.WriteCell(json, what, value, originMs - (int)JamFrames.MsAt(_tape.FirstFrame));
        }

        json.EndObject();
        json.NewLine();
    }
}
