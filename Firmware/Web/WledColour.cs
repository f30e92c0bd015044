using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>
/// The first colour of a segment's "col": [r,g,b], {"r":…}, "RRGGBB" or 0 for black. White and the other colours are passed over.
/// </summary>
internal sealed class WledColour
{
    private const int Parts = 3;
    private const string PartNames = "rgb";

    private readonly int[] _parts = { WledValue.None, WledValue.None, WledValue.None };

    /// <summary>Whether a colour was given.</summary>
    public bool IsGiven;

    /// <summary>Reads what stands behind the name; what is left of it is the caller's to leave.</summary>
    public void Read(JsonReader json, JsonToken token)
    {
        if (token != JsonToken.BeginArray)
        {
            return;
        }

        switch (json.Next())
        {
            case JsonToken.BeginArray:
                ReadList(json);
                break;
            case JsonToken.BeginObject:
                ReadObject(json);
                break;
            case JsonToken.Text:
                ReadHex(json.Text);
                break;
            case JsonToken.Integer:
                if (json.Integer == 0)
                {
                    Blacken();
                }

                break;
        }
    }

    /// <summary>Begins with a colour that is there: parts of it may be given anew.</summary>
    /// <param name="stops">Red, green, blue.</param>
    public void Begin(byte[] stops)
    {
        IsGiven = true;
        for (int i = 0; i < Parts; i++)
        {
            _parts[i] = stops[i];
        }
    }

    /// <summary>Red, green or blue (0 to 2) as it is so far.</summary>
    public int Part(int part) => _parts[part];

    /// <summary>Gives red, green or blue (0 to 2); beyond 0–255 the nearest end.</summary>
    public void Set(int part, int value)
    {
        int notNegative = value < 0 ? 0 : value;
        _parts[part] = notNegative > 255 ? 255 : notNegative;
    }

    /// <summary>The colour: what was not given stays as in <paramref name="now"/>.</summary>
    public byte[] Over(byte[] now)
    {
        // A palette has two stops at least: both are this colour.
        var stops = new byte[Parts * 2];
        for (int i = 0; i < stops.Length; i++)
        {
            int part = _parts[i % Parts];
            stops[i] = part == WledValue.None ? now[i % Parts] : (byte)part;
        }

        return stops;
    }

    private void ReadList(JsonReader json)
    {
        int count = 0;
        for (JsonToken token = json.Next(); token == JsonToken.Integer; token = json.Next())
        {
            if (count == 0)
            {
                Blacken();
            }

            if (count < Parts)
            {
                Set(count, json.Integer);
            }

            count++;
        }
    }

    private void ReadObject(JsonReader json)
    {
        IsGiven = true;
        while (json.Next() == JsonToken.Name)
        {
            int depth = json.Depth;
            int part = json.Text.Length == 1 ? PartNames.IndexOf(json.Text[0]) : WledValue.None;
            if (json.Next() == JsonToken.Integer && part >= 0)
            {
                Set(part, json.Integer);
            }

            json.Leave(depth);
        }
    }

    // Two digits each of red, green, blue and, passed over, white.
    private void ReadHex(string text)
    {
        if (text.Length != 6 && text.Length != 8)
        {
            return;
        }

        var stop = new byte[Parts];
        if (HexColour.TryRead(text.Substring(0, 6), stop, 0))
        {
            IsGiven = true;
            for (int i = 0; i < Parts; i++)
            {
                _parts[i] = stop[i];
            }
        }
    }

    private void Blacken()
    {
        IsGiven = true;
        for (int i = 0; i < Parts; i++)
        {
            _parts[i] = 0;
        }
    }
}
