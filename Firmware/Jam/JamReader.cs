using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>
/// Reads a jam's messages in JSON, one object or a list of them, into <see cref="JamEdits"/>: all or nothing. Fields that a
/// message does not need are passed over.
/// </summary>
internal sealed class JamReader
{
    private const int Absent = -1;
    private const string EndType = "end";

    // No static table, which would take its room also on a device that nobody plays on.
    private readonly string[] _numberNames =
        { "track", "step", "velocity", "note", "tempo", "swing", "volume", "origin", "stamp", "by", "at" };

    private const int NumberCount = 11;
    private const int TrackAt = 0;
    private const int StepAt = 1;
    private const int VelocityAt = 2;
    private const int NoteAt = 3;
    private const int TempoAt = 4;
    private const int SwingAt = 5;
    private const int VolumeAt = 6;
    private const int OriginAt = 7;
    private const int StampAt = 8;
    private const int ByAt = 9;
    private const int TimeAt = 10;

    private readonly JsonReader _json;
    private readonly int[] _numbers = new int[NumberCount];
    private readonly JamRows _rows = new JamRows();
    private string _type;
    private string _mode;
    private string _key;
    private string _scale;
    private int _enabled;
    private int _playing;
    private int _muted;
    private int _solo;
    private bool _hasRows;
    private bool _hasOrigin;

    public JamReader(JsonReader json) => _json = json;

    /// <summary>It reads lines of a recording: they have a time, and the last says that it ends.</summary>
    public bool IsOfTape;

    /// <summary>Of a line of a recording its time in ms; −1 for none.</summary>
    public int AtMs => _numbers[TimeAt];

    /// <summary>Whether the line says that the recording ends.</summary>
    public bool IsEnd => _type == EndType;

    /// <summary>What was read.</summary>
    public readonly JamEdits Edits = new JamEdits();

    /// <summary>The name in the last message of the type "join"; null for none.</summary>
    public string Joined;

    /// <summary>Reads a body. What is wrong, or null.</summary>
    public string Read(byte[] bytes, int start, int length)
    {
        JsonReader json = _json;
        Edits.Count = 0;
        Joined = null;
        json.Begin(bytes, start, length);
        JsonToken token = json.Next();
        if (token == JsonToken.BeginObject)
        {
            string problem = ReadMessage();
            return problem == null && json.Next() != JsonToken.End ? json.Problem : problem;
        }

        if (token != JsonToken.BeginArray)
        {
            return json.Problem ?? "the body must be a JSON object or a list of them";
        }

        for (token = json.Next(); token == JsonToken.BeginObject; token = json.Next())
        {
            string problem = ReadMessage();
            if (problem != null)
            {
                return problem;
            }
        }

        bool isWhole = token == JsonToken.EndArray && json.Next() == JsonToken.End;
        return isWhole ? null : json.Problem ?? "a list of messages holds objects";
    }

    // Stands behind the bracket.
    private string ReadMessage()
    {
        Forget();
        JsonToken token;
        for (token = _json.Next(); token == JsonToken.Name; token = _json.Next())
        {
            string problem = ReadField(_json.Text);
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndObject ? Judge() : _json.Problem;
    }

    private void Forget()
    {
        for (int i = 0; i < _numbers.Length; i++)
        {
            _numbers[i] = Absent;
        }

        _type = null;
        _mode = null;
        _key = null;
        _scale = null;
        _enabled = Absent;
        _playing = Absent;
        _muted = Absent;
        _solo = Absent;
        _hasRows = false;
        _hasOrigin = false;
    }

    private string ReadField(string name)
    {
        int numbers = IsOfTape ? NumberCount : TimeAt;
        for (int i = 0; i < numbers; i++)
        {
            if (_numberNames[i] == name)
            {
                bool isWhole = _json.Next() == JsonToken.Integer && (_json.Integer >= 0 || i == OriginAt);
                _numbers[i] = _json.Integer;
                _hasOrigin = _hasOrigin || i == OriginAt;
                return isWhole ? null : _json.Problem ?? name + " must be a whole number";
            }
        }

        switch (name)
        {
            case "type":
                return ReadText(name, ref _type);
            case "mode":
            case "colorMode":
                return ReadText(name, ref _mode);
            case "key":
                return ReadText(name, ref _key);
            case "scale":
                return ReadText(name, ref _scale);
            case "name":
                return ReadText(name, ref Joined);
            case "enabled":
                return ReadSwitch(name, ref _enabled);
            case "isPlaying":
                return ReadSwitch(name, ref _playing);
            case "muted":
                return ReadSwitch(name, ref _muted);
            case "solo":
                return ReadSwitch(name, ref _solo);
            case "tracks":
                _hasRows = true;
                return _rows.Read(_json);
            default:
                return _json.Skip() ? null : _json.Problem;
        }
    }

    private string ReadText(string name, ref string text)
    {
        bool isText = _json.Next() == JsonToken.Text;
        text = _json.Text;
        return isText ? null : _json.Problem ?? name + " must be a text";
    }

    private string ReadSwitch(string name, ref int value)
    {
        JsonToken token = _json.Next();
        value = token == JsonToken.True ? 1 : 0;
        return token == JsonToken.True || token == JsonToken.False ? null : _json.Problem ?? name + " must be true or false";
    }

    private string Judge()
    {
        switch (_type)
        {
            case "drum-step":
                return JudgeStep();
            case "note":
                return JudgeNote();
            case "track":
                return JudgeTrack();
            case "color-mode":
            case "key-change":
                return JudgeColours();
            case "tempo-change":
            case "playback-control":
                return JudgeTransport();
            case "drum-pattern-reset":
                return _hasRows ? TakeRows() : "drum-pattern-reset needs tracks: a list of at most 8";
            case "join":
                return Joined == null || Joined.Length > 24 ? "join needs a name of at most 24 characters" : null;
            case EndType when IsOfTape:
                return null;
            default:
                return "type must be drum-step, note, track, color-mode, key-change, tempo-change, playback-control, "
                    + (IsOfTape ? "drum-pattern-reset or end" : "drum-pattern-reset or join");
        }
    }

    private string JudgeStep()
    {
        int velocity = _numbers[VelocityAt] == Absent ? JamState.UsualVelocity : _numbers[VelocityAt];
        if (!IsUpTo(TrackAt, JamState.Tracks - 1) || !IsUpTo(StepAt, JamState.Steps - 1) || velocity > JamState.MostVelocity)
        {
            return "drum-step needs track from 0 to 7, step from 0 to 15, and takes velocity from 0 to 100";
        }

        int value = velocity | (_enabled == 0 ? 0 : JamState.On);
        return Add((_numbers[TrackAt] * JamState.Steps) + _numbers[StepAt], value);
    }

    private string JudgeNote()
    {
        int velocity = _numbers[VelocityAt] == Absent ? JamState.UsualVelocity : _numbers[VelocityAt];
        if (!IsUpTo(NoteAt, 127) || velocity > JamState.MostVelocity)
        {
            return "note needs note from 0 to 127, and takes velocity from 0 to 100";
        }

        return Add(JamLog.Note, _numbers[NoteAt] | (velocity * 127 / JamState.MostVelocity << 8));
    }

    private string JudgeTrack()
    {
        int volume = _numbers[VolumeAt] == Absent ? JamState.MostVelocity : _numbers[VolumeAt];
        if (!IsUpTo(TrackAt, JamState.Tracks - 1) || volume > JamState.MostVelocity)
        {
            return "track needs track from 0 to 7, and takes volume from 0 to 100, muted and solo";
        }

        return Add(JamState.TrackCell + _numbers[TrackAt], JamRows.TrackValue(volume, _muted == 1, _solo == 1));
    }

    private string JudgeColours()
    {
        int mode = _mode == null ? Absent : JamColours.ModeOf(_mode);
        int root = _key == null ? Absent : JamColours.RootOf(_key);
        int scale = _scale == null ? Absent : JamColours.ScaleOf(_scale);
        if (_mode != null && mode < 0)
        {
            return "mode must be chromatic, harmonic or spectrum";
        }

        if ((_key != null && root < 0) || (_scale != null && scale < 0))
        {
            return "key must be C, C#, D, D#, E, F, F#, G, G#, A, A# or B, scale one of " + JamColours.AllScales();
        }

        bool isWhole = mode >= 0 && root >= 0 && scale >= 0;
        if (isWhole && _numbers[StampAt] > 0)
        {
            return Add(JamState.ColourCell, JamState.Colours(mode, root, scale));
        }

        if (mode < 0 && root < 0 && scale < 0)
        {
            return "color-mode needs mode, key-change key or scale";
        }

        return Edits.AddPart(JamEdits.ColourPart, mode, root, scale) ? null : TooMany;
    }

    private string JudgeTransport()
    {
        int tempo100 = _numbers[TempoAt] == Absent ? Absent : _numbers[TempoAt] * 100;
        int swing = _numbers[SwingAt];
        bool isTempo = tempo100 == Absent || (_numbers[TempoAt] <= JamState.MostTempo && JamMessage.IsTempo(tempo100));
        if (!isTempo || (swing != Absent && !JamMessage.IsSwing(swing)))
        {
            return "tempo must be a whole number from 40 to 300, swing from 50 to 75";
        }

        if (tempo100 == Absent && swing == Absent && _playing == Absent)
        {
            return "tempo-change needs tempo or swing, playback-control isPlaying";
        }

        bool isKnown = _numbers[StampAt] > 0 || (IsOfTape && _hasOrigin);
        if (tempo100 > 0 && swing > 0 && _playing >= 0 && isKnown)
        {
            return Add(JamState.TransportCell, JamState.Transport(_playing != 0, swing, tempo100));
        }

        return Edits.AddPart(JamEdits.TransportPart, _playing, swing, tempo100) ? null : TooMany;
    }

    private string TakeRows()
    {
        for (int track = 0; track < JamState.Tracks; track++)
        {
            for (int step = 0; step < JamState.Steps; step++)
            {
                Add((track * JamState.Steps) + step, _rows.Steps[(track * JamState.Steps) + step]);
            }

            if (Add(JamState.TrackCell + track, _rows.Tracks[track]) != null)
            {
                return TooMany;
            }
        }

        return null;
    }

    private string Add(int what, int value)
    {
        int stamp = _numbers[StampAt] == Absent ? 0 : _numbers[StampAt];
        int by = _numbers[ByAt] == Absent ? 0 : _numbers[ByAt];
        if (stamp > JamState.LastStamp || (stamp > 0 && (by < 1 || by > 254)))
        {
            return "stamp must be at most 8388607, and needs by from 1 to 254";
        }

        return Edits.Add(what, value, _hasOrigin ? _numbers[OriginAt] : 0, stamp, by) ? null : TooMany;
    }

    private bool IsUpTo(int number, int most) => _numbers[number] >= 0 && _numbers[number] <= most;

    private static string TooMany => "too many messages at once: send the rest in another body";
}
