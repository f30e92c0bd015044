namespace NanoFirmware.ApiGate.Device;

/// <summary>How often and where an attribute may stand.</summary>
public sealed record AttributeFacts(AttributeTargets Targets, bool AllowMultiple, bool Inherited);

/// <summary>
/// What the lists leave out and a compiler needs: accessibility, ref structs, parameter names, defaults, params, out.
/// </summary>
/// <remarks>
/// The files under Facts/ hold one fact a line, <c>kind signature[ : details]</c>; signatures are spelled as in the lists.
/// </remarks>
public sealed class Facts
{
    private readonly Dictionary<string, HashSet<string>> _marks = [];
    private readonly Dictionary<string, string> _details = [];

    public IEnumerable<string> Subjects =>
        _marks.Values.SelectMany(set => set).Concat(_details.Keys.Select(key => key.Split('|')[1]));

    public bool IsProtected(string signature) => Is("protected", signature);

    public bool IsReadOnly(string signature) => Is("readonly", signature);

    public bool IsRefStruct(string type) => Is("refstruct", type);

    public bool IsObsolete(string signature) => Is("obsolete", signature);

    /// <summary>Calls vanish from a build without the DEBUG symbol.</summary>
    public bool IsDebugOnly(string signature) => Is("conditional", signature);

    public string EnumType(string type) => _details.GetValueOrDefault($"enumtype|{type}", "System.Int32");

    /// <summary>
    /// The parameters as C# writes them without their types (<c>this a, out b, params c, d = 1</c>), or null when nothing is
    /// known.
    /// </summary>
    public string[]? Parameters(string signature) => _details.GetValueOrDefault($"parameters|{signature}")?.Split(", ");

    public AttributeFacts? Usage(string type)
    {
        if (!_details.TryGetValue($"usage|{type}", out string? text))
        {
            return null;
        }

        string[] parts = text.Split(" ; ");
        return new AttributeFacts(
            Enum.Parse<AttributeTargets>(parts[0]), parts.Contains("multiple"), !parts.Contains("not inherited"));
    }

    /// <summary>Adds the facts of one file.</summary>
    public void Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                string[] words = line.Split(' ', 2);
                string[] halves = words[1].Split(" : ", 2);
                if (halves.Length == 2)
                {
                    _details.Add($"{words[0]}|{halves[0]}", halves[1]);
                }
                else
                {
                    (_marks.TryGetValue(words[0], out HashSet<string>? set) ? set : _marks[words[0]] = []).Add(halves[0]);
                }
            }
        }
    }

    private bool Is(string kind, string subject) => _marks.TryGetValue(kind, out HashSet<string>? set) && set.Contains(subject);
}
