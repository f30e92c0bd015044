using System.Xml;
using NanoFirmware.ApiGate.Compiled;
using NanoFirmware.ApiGate.Device;
using NanoFirmware.ApiGate.Projects;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.ApiGate;

/// <summary>The checks of one working copy.</summary>
public sealed class RepositoryCheck
{
    private const string FirmwareProject = "Firmware/Firmware.nfproj";
    private const string TestProject = "Firmware.Tests/Firmware.Tests.nfproj";
    private const string EntryPoint = "Firmware/Program.cs";
    private const string TestFramework = "nanoFramework.TestFramework";
    private const string HostBuild = "Tools/NanoHost/Firmware";

    private readonly string _root;
    private readonly IReadOnlyList<SourceFile> _firmware;
    private readonly IReadOnlyList<SourceFile> _tests;

    /// <param name="root">The folder that holds Firmware/ and Firmware.Tests/.</param>
    public RepositoryCheck(string root)
    {
        _root = root;
        _firmware = SourceFile.Under(root, "Firmware");
        _tests = SourceFile.Under(root, "Firmware.Tests");
    }

    // Tests and firmware are one assembly there, which holds 64 KB of code: only what the tests need comes along.
    private IEnumerable<SourceFile> FirmwareUnderTest =>
        SourceClosure.Needed([.. _firmware.Where(file => file.Path != EntryPoint)], _tests);

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

    /// <summary>Compiles the firmware, and the tests with it, as the device's build would, and reads what came out.</summary>
    public IReadOnlyList<Violation> CheckSources()
    {
        SourceResult program = CompileProgram();
        SourceResult library = CompileTests();
        return [.. program.Violations, .. library.Violations, .. Read(program, allowsAction: false), .. Read(library, allowsAction: true)];
    }

    /// <summary>How full the tables of both assemblies are; without those that do not compile.</summary>
    public IReadOnlyList<(string Assembly, ImageSize Size)> Sizes() =>
        [.. new[] { CompileProgram().Image, CompileTests().Image }.OfType<DeviceImage>().Select(image => (image.Name, CompiledCheck.SizeOf(image)))];

    private static string[] AllAssemblies() => [.. DeviceApi.Instance.Lists.Select(list => list.Assembly)];

    private SourceResult CompileProgram() => SourceCheck.Compile(
        "Firmware", _firmware, References(FirmwareProject) ?? AllAssemblies().Where(name => name != TestFramework), isProgram: true);

    private SourceResult CompileTests() => SourceCheck.Compile(
        "NFUnitTest", FirmwareUnderTest.Concat(_tests), References(TestProject) ?? AllAssemblies(), isProgram: false);

    /// <summary>Reads the firmware as the desktop's compiler made it.</summary>
    /// <param name="path">The compiled Firmware.dll; by default the newest that the host build has left, which must be newer than the sources.</param>
    public IReadOnlyCollection<Violation> CheckDesktop(string? path = null)
    {
        if (path is not null)
        {
            return CompiledCheck.CheckDesktop(path, _root);
        }

        string folder = Path.Combine(_root, HostBuild, "bin");
        string? newest = !Directory.Exists(folder)
            ? null
            : Directory.EnumerateFiles(folder, "Firmware.dll", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc);
        bool isCurrent = newest is not null
            && _firmware.All(file => File.GetLastWriteTimeUtc(Path.Combine(_root, file.Path)) <= File.GetLastWriteTimeUtc(newest));
        return isCurrent
            ? CompiledCheck.CheckDesktop(newest!, _root)
            : [new Violation(HostBuild, 0, Rules.Unbuilt, $"the host build of the firmware is missing or older than its sources: dotnet build {HostBuild}")];
    }

    /// <summary>Compares the device's project files with the disk and the pinned packages.</summary>
    public IReadOnlyList<Violation> CheckProjects() =>
        [.. Projects().SelectMany(project => ProjectCheck.Check(_root, project.Path, project.Sources))];

    /// <summary>Writes the Compile rows of both projects anew, and returns the projects that changed.</summary>
    /// <exception cref="FileNotFoundException">A project file is missing.</exception>
    public IReadOnlyList<string> SyncProjects()
    {
        var changed = new List<string>();
        foreach (var (path, sources) in Projects())
        {
            string full = Path.Combine(_root, path);
            string before = File.ReadAllText(full);
            string after = ProjectSync.Rewrite(before, sources);
            if (after != before)
            {
                File.WriteAllText(full, after);
                changed.Add(path);
            }
        }

        return changed;
    }

    private IEnumerable<(string Path, IEnumerable<string> Sources)> Projects() =>
    [
        (FirmwareProject, _firmware.Select(file => Relative(file, "Firmware"))),
        (TestProject, FirmwareUnderTest.Concat(_tests).Select(file => Relative(file, "Firmware.Tests"))),
    ];

    private static string Relative(SourceFile file, string folder) => Path.GetRelativePath(folder, file.Path).Replace('/', '\\');

    // The assemblies that a project references, as far as there are lists; null when there is no project that can be read.
    private IEnumerable<string>? References(string project)
    {
        try
        {
            return NanoProject.Parse(File.ReadAllText(Path.Combine(_root, project)), packages: null)
                .References.Select(reference => reference.Assembly)
                .Where(name => DeviceApi.Instance.Lists.Any(list => list.Assembly == name) || !PackageTable.Brings(name));
        }
        catch (Exception unreadable) when (unreadable is IOException or XmlException)
        {
            return null;
        }
    }

    private static IReadOnlyCollection<Violation> Read(SourceResult result, bool allowsAction) =>
        result.Image is { } image ? CompiledCheck.CheckDevice(image, allowsAction) : [];
}
