using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>
/// The single LEDs of a segment's "i": colours from the first LED on; a number before a colour says where it and those behind it
/// go, two numbers from where to before which LED it fills. What is no colour is passed over, as WLED does.
/// </summary>
internal sealed class WledPixels
{
    private const int ColourParts = 3;

    private int _first;
    private int _end;
    private int _numbers;

    /// <param name="leds">As many as the longest segment has; what lies beyond is left out.</param>
    public WledPixels(int leds)
    {
        Colours = new byte[leds * ColourParts];
        IsGiven = new bool[leds];
    }

    /// <summary>Red, green and blue of each LED.</summary>
    public readonly byte[] Colours;

    /// <summary>Which of them were given.</summary>
    public readonly bool[] IsGiven;

    /// <summary>Reads the list whose bracket has been read.</summary>
    public void Read(JsonReader json)
    {
        json.ReadsColours = true;
        int depth = json.Depth;
        for (JsonToken token = json.Next(); token != JsonToken.EndArray && token != JsonToken.Bad; token = json.Next())
        {
            switch (token)
            {
                case JsonToken.Colour:
                    Fill(json.Integer);
                    break;
                case JsonToken.Integer:
                    Place(json.Integer);
                    break;
                case JsonToken.BeginArray:
                    Fill(ReadParts(json));
                    break;
            }

            json.Leave(depth);
        }

        json.ReadsColours = false;
    }

    private void Place(int number)
    {
        // WLED counts a negative one from the front too.
        int place = number < 0 ? -number : number;
        place = place < 0 || place > IsGiven.Length ? IsGiven.Length : place;
        if (_numbers == 0)
        {
            _first = place;
        }
        else
        {
            _end = place;
        }

        _numbers++;
    }

    private void Fill(int colour)
    {
        int end = _numbers >= 2 && _end > _first ? _end : _first + 1;
        _numbers = 0;
        for (; _first < end && _first < IsGiven.Length; _first++)
        {
            IsGiven[_first] = true;
            int at = _first * ColourParts;
            Colours[at] = (byte)(colour >> 16);
            Colours[at + 1] = (byte)(colour >> 8);
            Colours[at + 2] = (byte)colour;
        }
    }

    // Red, green, blue, each 0–255; a white behind them is passed over.
    private static int ReadParts(JsonReader json)
    {
        int colour = 0;
        for (int part = 0; part < ColourParts && json.Next() == JsonToken.Integer; part++)
        {
            int value = json.Integer < 0 ? 0 : json.Integer;
            colour |= (value > 255 ? 255 : value) << (16 - (part * 8));
        }

        return colour;
    }
}
