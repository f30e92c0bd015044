using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>A preset as JSON, in and out: <c>{"name": …, "a": {…}, …}</c>, always written anew and compact.</summary>
internal sealed class PresetDocument
{
    private const string NameRule = "name must come first, " + PresetName.Allowed;

    /// <summary>The member that holds what panels show.</summary>
    public const string PanelsName = "panels";

    private readonly Tolerance _tolerance;

    /// <param name="look">What the preset sets; its groups want nothing yet.</param>
    /// <param name="tolerance">As <paramref name="look"/> was made with.</param>
    public PresetDocument(StateChange look, Tolerance tolerance)
    {
        Look = look;
        _tolerance = tolerance;
    }

    /// <summary>What the preset sets.</summary>
    public readonly StateChange Look;

    public string Name;

    /// <summary>What panels show in it; null for nothing. Kept beside it.</summary>
    public JsonPart Panels;

    /// <summary>Reads what a drive holds, as far as it is sound.</summary>
    public void ReadStored(byte[] bytes, int start, int length)
    {
        var json = new JsonReader { IsLenient = true };
        json.Begin(bytes, start, length);
        if (json.Next() == JsonToken.BeginObject)
        {
            ReadMembers(json);
        }

        Name = PresetName.FromStored(Name ?? string.Empty);
    }

    /// <summary>Reads the members of an object whose bracket has been read, to its end. What is wrong, or null.</summary>
    public string ReadMembers(JsonReader json)
    {
        while (json.Next() == JsonToken.Name)
        {
            string problem = ReadMember(json);
            if (problem != null)
            {
                return problem;
            }
        }

        return json.Problem ?? (Look.Count > 0 ? null : "it holds no control");
    }

    /// <summary>Writes the preset as an object, without what is kept beside it.</summary>
    public void Write(JsonWriter json)
    {
        Begin(json);
        json.EndObject();
    }

    /// <summary>Writes the same and leaves the object open.</summary>
    public void Begin(JsonWriter json)
    {
        json.BeginObject();
        json.Field("name", Name);
        Look.WriteFields(json);
    }

    // The name comes first, as the device writes it.
    private string ReadMember(JsonReader json)
    {
        string member = json.Text;
        if (member == "name")
        {
            return ReadName(json);
        }

        if (member == PanelsName)
        {
            Panels = json.ReadPart();
            return Panels != null ? null : PanelsName + " must be an object";
        }

        if (Name == null && _tolerance != Tolerance.Anything)
        {
            return NameRule;
        }

        if (!Look.Has(member))
        {
            return Look.PassOver(json, "name, ");
        }

        string problem = Look.ReadGroup(json);
        return problem == null ? null : "in " + member + ": " + problem;
    }

    private string ReadName(JsonReader json)
    {
        int depth = json.Depth;
        string text = json.Next() == JsonToken.Text ? json.Text : string.Empty;
        json.Leave(depth);
        Name = _tolerance == Tolerance.Anything ? PresetName.FromStored(text) : PresetName.From(text);
        return Name == null ? NameRule : null;
    }
}
