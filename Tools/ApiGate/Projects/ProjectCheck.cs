using System.Globalization;
using System.Xml;

namespace NanoFirmware.ApiGate.Projects;

/// <summary>A device project must name exactly the sources on disk and exactly the pinned packages.</summary>
public sealed class ProjectCheck
{
    private const decimal NewestLanguage = 10;
    private const string Framework = "netnano1.0";
    private const string Sync = "dotnet run --project Tools/ApiGate -- sync";

    private readonly DeviceProject _project;
    private readonly string _projectPath;
    private readonly string _packagesPath;
    private readonly List<Violation> _violations = [];

    private ProjectCheck(DeviceProject project)
    {
        _project = project;
        _projectPath = project.Path;
        _packagesPath = $"{project.Folder}/packages.config";
    }

    /// <summary>Checks one project.</summary>
    /// <param name="expected">The sources that it should name, relative to its folder, with backslashes.</param>
    public static IReadOnlyList<Violation> Check(string root, DeviceProject checkedProject, IEnumerable<string> expected)
    {
        var check = new ProjectCheck(checkedProject);
        string path = checkedProject.Path;
        string packages = Path.Combine(root, check._packagesPath);
        if (!File.Exists(Path.Combine(root, path)))
        {
            return [new Violation(path, 0, Rules.ProjectFile, "the device's project file is missing")];
        }

        try
        {
            NanoProject project = NanoProject.Parse(
                File.ReadAllText(Path.Combine(root, path)), File.Exists(packages) ? File.ReadAllText(packages) : null);
            check.CheckSources(project, [.. expected]);
            check.CheckOwnReferences(project);
            check.CheckLanguage(project);
            check.CheckSettings(project);
            check.CheckPackages(project);
        }
        catch (XmlException broken)
        {
            check.Add(
                path, broken.LineNumber, Rules.ProjectFile, $"the project or its packages.config is no XML: {broken.Message}");
        }

        return check._violations;
    }

    private void CheckSources(NanoProject project, HashSet<string> expected)
    {
        var named = new HashSet<string>();
        foreach (Row row in project.Sources)
        {
            if (!named.Add(row.Value))
            {
                Add(_projectPath, row.Line, Rules.ProjectSources, $"{row.Value} is named twice");
            }
            else if (!expected.Contains(row.Value))
            {
                Add(_projectPath, row.Line, Rules.ProjectSources, $"{row.Value} is named and not on disk; {Sync}");
            }
        }

        foreach (string missing in expected.Except(named).Order(StringComparer.Ordinal))
        {
            Add(_projectPath, 0, Rules.ProjectSources, $"{missing} is on disk and not named; {Sync}");
        }
    }

    private void CheckOwnReferences(NanoProject project)
    {
        HashSet<string> expected = [.. _project.Uses.Select(_project.ReferenceTo)];
        foreach (Row row in project.ProjectReferences.Where(row => !expected.Contains(row.Value)))
        {
            Add(
                _projectPath, row.Line, Rules.ProjectFile,
                $"{row.Value} is referenced, and {_project.Assembly} may not lean on it");
        }

        foreach (string missing in expected.Except(project.ProjectReferences.Select(row => row.Value)))
        {
            Add(_projectPath, 0, Rules.ProjectFile, $"the project reference to {missing} is missing");
        }
    }

    private void CheckLanguage(NanoProject project)
    {
        if (project.LanguageVersions.Count == 0)
        {
            Add(
                _projectPath, 0, Rules.LanguageVersion,
                "LangVersion is not set: a newer compiler's default shifts the attribute table on the device; set 10");
        }

        foreach (Row row in project.LanguageVersions)
        {
            if (
                !decimal.TryParse(row.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal version)
                    || version > NewestLanguage)
            {
                Add(
                    _projectPath, row.Line, Rules.LanguageVersion,
                    $"LangVersion {row.Value}: the device takes a number, {NewestLanguage} at most");
            }
        }
    }

    // All make other code than the source check has seen.
    private void CheckSettings(NanoProject project)
    {
        foreach (Row row in project.Checked.Where(row => !row.Value.Equals("false", StringComparison.OrdinalIgnoreCase)))
        {
            Add(
                _projectPath, row.Line, Rules.Checked,
                "CheckForOverflowUnderflow: checked arithmetic never throws on the device");
        }

        foreach (Row row in project.Nullable.Where(row => !row.Value.Equals("disable", StringComparison.OrdinalIgnoreCase)))
        {
            Add(
                _projectPath, row.Line, Rules.Attribute,
                "Nullable makes the compiler add attributes that shift the device's attribute table");
        }

        if (
            !project.IsAlwaysOptimised || project.Optimised.Any(
                row => !row.Value.Equals("true", StringComparison.OrdinalIgnoreCase)))
        {
            Add(_projectPath, project.Optimised.Select(row => row.Line).FirstOrDefault(), Rules.Optimised,
                "set <Optimize>true</Optimize> without a condition, and never false: a debug build is too large for an image");
        }
    }

    private void CheckPackages(NanoProject project)
    {
        if (project.Packages is not { } rows)
        {
            Add(_packagesPath, 0, Rules.Packages, "packages.config is missing");
            return;
        }

        foreach (PackageRow row in rows)
        {
            CheckPackage(row, rows, project.References);
        }

        foreach (var repeated in rows.GroupBy(row => row.Id).Where(group => group.Count() > 1))
        {
            Add(_packagesPath, repeated.Last().Line, Rules.Packages, $"{repeated.Key} is listed twice");
        }

        foreach (ReferenceRow reference in project.References)
        {
            CheckReference(reference, rows);
        }
    }

    private void CheckPackage(PackageRow row, IReadOnlyList<PackageRow> rows, IReadOnlyList<ReferenceRow> references)
    {
        if (!PackageTable.Packages.TryGetValue(row.Id, out Package? package))
        {
            Add(
                _packagesPath, row.Line, Rules.Packages,
                $"{row.Id} is not in the pinned line of packages (Tools/ApiGate/Projects/Packages.txt)");
            return;
        }

        if (row.Version != package.Version)
        {
            Add(_packagesPath, row.Line, Rules.Packages, $"{row.Id} {row.Version}: the pinned version is {package.Version}");
        }

        if (row.TargetFramework != Framework)
        {
            Add(_packagesPath, row.Line, Rules.Packages, $"{row.Id} lacks targetFramework=\"{Framework}\"");
        }

        foreach (string need in package.Needs.Where(need => rows.All(other => other.Id != need)))
        {
            Add(_packagesPath, row.Line, Rules.Packages, $"{row.Id} needs {need}, which is not listed");
        }

        foreach (string file in package.Files.Where(
            file => references.All(reference => reference.Assembly != Path.GetFileNameWithoutExtension(file))))
        {
            Add(_projectPath, 0, Rules.Packages, $"{row.Id} is in packages.config and {file} is not referenced");
        }
    }

    private void CheckReference(ReferenceRow reference, IReadOnlyList<PackageRow> rows)
    {
        var paths = from row in rows
                    where PackageTable.Packages.ContainsKey(row.Id)
                    from file in PackageTable.Packages[row.Id].Files
                    where Path.GetFileNameWithoutExtension(file) == reference.Assembly
                    select $@"{_project.UpToRoot}packages\{row.Id}.{row.Version}\lib\{file}";
        if (paths.FirstOrDefault() is not { } path)
        {
            Add(
                _projectPath, reference.Line, Rules.Packages,
                $"{reference.Assembly} is referenced and no package of packages.config brings it");
        }
        else if (reference.HintPath != path)
        {
            Add(
                _projectPath, reference.Line, Rules.Packages,
                $"{reference.Assembly} is looked for at {reference.HintPath ?? "no HintPath"} and will be at {path}");
        }
    }

    private void Add(string file, int line, string rule, string sentence) =>
        _violations.Add(new Violation(file, line, rule, sentence));
}
