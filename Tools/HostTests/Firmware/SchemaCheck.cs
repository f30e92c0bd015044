using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// JSON Schema (2020-12) as far as docs/openapi.yaml uses it; a keyword that is not known here throws, so that none is passed over.
/// </summary>
internal sealed class SchemaCheck
{
    private readonly JsonObject _root;
    private readonly List<string> _complaints = new();

    /// <param name="root">The document that references point into.</param>
    public SchemaCheck(JsonObject root) => _root = root;

    /// <summary>What is wrong, each with its place; empty when the value is as the schema wants it.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public void Check(JsonNode schema, JsonElement value, string at)
    {
        foreach ((string keyword, JsonNode? wanted) in schema.AsObject())
        {
            if (keyword == "properties")
            {
                CheckKnown(wanted!.AsObject(), value, at);
            }
            else if (!Holds(keyword, wanted!, schema, value, at))
            {
                _complaints.Add($"{at} is {value}: {keyword} {wanted!.ToJsonString()}");
            }
        }
    }

    private static bool IsOf(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Null => type == "null",
        _ => type == "number" || (type == "integer" && value.TryGetInt64(out _)),
    };

    private static bool IsSame(JsonNode? wanted, JsonElement value) => wanted?.ToJsonString() == value.GetRawText();

    // A keyword says nothing about values of another kind.
    private static bool Concerns(string keyword, JsonValueKind kind) => keyword switch
    {
        "required" or "dependentRequired" or "additionalProperties" or "minProperties" => kind == JsonValueKind.Object,
        "items" or "minItems" or "maxItems" => kind == JsonValueKind.Array,
        "minimum" or "maximum" => kind == JsonValueKind.Number,
        "minLength" or "maxLength" or "pattern" => kind == JsonValueKind.String,
        _ => true,
    };

    private bool Holds(string keyword, JsonNode wanted, JsonNode schema, JsonElement value, string at) => keyword switch
    {
        _ when !Concerns(keyword, value.ValueKind) => true,
        "$ref" => Followed(wanted.GetValue<string>(), value, at),
        "type" => (wanted as JsonArray ?? new JsonArray(wanted.DeepClone())).Any(type => IsOf(type!.GetValue<string>(), value)),
        "const" => IsSame(wanted, value),
        "enum" => wanted.AsArray().Any(each => IsSame(each, value)),
        "oneOf" => wanted.AsArray().Count(each => IsMet(each!, value)) == 1,
        "required" => wanted.AsArray().All(name => value.TryGetProperty(name!.GetValue<string>(), out _)),
        "dependentRequired" => wanted.AsObject().All(each => !value.TryGetProperty(each.Key, out _)
            || each.Value!.AsArray().All(name => value.TryGetProperty(name!.GetValue<string>(), out _))),
        "additionalProperties" => CheckMembers(schema, wanted, value, at),
        "minProperties" => value.EnumerateObject().Count() >= wanted.GetValue<int>(),
        "items" => CheckItems(wanted, value, at),
        "minItems" => value.GetArrayLength() >= wanted.GetValue<int>(),
        "maxItems" => value.GetArrayLength() <= wanted.GetValue<int>(),
        "minimum" => value.GetDouble() >= wanted.GetValue<int>(),
        "maximum" => value.GetDouble() <= wanted.GetValue<int>(),
        "minLength" => value.GetString()!.Length >= wanted.GetValue<int>(),
        "maxLength" => value.GetString()!.Length <= wanted.GetValue<int>(),
        "pattern" => Regex.IsMatch(value.GetString()!, wanted.GetValue<string>()),
        "description" => true,
        _ => throw new NotSupportedException("The check of docs/openapi.yaml does not know " + keyword + "."),
    };

    private bool Followed(string reference, JsonElement value, string at)
    {
        Check(reference.Split('/')[1..].Aggregate((JsonNode)_root, (node, name) => node[name]!), value, at);
        return true;
    }

    private bool IsMet(JsonNode schema, JsonElement value)
    {
        var trial = new SchemaCheck(_root);
        trial.Check(schema, value, "");
        return trial.Complaints.Count == 0;
    }

    private void CheckKnown(JsonObject properties, JsonElement value, string at)
    {
        foreach ((string name, JsonNode? schema) in properties)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement member))
            {
                Check(schema!, member, at + "." + name);
            }
        }
    }

    private bool CheckMembers(JsonNode schema, JsonNode others, JsonElement value, string at)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (schema["properties"]?[member.Name] is null)
            {
                if (others is JsonValue)
                {
                    return false;
                }

                Check(others, member.Value, at + "." + member.Name);
            }
        }

        return true;
    }

    private bool CheckItems(JsonNode schema, JsonElement value, string at)
    {
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(schema, item, $"{at}[{index++}]");
        }

        return true;
    }
}
