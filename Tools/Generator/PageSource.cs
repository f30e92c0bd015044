using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NanoFirmware.Generator.Packing;

namespace NanoFirmware.Generator;

/// <summary>
/// Turns the phone page into text constants that hold it compressed, in base 64: the device reads them from its flash, a piece at
/// a time, and the browser unpacks them.
/// </summary>
public static class PageSource
{
    // Where the page wants the small pictures of the patterns, as the inside of a text in double quotes.
    private const string Stills = "@stills@";

    // Of a piece, before it becomes text: half of an answer's buffer, and no more than a small hole in the heap while it is sent.
    private const int PieceBytes = 1536;
    private const int TagBytes = 6;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page as a browser gets it once it is unpacked: minified, with the small pictures.</summary>
    /// <param name="html">The page as it is written.</param>
    /// <param name="stills">The cells of each pattern, a line each, without quotes and strokes.</param>
    public static string Minified(string html, string stills)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(stills);
        if (stills.AsSpan().ContainsAny('"', '\\'))
        {
            throw new FormatException("the stills must not hold quotes or backslashes");
        }

        return PageMinifier.Minify(html).Replace(
            Stills, stills.Trim().Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A language's words without white space.</summary>
    public static string MinifiedWords(string json)
    {
        using var words = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(words, Plain);
    }

    /// <summary>The C# source of a page.</summary>
    /// <param name="text">The page as a browser gets it, or what it fetches.</param>
    /// <param name="file">Where it is written.</param>
    /// <param name="name">What its class is called.</param>
    /// <param name="what">Which page it is.</param>
    public static string Write(string text, string file, string name, string what)
    {
        byte[] page = Encoding.UTF8.GetBytes(text);
        byte[] packed = GzipPacker.Pack(page);
        var source = new StringBuilder();
        source.Append(
            $"// Made from {file} by Tools/Generator; edit that file and run: dotnet run --project Tools/Generator\n");
        source.Append("namespace NanoFirmware.Site;\n\n");
        source.Append($"/// <summary>The {what}: minified, compressed with gzip, in pieces of base 64.</summary>\n");
        source.Append($"internal static class {name}\n{{\n");

        // A constant would be copied into whoever uses it.
        Property(source, "Bytes of all pieces together.", "int Length", $"{packed.Length}");
        source.Append('\n');
        Property(
            source,
            "Another one for every other page, as the ETag header wants it.",
            "string Tag",
            $"\"\\\"{Convert.ToHexStringLower(SHA256.HashData(page).AsSpan(0, TagBytes))}\\\"\"");
        source.Append("\n    /// <summary>A piece in base 64; null after the last.</summary>\n");
        source.Append("    public static string Piece(int number) => number switch\n    {\n");
        foreach ((int number, byte[] piece) in packed.Chunk(PieceBytes).Index())
        {
            source.Append($"        {number} => \"{Convert.ToBase64String(piece)}\",\n");
        }

        return source.Append("        _ => null,\n    };\n}\n").ToString();
    }

    private static void Property(StringBuilder source, string summary, string name, string value) =>
        source.Append($"    /// <summary>{summary}</summary>\n    public static {name} => {value};\n");
}
