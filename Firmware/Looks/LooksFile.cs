using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Looks;

/// <summary>Keeps what looks come by themselves, in a file of two generations: 5 s after the last change.</summary>
internal sealed class LooksFile
{
    private const string FileName = "I:\\looks";
    private const string ZoneName = "zone";
    private const string ZoneRule = "zone must be a POSIX time zone such as CET-1CEST,M3.5.0,M10.5.0/3";
    private const int NightlightGroup = 1;
    private const int ScheduleGroup = 2;
    private const int QuietMs = 5000;

    // A program that never stops changing things has two saved a minute.
    private const int SavesOnEnd = 10;

    private readonly StateExchange _state;
    private readonly WallClock _clock;
    private readonly WriteBudget _budget = new WriteBudget(SavesOnEnd);
    private int _savedVersion;
    private int _seenVersion;
    private long _changedMs;

    /// <param name="state">All groups.</param>
    /// <param name="clock">Whose zone is kept too.</param>
    public LooksFile(StateExchange state, WallClock clock)
    {
        _state = state;
        _clock = clock;
    }

    /// <summary>Whether there is one.</summary>
    public static bool IsKept => SafeFile.Exists(FileName);

    /// <summary>Saves of it since start.</summary>
    public int Saves;

    /// <summary>The zone changed, which no control counts.</summary>
    public int ZoneChanges;

    /// <summary>Reads what is kept, as far as it is sound.</summary>
    public void Load()
    {
        var file = new SafeFile(FileName, SafeFile.NewRoom());
        int length = file.Load();
        if (length >= 0)
        {
            ReadZone(file.Bytes, length);
            _state.ReadStored(file.Bytes, SafeFile.HeadBytes, length);
        }

        _savedVersion = Version;
        _seenVersion = _savedVersion;
    }

    /// <summary>Saves when it is time.</summary>
    public void Step(long nowMs)
    {
        int version = Version;
        if (version != _seenVersion)
        {
            _seenVersion = version;
            _changedMs = nowMs;
        }
        else if (version != _savedVersion && nowMs - _changedMs >= QuietMs && _budget.TryTake(nowMs))
        {
            Save();
        }
    }

    /// <summary>Saves what is not saved.</summary>
    public void Flush()
    {
        if (Version != _savedVersion)
        {
            Save();
        }
    }

    /// <summary>Everything as when the device was new, and no file.</summary>
    public void Reset()
    {
        _state.Reset();
        _savedVersion = Version;
        _seenVersion = _savedVersion;
        new SafeFile(FileName, SafeFile.NewRoom()).Delete();
    }

    /// <summary>What is wanted, without what goes on just now: a nightlight, and what the schedule did.</summary>
    public JsonPart Document()
    {
        StateChange present = _state.NewChange(Tolerance.Nothing);
        present.WantPresent();
        present.Want(NightlightGroup, NightlightControls.OnIndex, 0);
        return PartOf(present, _clock.ZoneName, new JsonWriter(SafeFile.DocumentBytes));
    }

    /// <summary>Takes over what such a document wants. What is wrong and changes nothing, or null.</summary>
    /// <param name="document">What is wanted.</param>
    /// <param name="resolved">Gets it with every step resolved, and nothing is taken over; null to take it over.</param>
    public string Restore(JsonPart document, JsonWriter resolved)
    {
        var json = new JsonReader();
        json.Begin(document.Bytes, document.Start, document.Length);
        StateChange change = _state.NewChange(Tolerance.UnknownNames);
        string zone = null;
        string problem = json.Next() == JsonToken.BeginObject ? null : "must be an object";
        while (problem == null && json.Next() == JsonToken.Name)
        {
            if (json.Text == ZoneName)
            {
                zone = json.Next() == JsonToken.Text ? json.Text : string.Empty;
                problem = PosixZone.Read(zone) == null ? ZoneRule : null;
            }
            else
            {
                string name = json.Text;
                problem = change.Has(name) ? change.ReadGroup(json) : "unknown field: use zone, " + change.Names;
                problem = problem == null ? null : name + ": " + problem;
            }
        }

        problem = problem ?? json.Problem ?? change.Conflict();
        if (problem != null)
        {
            return problem;
        }

        change.Resolve();
        if (resolved != null)
        {
            PartOf(change, zone, resolved);
            return null;
        }

        if (zone != null && zone != _clock.ZoneName)
        {
            _clock.SetZone(zone);
            ZoneChanges++;
        }

        change.Apply();
        return null;
    }

    // The zone comes first, as in the file.
    private static JsonPart PartOf(StateChange change, string zone, JsonWriter json)
    {
        // Never what was done: on another day it would be done again.
        change.Want(ScheduleGroup, ScheduleControls.DoneIndex, 0);
        json.BeginObject();
        if (zone != null)
        {
            json.Field(ZoneName, zone);
        }

        change.WriteFields(json);
        json.EndObject();
        return new JsonPart(json.Bytes, 0, json.Length);
    }

    private int Version => _state.Version + ZoneChanges;

    private void Save()
    {
        int version = Version;
        byte[] room = SafeFile.NewRoom();
        var file = new SafeFile(FileName, room);
        file.Load();
        var json = new JsonWriter(room, SafeFile.HeadBytes);
        json.BeginObject();
        if (_clock.ZoneName != null)
        {
            json.Field(ZoneName, _clock.ZoneName);
        }

        _state.WriteStored(json);
        json.EndObject();
        file.Keep(json.Length);
        _savedVersion = version;
        Saves++;
    }

    // It comes first.
    private void ReadZone(byte[] bytes, int length)
    {
        var json = new JsonReader();
        json.Begin(bytes, SafeFile.HeadBytes, length);
        bool isThere = json.Next() == JsonToken.BeginObject && json.Next() == JsonToken.Name && json.Text == ZoneName;
        if (isThere && json.Next() == JsonToken.Text)
        {
            _clock.SetZone(json.Text);
        }
    }
}
