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

    private readonly string _name;

    /// <param name="name">Its name, in lower case.</param>
    public SpriteDocument(string name) => _name = name;

    /// <summary>What was read.</summary>
    public Sprite Sprite;

    /// <summary>Reads a body. What is wrong, or null.</summary>
    public string Read(byte[] body, int length)
    {
        if (_name.Length > MostNameLetters || _name.IndexOf('"') >= 0)
        {
            return "the name of a sprite must have 1 to 20 letters";
        }

        var json = new JsonReader();
        json.Begin(body, length);
        string problem = json.EnterBody();
        if (problem != null)
        {
            return problem;
        }

        int width = 0;
        int height = 0;
        var pixels = new PixelsDocument(SpriteTable.MostPixels);
        while (json.Next() == JsonToken.Name)
        {
            switch (json.Text)
            {
                case "width":
                    width = json.Next() == JsonToken.Integer ? json.Integer : 0;
                    break;
                case "height":
                    height = json.Next() == JsonToken.Integer ? json.Integer : 0;
                    break;
                default:
                    problem = pixels.ReadMember(json) ? pixels.Problem : Rule;
                    break;
            }

            if (problem != null)
            {
                return json.Problem ?? problem;
            }
        }

        if (json.Problem != null || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        bool fits = width > 0 && height > 0 && width <= SpriteTable.MostPixels && height <= SpriteTable.MostPixels
            && width * height <= SpriteTable.MostPixels;
        byte[] rgb = fits ? pixels.Picture(width * height) : null;
        if (rgb == null)
        {
            return Rule;
        }

        Sprite = new Sprite(_name, width, height, rgb);
        return null;
    }

    /// <summary>Writes a sprite into the object that is open.</summary>
    public static void Write(JsonWriter json, Sprite sprite)
    {
        json.Field("name", sprite.Name);
        json.Field("width", sprite.Width);
        json.Field("height", sprite.Height);
        json.Name("pixels");
        json.HexBytes(sprite.Rgb);
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
