using System.Xml;
using Microsoft.CodeAnalysis;
using NanoFirmware.ApiGate.Compiled;
using NanoFirmware.ApiGate.Device;
using NanoFirmware.ApiGate.Projects;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.ApiGate;

/// <summary>The checks of one working copy.</summary>
public sealed class RepositoryCheck
{
    private const string TestFramework = "nanoFramework.TestFramework";
    private const string HostBuild = "Tools/NanoHost/Firmware";

    private readonly string _root;
    private readonly ILookup<DeviceProject, SourceFile> _sources;

    /// <param name="root">The folder that holds Firmware/ and Firmware.Tests/.</param>
    public RepositoryCheck(string root)
    {
        _root = root;
        _sources = SourceFile.Under(root, "Firmware").Concat(SourceFile.Under(root, "Firmware.Tests"))
            .ToLookup(file => DeviceProject.Of(file.Path));
    }

    /// <summary>Looks for the working copy's root, from a folder upwards; null when there is none.</summary>
    public static string? FindRoot(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nanoFirmware.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>Compiles the firmware's assemblies and the tests' as the device's build would, and reads what came out.</summary>
    public IReadOnlyList<Violation> CheckSources()
    {
        IReadOnlyDictionary<DeviceProject, SourceResult> compiled = Compile();
        DeviceImage[] images = [.. compiled.Values.Select(result => result.Image).OfType<DeviceImage>()];
        return
        [
            .. compiled.Values.SelectMany(result => result.Violations),
            .. compiled.Values.SelectMany(result => ArrowRules.Check(result.Compilation)),
            .. compiled.Values.SelectMany(result => DivisionRules.Check(result.Compilation)),
            .. compiled.SelectMany(each => Read(each.Key, each.Value, images)),
            .. CompiledCheck.CheckUse(
                [.. images.Where(image => !DeviceProject.All.Any(project => project.IsTests && project.Assembly == image.Name))]),
        ];
    }

    /// <summary>How full the tables of all assemblies are; without those that do not compile.</summary>
    public IReadOnlyList<(string Assembly, ImageSize Size)> Sizes() =>
        [
            .. Compile().Values.Select(result => result.Image).OfType<DeviceImage>().Select(
                image => (image.Name, CompiledCheck.SizeOf(image))),
        ];

    /// <summary>Which folder of the firmware refers to which; without assemblies that do not compile.</summary>
    public House House() =>
        new(Compile().Where(each => !each.Key.IsTests).Select(each => each.Value.Image).OfType<DeviceImage>());

    /// <summary>Reads the firmware as the desktop's compiler made it.</summary>
    /// <param name="folder">Where the compiled assemblies lie; by default the newest that the host build has left, which must be
    /// newer than the sources.</param>
    public IReadOnlyCollection<Violation> CheckDesktop(string? folder = null) =>
        [.. DeviceProject.All.Where(project => !project.IsTests).SelectMany(project => CheckDesktop(project, folder))];

    /// <summary>Compares the device's project files with the disk and the pinned packages.</summary>
    public IReadOnlyList<Violation> CheckProjects() =>
        [.. DeviceProject.All.SelectMany(project => ProjectCheck.Check(_root, project, Sources(project)))];

    /// <summary>Whether all sources, the tools' too, are written as we write.</summary>
    public IReadOnlyList<Violation> CheckHabits()
    {
        SourceFile[] all = [.. _sources.SelectMany(each => each), .. SourceFile.Under(_root, "Tools")];
        return [.. HabitRules.Check(all), .. LengthRules.Check(all)];
    }

    /// <summary>Writes the Compile rows of all projects anew, and returns the projects that changed.</summary>
    /// <exception cref="FileNotFoundException">A project file is missing.</exception>
    public IReadOnlyList<string> SyncProjects()
    {
        var changed = new List<string>();
        foreach (DeviceProject project in DeviceProject.All)
        {
            string full = Path.Combine(_root, project.Path);
            string before = File.ReadAllText(full);
            string after = ProjectSync.Rewrite(before, Sources(project));
            if (after != before)
            {
                File.WriteAllText(full, after);
                changed.Add(project.Path);
            }
        }

        return changed;
    }

    private static string[] AllAssemblies() => [.. DeviceApi.Instance.Lists.Select(list => list.Assembly)];

    // Each after those that it leans on.
    private Dictionary<DeviceProject, SourceResult> Compile()
    {
        var compiled = new Dictionary<DeviceProject, SourceResult>();
        foreach (DeviceProject project in DeviceProject.All)
        {
            IEnumerable<string> references = References(project) ?? AllAssemblies()
                .Where(name => project.IsTests || name != TestFramework);
            Compilation[] own =
                [.. compiled.Where(each => project.Uses.Contains(each.Key.Assembly)).Select(each => each.Value.Compilation)];
            compiled.Add(project, SourceCheck.Compile(project.Assembly, _sources[project], references, project.IsProgram, own));
        }

        return compiled;
    }

    private static IReadOnlyCollection<Violation> Read(DeviceProject project, SourceResult result, DeviceImage[] images) =>
        // One that leans on what does not compile cannot be read to the end.
        result.Image is { } image && project.Uses.All(used => images.Any(other => other.Name == used))
            ? CompiledCheck.CheckDevice(
                image, images.Where(other => project.Uses.Contains(other.Name)), allowsAction: project.IsTests)
            : [];

    private IReadOnlyCollection<Violation> CheckDesktop(DeviceProject project, string? folder)
    {
        string file = project.Assembly + ".dll";
        if (folder is not null)
        {
            return CompiledCheck.CheckDesktop(Path.Combine(folder, file), _root);
        }

        string built = Path.Combine(_root, HostBuild);
        string? newest = !Directory.Exists(built)
            ? null
            : Directory.EnumerateFiles(built, file, SearchOption.AllDirectories)
                .Where(
                    path => path.Contains(
                        $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .MaxBy(File.GetLastWriteTimeUtc);
        bool isCurrent = newest is not null
            && _sources[project].All(
                source => File.GetLastWriteTimeUtc(Path.Combine(_root, source.Path)) <= File.GetLastWriteTimeUtc(newest));
        return isCurrent
            ? CompiledCheck.CheckDesktop(newest!, _root)
            : [new Violation(
                HostBuild, 0, Rules.Unbuilt,
                $"the host build of {project.Assembly} is missing or older than its sources: dotnet build {HostBuild}")];
    }

    private IEnumerable<string> Sources(DeviceProject project) =>
        _sources[project].Select(file => Path.GetRelativePath(project.Folder, file.Path).Replace('/', '\\'));

    // The assemblies that a project references, as far as there are lists; null when there is no project that can be read.
    private IEnumerable<string>? References(DeviceProject project)
    {
        try
        {
            return NanoProject.Parse(File.ReadAllText(Path.Combine(_root, project.Path)), packages: null)
                .References.Select(reference => reference.Assembly)
                .Where(name => DeviceApi.Instance.Lists.Any(list => list.Assembly == name) || !PackageTable.Brings(name));
        }
        catch (Exception unreadable) when (unreadable is IOException or XmlException)
        {
            return null;
        }
    }
}
