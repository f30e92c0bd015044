using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <summary>
/// A free map as JSON, in the form of WLED's ledmap.json: <c>{"width": 3, "height": 2, "map": [0, 1, 2, 5, 4, -1]}</c>; a line
/// has no width and height.
/// </summary>
internal static class MapDocument
{
    /// <summary>Greatest document, in bytes.</summary>
    public const int MostBytes = 16384;

    private const int MostLeds = Board.MostLedsTogether;
    private const string SizeRule = "width and height must be whole numbers from 1 to 768, and both or neither";
    private const string EntryRule = "map must be a list of whole numbers from -1 for no LED to 767";

    /// <summary>Reads a whole document. What is wrong, or null.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="map">Gets the map.</param>
    public static string Read(byte[] bytes, int length, out LedMap map)
    {
        // What else such documents hold is their writer's affair.
        var json = new JsonReader { IsLenient = true };
        json.Begin(bytes, length);
        map = null;
        string problem = json.EnterBody() ?? ReadMembers(json, out map);
        return problem == null && json.Next() != JsonToken.End ? json.Problem : problem;
    }

    /// <summary>Reads the members of an object whose bracket has been read, to its end. What is wrong, or null.</summary>
    public static string ReadMembers(JsonReader json, out LedMap map)
    {
        map = null;
        short[] leds = null;
        int width = 0;
        int height = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = null;
            switch (json.Text)
            {
                case "map":
                    problem = ReadLeds(json, out leds);
                    break;
                case "width":
                    problem = ReadSize(json, out width);
                    break;
                case "height":
                    problem = ReadSize(json, out height);
                    break;
                default:
                    json.Skip();
                    break;
            }

            if (problem != null)
            {
                return problem;
            }
        }

        return json.Problem ?? Make(leds, width, height, out map);
    }

    private static string Make(short[] leds, int width, int height, out LedMap map)
    {
        map = null;
        if (leds == null)
        {
            return "there is no map: " + EntryRule;
        }

        if ((width == 0) != (height == 0))
        {
            return SizeRule;
        }

        if (width == 0)
        {
            width = leds.Length;
            height = 1;
        }

        if (width > MostLeds)
        {
            return "map: a line has at most " + MostLeds.ToString() + " places, this one has " + width.ToString();
        }

        if (width * height != leds.Length)
        {
            return "map must have width times height places, " + (width * height).ToString() + ", and has "
                + leds.Length.ToString();
        }

        map = new LedMap(leds, width, height);
        return map.Last < 0 ? "map is empty: it names no LED" : null;
    }

    private static string ReadSize(JsonReader json, out int size)
    {
        size = json.Next() == JsonToken.Integer ? json.Integer : 0;
        return size >= 1 && size <= MostLeds ? null : json.Problem ?? SizeRule;
    }

    private static string ReadLeds(JsonReader json, out short[] leds)
    {
        leds = null;
        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? EntryRule;
        }

        var read = new short[LedMap.MostPlaces];
        var isTaken = new bool[MostLeds];
        int count = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Integer; token = json.Next())
        {
            string problem = count < read.Length
                ? Check(json.Integer, isTaken)
                : "map: at most " + read.Length.ToString() + " places are allowed";
            if (problem != null)
            {
                return problem;
            }

            read[count] = (short)json.Integer;
            count++;
        }

        if (token != JsonToken.EndArray)
        {
            return json.Problem ?? EntryRule;
        }

        leds = new short[count];
        System.Array.Copy(read, leds, count);
        return null;
    }

    private static string Check(int led, bool[] isTaken)
    {
        if (led < LedMap.None || led >= MostLeds)
        {
            return EntryRule + ", not " + led.ToString();
        }

        if (led < 0)
        {
            return null;
        }

        string problem = isTaken[led] ? "map: LED " + led.ToString() + " is there twice" : null;
        isTaken[led] = true;
        return problem;
    }
}
