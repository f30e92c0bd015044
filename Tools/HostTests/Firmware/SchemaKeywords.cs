using System.Text.Json.Nodes;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// A library passes over a keyword that it does not know; one that is misspelt in docs/openapi.yaml must not be.
/// </summary>
internal static class SchemaKeywords
{
    private static readonly string[] OfNames = ["properties", "$defs"];
    private static readonly string[] OfOne = ["items", "additionalProperties"];
    private static readonly string[] OfMany = ["oneOf", "anyOf", "allOf"];

    private static readonly string[] Others =
    [
        "$ref", "type", "const", "enum", "required", "dependentRequired", "minProperties", "minItems", "maxItems", "minimum",
        "maximum",
        "minLength", "maxLength", "pattern", "description", "uniqueItems",
    ];

    /// <summary>Keywords that no schema of the description has had before, in a schema and all within it.</summary>
    public static IEnumerable<string> UnknownIn(JsonNode? schema)
    {
        if (schema is not JsonObject keywords)
        {
            return [];
        }

        IEnumerable<string> own = keywords.Select(each => each.Key)
            .Where(name => !OfNames.Concat(OfOne).Concat(OfMany).Concat(Others).Contains(name));
        return own.Concat(keywords.SelectMany(each => Within(each.Key, each.Value)));
    }

    private static IEnumerable<string> Within(string keyword, JsonNode? value)
    {
        if (OfNames.Contains(keyword))
        {
            return value!.AsObject().SelectMany(each => UnknownIn(each.Value));
        }

        if (OfMany.Contains(keyword))
        {
            return value!.AsArray().SelectMany(UnknownIn);
        }

        return OfOne.Contains(keyword) ? UnknownIn(value) : [];
    }
}
