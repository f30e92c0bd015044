using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>docs/openapi.yaml, and what it says about an answer.</summary>
internal sealed class OpenApiDescription
{
    private readonly JsonObject _root;
    private readonly Dictionary<string, JsonSchema> _schemas = new(StringComparer.Ordinal);

    public OpenApiDescription([CallerFilePath] string here = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "openapi.yaml");
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        _root = (JsonObject)Convert(yaml.Documents[0].RootNode)!;
    }

    /// <summary>Every operation as "post /api/reset".</summary>
    public IEnumerable<string> Operations =>
        from path in _root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key != "parameters"
        select operation.Key + " " + path.Key;

    /// <summary>Whether an answer of that status is described for an operation.</summary>
    public bool Answers(string operation, int status)
    {
        string[] parts = operation.Split(' ');
        return _root["paths"]![parts[1]]![parts[0]]!["responses"]![status.ToString(CultureInfo.InvariantCulture)] is not null;
    }

    /// <summary>What is wrong with an answer by the description; null when it is as described.</summary>
    public string? Complaint(string operation, int status, string contentType, string text)
    {
        string[] parts = operation.Split(' ');
        JsonNode? answer = _root["paths"]![parts[1]]?[parts[0]]?["responses"]?[status.ToString(CultureInfo.InvariantCulture)];
        if (answer is null)
        {
            return $"{operation} answers {status}, which is not described";
        }

        answer = Followed(answer);
        if (answer["content"] is not JsonObject content)
        {
            return text.Length == 0 ? null : $"{operation} answers {status} with a body, which is not described";
        }

        string type = contentType.Split(';')[0];
        if (content[type] is not JsonObject described)
        {
            return $"{operation} answers {status} as {type}, which is not described";
        }

        return described["schema"] is JsonNode schema ? Complaint(operation, schema, text) : null;
    }

    /// <summary>What is wrong with a request's body by the description; null when it is as described.</summary>
    public string? BodyComplaint(string operation, string body)
    {
        string[] parts = operation.Split(' ');
        JsonNode? schema = _root["paths"]![parts[1]]![parts[0]]!["requestBody"]?["content"]?["application/json"]?["schema"];
        return schema is null ? operation + " has a body that is not described" : Complaint(operation, schema, body);
    }

    /// <summary>The properties of a schema by name, as JSON.</summary>
    public JsonObject Properties(string schema) => _root["components"]!["schemas"]![schema]!["properties"]!.AsObject();

    private string? Complaint(string operation, JsonNode schema, string text)
    {
        using var answer = System.Text.Json.JsonDocument.Parse(text);
        EvaluationResults results = SchemaOf(schema)
            .Evaluate(answer.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? null
            : string.Join("; ", results.Details.Where(each => each.Errors is not null)
                .SelectMany(
                    each => each.Errors!.Select(error => $"{operation}{each.InstanceLocation}: {error.Key} {error.Value}")));
    }

    // References of OpenAPI point into its components; a schema alone has definitions of its own.
    private JsonSchema SchemaOf(JsonNode schema)
    {
        string own = Local(schema.ToJsonString());
        if (!_schemas.TryGetValue(own, out JsonSchema? found))
        {
            JsonObject whole = JsonNode.Parse(own)!.AsObject();
            whole["$defs"] = JsonNode.Parse(Local(_root["components"]!["schemas"]!.ToJsonString()));
            string unknown = string.Join(", ", SchemaKeywords.UnknownIn(whole));
            if (unknown.Length > 0)
            {
                throw new NotSupportedException("The check of docs/openapi.yaml does not know " + unknown + ".");
            }

            _schemas[own] = found = JsonSchema.FromText(whole.ToJsonString());
        }

        return found;
    }

    private static string Local(string json) => json.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);

    private JsonObject Followed(JsonNode node) =>
        node["$ref"] is JsonNode reference
            ? (JsonObject)reference.GetValue<string>().Split('/')[1..].Aggregate((JsonNode)_root, (at, name) => at[name]!)
            : (JsonObject)node;

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(
            mapping.Select(each => KeyValuePair.Create(((YamlScalarNode)each.Key).Value!, Convert(each.Value)))),
        YamlSequenceNode sequence => new JsonArray(sequence.Select(Convert).ToArray()),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when Regex.IsMatch(scalar.Value!, "^-?[0-9]+$") =>
            JsonValue.Create(int.Parse(scalar.Value!, CultureInfo.InvariantCulture)),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException("docs/openapi.yaml holds something that JSON has not."),
    };
}
