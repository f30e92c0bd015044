using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>Writes a jam's news and its whole state in JSON.</summary>
internal static class JamWriter
{
    /// <summary>Room that the longest message needs: tempo and transport, told twice.</summary>
    public const int MostBytes = 260;

    private const int MostPeopleBytes = 40;

    /// <summary>
    /// Writes an entry of the log as the message of one or two types that tell it; nothing for those who do not need it.
    /// </summary>
    public static void WriteEntry(JsonWriter json, JamSession session, int index)
    {
        JamLog log = session.Log;
        JamState state = session.State;
        int what = log.What(index);
        int value = what < JamState.Cells ? state.Values[what] : 0;
        int stamp = what < JamState.Cells ? state.Stamps[what] : 0;
        if (what == JamLog.Note)
        {
            json.BeginObject();
            WriteNote(json, log.NoteOf(index), log.VelocityOf(index));
            json.EndObject();
        }
        else if (what == JamLog.People)
        {
            Begin(json, "people");
            json.EndObject();
        }
        else if (what < JamState.ColourCell)
        {
            json.BeginObject();
            WriteCell(json, what, value, 0);
            End(json, stamp);
        }
        else if (what == JamState.ColourCell)
        {
            WriteColours(json, "color-mode", value, stamp);
            WriteColours(json, "key-change", value, stamp);
        }
        else
        {
            WriteTransport(json, "tempo-change", value, state.OriginMs, stamp);
            WriteTransport(json, "playback-control", value, state.OriginMs, stamp);
        }
    }

    /// <summary>Writes a note's type and fields into the object that is open.</summary>
    /// <param name="json">Gets them.</param>
    /// <param name="note">Its number.</param>
    /// <param name="velocity">0–127.</param>
    public static void WriteNote(JsonWriter json, int note, int velocity)
    {
        json.Field("type", "note");
        json.Field("note", note);

        // Upwards, as it was told in hundredths: those were rounded down.
        json.Field("velocity", ((velocity * JamState.MostVelocity) + 126) / 127);
    }

    /// <summary>Writes a cell's type and fields into the object that is open, of two types the one that tells all.</summary>
    public static void WriteCell(JsonWriter json, int cell, int value, int originMs)
    {
        if (cell < JamState.TrackCell)
        {
            json.Field("type", "drum-step");
            json.Field("track", cell / JamState.Steps);
            json.Field("step", cell & (JamState.Steps - 1));
            json.Field("enabled", value >= JamState.On);
            json.Field("velocity", value & 127);
        }
        else if (cell < JamState.ColourCell)
        {
            json.Field("type", "track");
            json.Field("track", cell - JamState.TrackCell);
            WriteTrack(json, value);
        }
        else if (cell == JamState.ColourCell)
        {
            json.Field("type", "key-change");
            WriteColours(json, value);
        }
        else
        {
            json.Field("type", "playback-control");
            WriteTransport(json, value, originMs);
        }
    }

    /// <summary>Writes the state into the object that is open.</summary>
    public static void WriteState(JsonWriter json, JamSession session, long nowUs)
    {
        JamState state = session.State;
        json.Name("tracks");
        json.BeginArray();
        for (int track = 0; track < JamState.Tracks; track++)
        {
            json.BeginObject();
            json.Field("id", JamColours.Track(track));
            json.Name("steps");
            json.BeginArray();
            for (int step = 0; step < JamState.Steps; step++)
            {
                json.Value(state.Values[(track * JamState.Steps) + step] >= JamState.On);
            }

            json.EndArray();
            json.Name("velocities");
            json.BeginArray();
            for (int step = 0; step < JamState.Steps; step++)
            {
                json.Value(state.Values[(track * JamState.Steps) + step] & 127);
            }

            json.EndArray();
            WriteTrack(json, state.Values[JamState.TrackCell + track]);
            json.EndObject();
        }

        json.EndArray();
        json.Name("transport");
        json.BeginObject();
        WriteTransport(json, state.Values[JamState.TransportCell], state.OriginMs);
        json.Field("now", session.Clock.SessionMs(nowUs));
        json.EndObject();
        json.Field("colorMode", JamColours.Mode(state.ColourMode));
        json.Field("key", JamColours.Root(state.Root));
        json.Field("scale", JamColours.Scale(state.Scale));
        json.Field("digest", state.Digest);
        json.Name("people");
        json.BeginArray();
        for (int i = 0; json.Room > MostPeopleBytes * 4 && session.Person(i) != null; i++)
        {
            json.Value(session.Person(i));
        }

        json.EndArray();
    }

    private static void Begin(JsonWriter json, string type)
    {
        json.BeginObject();
        json.Field("type", type);
    }

    private static void End(JsonWriter json, int stamp)
    {
        json.Field("stamp", stamp >> 8);
        json.Field("by", stamp & 255);
        json.EndObject();
    }

    private static void WriteTrack(JsonWriter json, int value)
    {
        json.Field("muted", (value & JamState.Mute) != 0);
        json.Field("solo", (value & JamState.Solo) != 0);
        json.Field("volume", value & 127);
    }

    private static void WriteColours(JsonWriter json, string type, int value, int stamp)
    {
        Begin(json, type);
        WriteColours(json, value);
        End(json, stamp);
    }

    private static void WriteColours(JsonWriter json, int value)
    {
        json.Field("mode", JamColours.Mode(value & 3));
        json.Field("key", JamColours.Root((value >> 2) & 15));
        json.Field("scale", JamColours.Scale(value >> 6));
    }

    private static void WriteTransport(JsonWriter json, string type, int value, int originMs, int stamp)
    {
        Begin(json, type);
        WriteTransport(json, value, originMs);
        End(json, stamp);
    }

    private static void WriteTransport(JsonWriter json, int value, int originMs)
    {
        json.Field("isPlaying", (value & 1) != 0);
        json.Field("tempo", (value >> 8) / 100);
        json.Field("swing", (value >> 1) & 127);
        json.Field("origin", originMs);
    }
}
