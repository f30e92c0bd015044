using System;
using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <summary>Pixels in JSON: <c>"pixels"</c> as RRGGBB each, or with <c>"colours"</c> as one hexadecimal digit each.</summary>
internal sealed class PixelsDocument
{
    private const int MostColours = 16;
    private const string ColoursAllowed = "colours must be a list of 1 to 16 colours as RRGGBB";

    private readonly int _most;
    private byte[] _digits;
    private int _digitCount;
    private byte[] _colours;
    private int _colourCount;

    /// <param name="most">Most pixels.</param>
    public PixelsDocument(int most) => _most = most;

    /// <summary>What was wrong with the last member; null for nothing.</summary>
    public string Problem;

    /// <summary>Pixels were given.</summary>
    public bool IsGiven => _digits != null;

    /// <summary>Colours were given.</summary>
    public bool HasColours => _colours != null;

    /// <summary>Reads a member, whose name has been read; false when it is none of its own.</summary>
    public bool ReadMember(JsonReader json)
    {
        Problem = null;
        if (json.Text == "pixels")
        {
            var digits = new byte[_most * 6];
            int count = json.ReadHex(digits);
            Problem = count < 0 ? "pixels must be a text of hexadecimal digits, at most " + _most.ToString() + " pixels" : null;
            _digits = count < 0 ? _digits : digits;
            _digitCount = count;
            return true;
        }

        if (json.Text == "colours")
        {
            Problem = ReadColours(json);
            return true;
        }

        return false;
    }

    /// <summary>
    /// The picture, red, green, blue of each pixel; null when there are not so many pixels, or one is none of the colours.
    /// </summary>
    public byte[] Picture(int pixels)
    {
        bool isIndexed = _colours != null;
        if (_digits == null || _digitCount != (isIndexed ? pixels : pixels * 6))
        {
            return null;
        }

        var rgb = new byte[pixels * 3];
        for (int i = 0; i < pixels; i++)
        {
            int to = i * 3;
            if (!isIndexed)
            {
                int from = i * 6;
                rgb[to] = (byte)((_digits[from] << 4) + _digits[from + 1]);
                rgb[to + 1] = (byte)((_digits[from + 2] << 4) + _digits[from + 3]);
                rgb[to + 2] = (byte)((_digits[from + 4] << 4) + _digits[from + 5]);
                continue;
            }

            if (_digits[i] >= _colourCount)
            {
                return null;
            }

            int colour = _digits[i] * 3;
            rgb[to] = _colours[colour];
            rgb[to + 1] = _colours[colour + 1];
            rgb[to + 2] = _colours[colour + 2];
        }

        return rgb;
    }

    /// <summary>Writes a picture into the object that is open, as short as it can be.</summary>
    public static void Write(JsonWriter json, byte[] rgb)
    {
        var colours = new byte[MostColours * 3];
        var indices = new byte[rgb.Length / 3];
        int count = 0;
        for (int i = 0; i < indices.Length && count <= MostColours; i++)
        {
            int index = IndexOf(colours, count, rgb, i * 3);
            if (index == count)
            {
                if (count < MostColours)
                {
                    Array.Copy(rgb, i * 3, colours, count * 3, 3);
                }

                count++;
            }

            indices[i] = (byte)index;
        }

        if (count > MostColours)
        {
            json.Name("pixels");
            json.HexBytes(rgb);
            return;
        }

        json.Name("colours");
        json.BeginArray();
        for (int i = 0; i < count; i++)
        {
            json.HexColour(colours, i * 3);
        }

        json.EndArray();
        json.Name("pixels");
        json.HexDigitsOf(indices);
    }

    private static int IndexOf(byte[] colours, int count, byte[] rgb, int at)
    {
        int index = 0;
        int most = count < MostColours ? count : MostColours;
        while (index < most && !IsSame(colours, index * 3, rgb, at))
        {
            index++;
        }

        return index;
    }

    private static bool IsSame(byte[] one, int oneAt, byte[] other, int otherAt) =>
        one[oneAt] == other[otherAt] && one[oneAt + 1] == other[otherAt + 1] && one[oneAt + 2] == other[otherAt + 2];

    private string ReadColours(JsonReader json)
    {
        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? ColoursAllowed;
        }

        _colours = new byte[MostColours * 3];
        _colourCount = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Text; token = json.Next())
        {
            if (_colourCount == MostColours || !HexColour.TryRead(json.Text, _colours, _colourCount * 3))
            {
                return ColoursAllowed;
            }

            _colourCount++;
        }

        return token == JsonToken.EndArray && _colourCount > 0 ? null : json.Problem ?? ColoursAllowed;
    }
}
