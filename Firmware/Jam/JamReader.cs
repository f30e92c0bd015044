using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>
/// Reads a jam's messages in JSON, one object or a list of them, into <see cref="JamEdits"/>: all or nothing. Fields that a
/// message does not need are passed over.
/// </summary>
internal sealed partial class JamReader
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
}
