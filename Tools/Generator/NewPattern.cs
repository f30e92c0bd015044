using System.Globalization;
using System.Text.RegularExpressions;

namespace NanoFirmware.Generator;

/// <summary>
/// A new pattern in the project: its file, its row in the catalogue and the project file, its test. Everything is read and
/// checked before anything is written.
/// </summary>
public sealed partial class NewPattern
{
    private const int LongestName = 20;
    private const string Patterns = "Firmware/Patterns";
    private const string Catalogue = Patterns + "/PatternCatalog.cs";
    private const string ProjectFile = Patterns + "/Patterns.nfproj";

    private readonly string _root;
    private readonly string _name;
    private readonly bool _isGrid;

    /// <param name="root">The project's top folder.</param>
    /// <param name="name">As the API shall name it.</param>
    /// <param name="isGrid">It draws rows and columns.</param>
    public NewPattern(string root, string name, bool isGrid)
    {
        _root = root;
        _name = name;
        _isGrid = isGrid;
    }

    private string Folder => _isGrid ? "Grids" : "Lines";

    private string ClassName =>
        string.Concat(_name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Pattern";

    /// <summary>Writes it; the paths of what was written, from the top folder.</summary>
    /// <exception cref="InvalidDataException">The name is wrong or taken; nothing has been written.</exception>
    public IReadOnlyList<string> Write()
    {
        Check();
        (string Path, string Text)[] files =
        [
            ($"{Patterns}/{Folder}/{ClassName}.cs", PatternTemplate.Source(_name, ClassName, _isGrid)),
            (Catalogue, WithRow(Read(Catalogue))),
            (ProjectFile, WithFile(Read(ProjectFile))),
            ($"Tools/HostTests/Rendering/{ClassName}Tests.cs", PatternTemplate.TestOf(_name, ClassName, _isGrid)),
        ];
        foreach ((string path, string text) in files)
        {
            File.WriteAllText(Path.Combine(_root, path), text);
        }

        return [.. files.Select(file => file.Path)];
    }

    private void Check()
    {
        if (_name.Length > LongestName || !NameForm().IsMatch(_name))
        {
            throw new InvalidDataException(
                $"'{_name}' is no name for a pattern: use lower case, digits and single dashes, a letter first, "
                + $"{LongestName} in all.");
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(_root, Patterns), "*.cs", SearchOption.AllDirectories))
        {
            bool isNamed = File.ReadAllText(file).Contains($"Name => \"{_name}\";", StringComparison.Ordinal);
            if (isNamed || Path.GetFileName(file).Equals(ClassName + ".cs", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidDataException(
                    $"'{_name}' is taken by {Path.GetRelativePath(_root, file)}: choose another name.");
            }
        }
    }

    // Those for lines come before those for grids, and these before shows for panels: the numbers of what follows move up by one.
    private string WithRow(string catalogue)
    {
        int lines = CountOf(catalogue, "Count");
        int onGrids = CountOf(catalogue, "CountOnGrids");
        int onPanels = CountOf(catalogue, "CountOnPanels");
        int place = _isGrid ? onGrids : lines;
        string moved = Row().Replace(catalogue, row => Number(row) >= place
            ? $"        {Number(row) + 1} => new {row.Groups[2].Value}(),\n"
            : row.Value);
        string before = $"        {(place - 1).ToString(CultureInfo.InvariantCulture)} => new ";
        int at = moved.IndexOf('\n', moved.IndexOf(before, StringComparison.Ordinal)) + 1;
        moved = moved.Insert(at, $"        {place} => new {ClassName}(),\n");
        moved = moved.Replace($"CountOnGrids = {onGrids};", $"CountOnGrids = {onGrids + 1};", StringComparison.Ordinal);
        moved = moved.Replace($"CountOnPanels = {onPanels};", $"CountOnPanels = {onPanels + 1};", StringComparison.Ordinal);
        return _isGrid ? moved : moved.Replace($"Count = {lines};", $"Count = {lines + 1};", StringComparison.Ordinal);
    }

    private string WithFile(string project)
    {
        string row = $"    <Compile Include=\"{Folder}\\{ClassName}.cs\" />\n";
        string[] own = [.. CompileRow().Matches(project).Select(match => match.Value)];
        string after = own.Last(other => string.CompareOrdinal(other, row) < 0);
        return project.Insert(project.IndexOf(after, StringComparison.Ordinal) + after.Length, row);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_root, path));

    private static int CountOf(string catalogue, string constant) => int.Parse(
        Regex.Match(catalogue, $@"const int {constant} = (\d+);").Groups[1].Value, CultureInfo.InvariantCulture);

    private static int Number(Match row) => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^        (\d+) => new (\w+)\(\),\n", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^    <Compile Include=.*\n", RegexOptions.Multiline)]
    private static partial Regex CompileRow();
}
