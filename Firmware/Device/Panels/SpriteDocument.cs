using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <summary>
/// A sprite as JSON: width, height, and its pixels, as RRGGBB each or as one hexadecimal digit each into colours.
/// </summary>
internal sealed class SpriteDocument
{
    private const string Rule =
        "a sprite needs width and height, 1 to 768 pixels together, and pixels: RRGGBB each, "
        + "or, with colours, one hexadecimal digit each";

    private const int MostNameLetters = 20;

    private const string NameRule = "the name of a sprite must have 1 to 20 letters";

    private string _name;
    private int _width;
    private int _height;

    /// <param name="name">Its name, in lower case; null when the document says it.</param>
    public SpriteDocument(string name) => _name = name;

    /// <summary>What was read.</summary>
    public Sprite Sprite;

    /// <summary>Reads a document. What is wrong, or null.</summary>
    /// <param name="bytes">JSON.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="length">Its bytes.</param>
    public string Read(byte[] bytes, int start, int length)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        string problem = json.EnterBody() ?? ReadMembers(json);
        if (problem == null && json.Next() != JsonToken.End)
        {
            problem = json.Problem;
        }

        return problem;
    }

    /// <summary>Reads the members of an object whose bracket has been read, to its end. What is wrong, or null.</summary>
    public string ReadMembers(JsonReader json)
    {
        bool mayBeNamed = _name == null;
        var pixels = new PixelsDocument(SpriteTable.MostPixels);
        while (json.Next() == JsonToken.Name)
        {
            string problem = mayBeNamed && json.Text == "name" ? ReadName(json) : ReadMember(json, pixels);
            if (problem != null || json.Problem != null)
            {
                return json.Problem ?? problem;
            }
        }

        if (json.Problem != null)
        {
            return json.Problem;
        }

        if (!IsName(_name))
        {
            return NameRule;
        }

        bool fits = _width > 0 && _height > 0 && _width <= SpriteTable.MostPixels && _height <= SpriteTable.MostPixels
            && _width * _height <= SpriteTable.MostPixels;
        byte[] rgb = fits ? pixels.Picture(_width * _height) : null;
        if (rgb == null)
        {
            return Rule;
        }

        Sprite = new Sprite(_name, _width, _height, rgb);
        return null;
    }

    private string ReadMember(JsonReader json, PixelsDocument pixels)
    {
        switch (json.Text)
        {
            case "width":
                _width = json.Next() == JsonToken.Integer ? json.Integer : 0;
                return null;
            case "height":
                _height = json.Next() == JsonToken.Integer ? json.Integer : 0;
                return null;
            default:
                return pixels.ReadMember(json) ? pixels.Problem : Rule;
        }
    }

    private string ReadName(JsonReader json)
    {
        _name = json.Next() == JsonToken.Text ? json.Text.ToLower() : null;
        return _name == null ? NameRule : null;
    }

    private static bool IsName(string name) =>
        name != null && name.Length > 0 && name.Length <= MostNameLetters && name.IndexOf('"') < 0;

    /// <summary>Writes a sprite into the object that is open.</summary>
    public static void Write(JsonWriter json, Sprite sprite)
    {
        json.Field("name", sprite.Name);
        json.Field("width", sprite.Width);
        json.Field("height", sprite.Height);
        json.Name("pixels");
        json.HexBytes(sprite.Rgb);
    }

    /// <summary>A sprite as a document of its own.</summary>
    public static JsonPart Of(Sprite sprite)
    {
        var json = new JsonWriter(KeptPanels.MostBytes);
        json.BeginObject();
        Write(json, sprite);
        json.EndObject();
        return new JsonPart(json.Bytes, 0, json.Length);
    }

    /// <summary>Writes the names of all into the object that is open.</summary>
    public static void WriteAll(JsonWriter json, SpriteTable sprites)
    {
        json.Field("most", SpriteTable.Most);
        json.Name("sprites");
        json.BeginArray();
        for (int i = 0; i < sprites.Count; i++)
        {
            Sprite sprite = sprites.At(i);
            json.BeginObject();
            json.Field("name", sprite.Name);
            json.Field("width", sprite.Width);
            json.Field("height", sprite.Height);
            json.EndObject();
        }

        json.EndArray();
    }
}
