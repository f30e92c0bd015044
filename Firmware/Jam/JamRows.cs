using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>The tracks of a whole pattern in JSON: what is not told is empty, at full volume.</summary>
internal sealed class JamRows
{
    private const string Allowed =
        "tracks must be a list of at most 8 objects with steps (16 true or false), velocities (16 from 0 to 100), muted, solo "
        + "and volume";

    /// <summary>Values of all steps.</summary>
    public readonly int[] Steps = new int[JamState.TrackCell];

    /// <summary>Values of the tracks.</summary>
    public readonly int[] Tracks = new int[JamState.Tracks];

    /// <summary>A track's value.</summary>
    public static int TrackValue(int volume, bool isMuted, bool isSolo) =>
        volume | (isMuted ? JamState.Mute : 0) | (isSolo ? JamState.Solo : 0);

    /// <summary>Reads the list behind its name. What is wrong, or null.</summary>
    public string Read(JsonReader json)
    {
        for (int i = 0; i < Steps.Length; i++)
        {
            Steps[i] = 0;
        }

        for (int i = 0; i < Tracks.Length; i++)
        {
            Tracks[i] = JamState.MostVelocity;
        }

        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? Allowed;
        }

        int track = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.BeginObject; token = json.Next())
        {
            if (track == JamState.Tracks || !ReadTrack(json, track))
            {
                return json.Problem ?? Allowed;
            }

            track++;
        }

        return token == JsonToken.EndArray ? null : json.Problem ?? Allowed;
    }

    private bool ReadTrack(JsonReader json, int track)
    {
        int first = track * JamState.Steps;
        JsonToken token;
        bool areVelocities = false;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            bool isFine;
            switch (json.Text)
            {
                case "steps":
                    isFine = ReadSteps(json, first);
                    break;
                case "velocities":
                    areVelocities = true;
                    isFine = ReadVelocities(json, first);
                    break;
                case "muted":
                    isFine = ReadFlag(json, track, JamState.Mute);
                    break;
                case "solo":
                    isFine = ReadFlag(json, track, JamState.Solo);
                    break;
                case "volume":
                    isFine = json.Next() == JsonToken.Integer && json.Integer >= 0 && json.Integer <= JamState.MostVelocity;
                    Tracks[track] = (Tracks[track] & ~127) | (json.Integer & 127);
                    break;
                default:
                    isFine = json.Skip();
                    break;
            }

            if (!isFine)
            {
                return false;
            }
        }

        for (int step = 0; step < JamState.Steps && !areVelocities; step++)
        {
            Steps[first + step] |= JamState.UsualVelocity;
        }

        return token == JsonToken.EndObject;
    }

    private bool ReadFlag(JsonReader json, int track, int flag)
    {
        JsonToken token = json.Next();
        Tracks[track] |= token == JsonToken.True ? flag : 0;
        return token == JsonToken.True || token == JsonToken.False;
    }

    private bool ReadSteps(JsonReader json, int first)
    {
        if (json.Next() != JsonToken.BeginArray)
        {
            return false;
        }

        int step = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.True || token == JsonToken.False; token = json.Next())
        {
            if (step == JamState.Steps)
            {
                return false;
            }

            Steps[first + step] |= token == JsonToken.True ? JamState.On : 0;
            step++;
        }

        return token == JsonToken.EndArray;
    }

    private bool ReadVelocities(JsonReader json, int first)
    {
        if (json.Next() != JsonToken.BeginArray)
        {
            return false;
        }

        int step = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Integer; token = json.Next())
        {
            if (step == JamState.Steps || json.Integer < 0 || json.Integer > JamState.MostVelocity)
            {
                return false;
            }

            Steps[first + step] |= json.Integer;
            step++;
        }

        return token == JsonToken.EndArray;
    }
}
