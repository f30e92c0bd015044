using System;
using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>
/// A recording that comes as lines of JSON, in pieces that may part a line: each a message as elsewhere, with its time. The first
/// line that is wrong ends it.
/// </summary>
internal sealed class JamTapeReader
{
    // A whole pattern has 1.9 KB.
    private const int MostLineBytes = 2048;

    private readonly JamReader _reader = new JamReader(new JsonReader()) { IsOfTape = true };
    private readonly JamState _state = new JamState();
    private readonly byte[] _line = new byte[MostLineBytes];
    private readonly JamTape _tape;
    private readonly int _capacity;
    private int _length;
    private int _lines;
    private int _lastMs;

    /// <param name="capacity">Edits and notes that may come.</param>
    public JamTapeReader(int capacity)
    {
        _capacity = capacity;
        _tape = new JamTape(capacity);
    }

    /// <summary>Bytes that came.</summary>
    public int Received;

    /// <summary>Takes a piece. What is wrong, or null.</summary>
    public string Add(byte[] bytes, int start, int count)
    {
        Received += count;
        for (int i = start; i < start + count; i++)
        {
            if (bytes[i] == '\n')
            {
                string problem = EndLine();
                if (problem != null)
                {
                    return problem;
                }
            }
            else if (_length == MostLineBytes)
            {
                return At(_lines + 1, "a line has at most 2048 bytes");
            }
            else
            {
                _line[_length] = bytes[i];
                _length++;
            }
        }

        return null;
    }

    /// <summary>All came. What is wrong, or null.</summary>
    public string End(out JamTape tape)
    {
        tape = _tape;
        string problem = EndLine();
        return problem ?? (_tape.Count == 0 && _tape.LastFrame == 0
            ? "a recording needs lines as {\"at\":500,\"type\":\"note\",\"note\":60}, at in ms" : null);
    }

    private string EndLine()
    {
        _lines++;
        int length = _length;
        _length = 0;
        bool isBlank = true;
        for (int i = 0; i < length; i++)
        {
            isBlank = isBlank && _line[i] <= ' ';
        }

        string problem = isBlank ? null : _reader.Read(_line, 0, length) ?? Take();
        return problem == null ? null : At(_lines, problem);
    }

    private static string At(int line, string problem) => "line " + line.ToString() + ": " + problem;

    private string Take()
    {
        int atMs = _reader.AtMs;
        if (atMs < _lastMs)
        {
            return "each line needs at, a whole number of ms, not less than in the line before";
        }

        _lastMs = atMs;
        int frame = JamFrames.AtMs(atMs);
        if (_reader.IsEnd)
        {
            _tape.LastFrame = frame > _tape.LastFrame ? frame : _tape.LastFrame;
            return null;
        }

        JamEdits edits = _reader.Edits;
        if (frame > 0 && _tape.Count + edits.Count > _capacity)
        {
            return "this device keeps " + _capacity.ToString() + " edits and notes";
        }

        for (int i = 0; i < edits.Count; i++)
        {
            Take(edits, i, frame);
        }

        return null;
    }

    private void Take(JamEdits edits, int index, int frame)
    {
        int what = edits.What(index);
        int value = edits.Value(index);
        int originMs = edits.OriginMs(index);
        if (what == JamLog.Note)
        {
            value = (value & 127) | (value >> 8 << 7);
        }
        else if (what == JamEdits.ColourPart)
        {
            what = JamState.ColourCell;
            value = _state.ColoursWith(value, originMs, edits.Stamp(index));
        }
        else if (what == JamEdits.TransportPart)
        {
            // What begins with the recording is heard from its first step on: it begins in the first frame that is played.
            frame = frame > 0 ? frame : 1;
            what = JamState.TransportCell;
            int next = _state.TransportWith(value, originMs, edits.Stamp(index));
            originMs = JamTime.OriginMs(_state, (next & 1) != 0, next >> 8, (int)JamFrames.MsAt(frame));
            value = next;
        }

        if (what < JamState.Cells)
        {
            _state.Values[what] = value;
            _state.OriginMs = what == JamState.TransportCell ? originMs : _state.OriginMs;
        }

        _tape.Add(frame, what, value, originMs);
    }
}
