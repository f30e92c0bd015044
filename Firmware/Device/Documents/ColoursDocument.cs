using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>The stops of a palette as a JSON list of RRGGBB.</summary>
internal static class ColoursDocument
{
    private const string Allowed = " must be a list of 2 to 8 colours as RRGGBB";

    /// <summary>Writes the stops into the object that is open.</summary>
    public static void Write(JsonWriter json, string name, CustomPalette palette) =>
        Write(json, name, palette.Stops, palette.Count);

    /// <summary>Writes stops into the object that is open.</summary>
    /// <param name="json">Gets the list.</param>
    /// <param name="name">Its name there.</param>
    /// <param name="stops">Red, green, blue of each.</param>
    /// <param name="count">How many there are.</param>
    public static void Write(JsonWriter json, string name, byte[] stops, int count)
    {
        json.Name(name);
        json.BeginArray();
        for (int i = 0; i < count; i++)
        {
            json.HexColour(stops, i * 3);
        }

        json.EndArray();
    }

    /// <summary>Reads the list behind a name. What is wrong, or null.</summary>
    /// <param name="json">Stands behind the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="stops">Gets red, green, blue of each; room for <see cref="CustomPalette.MaxStops"/>.</param>
    /// <param name="count">How many there are.</param>
    public static string Read(JsonReader json, string name, byte[] stops, out int count)
    {
        count = 0;
        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? name + Allowed;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Text; token = json.Next())
        {
            if (count == CustomPalette.MaxStops || !HexColour.TryRead(json.Text, stops, count * 3))
            {
                return name + Allowed;
            }

            count++;
        }

        return token == JsonToken.EndArray && count >= CustomPalette.MinStops ? null : json.Problem ?? name + Allowed;
    }
}
