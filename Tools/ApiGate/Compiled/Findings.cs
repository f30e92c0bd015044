using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>Collects what the rules find in one assembly, each finding once a line.</summary>
internal sealed class Findings
{
    private readonly string _root;
    private readonly HashSet<Violation> _violations = [];

    /// <param name="root">Files under this folder are named relative to it.</param>
    internal Findings(string root) => _root = root;

    internal IReadOnlyCollection<Violation> Violations => _violations;

    internal void Add(TypeDefinition type, string rule, string sentence) => Add(Place.Of(type), rule, sentence);

    internal void Add(MethodDefinition method, string rule, string sentence) => Add(Place.Of(method), rule, sentence);

    internal void Add(MethodDefinition method, Instruction instruction, string rule, string sentence) =>
        Add(Place.Of(method, instruction), rule, sentence);

    internal void Add(Place place, string rule, string sentence) =>
        _violations.Add(new Violation(Relative(place.File), place.Line, rule, sentence));

    private string Relative(string file)
    {
        if (!Path.IsPathRooted(file))
        {
            return file;
        }

        string relative = Path.GetRelativePath(_root, file).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }
}
