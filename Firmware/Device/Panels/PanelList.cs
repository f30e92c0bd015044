using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <summary>Panels as a JSON list of numbers.</summary>
internal static class PanelList
{
    /// <summary>Writes a list as a member.</summary>
    /// <param name="json">Gets it.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="mask">A bit for each panel.</param>
    public static void Write(JsonWriter json, string name, int mask)
    {
        json.Name(name);
        json.BeginArray();
        for (int panel = 0; panel < 32; panel++)
        {
            if ((mask & (1 << panel)) != 0)
            {
                json.Value(panel);
            }
        }

        json.EndArray();
    }

    /// <summary>Reads a list, whose first token has been read. What is wrong, or null.</summary>
    /// <param name="json">Stands behind that token.</param>
    /// <param name="first">The token.</param>
    /// <param name="count">How many panels there are.</param>
    /// <param name="mask">Gets a bit for each panel.</param>
    public static string Read(JsonReader json, JsonToken first, int count, out int mask)
    {
        mask = 0;
        string allowed = "panels must be a list of numbers from 0 to " + (count - 1).ToString() + ", or the name of a group";
        if (first != JsonToken.BeginArray)
        {
            return json.Problem ?? allowed;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Integer; token = json.Next())
        {
            if (json.Integer < 0 || json.Integer >= count)
            {
                return allowed;
            }

            mask |= 1 << json.Integer;
        }

        return token == JsonToken.EndArray ? null : json.Problem ?? allowed;
    }
}
