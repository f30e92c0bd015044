using NanoFirmware.ApiGate.Compiled;
using NanoFirmware.ApiGate.Device;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.ApiGate;

/// <summary>The checks of one working copy.</summary>
public sealed class RepositoryCheck
{
    private const string FirmwareFolder = "Firmware";
    private const string TestsFolder = "Firmware.Tests";
    private const string TestFramework = "nanoFramework.TestFramework";

    private readonly string _root;

    /// <param name="root">The folder that holds Firmware/ and Firmware.Tests/.</param>
    public RepositoryCheck(string root) => _root = root;

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

    /// <summary>Compiles the firmware, and the firmware's tests with it, as the device's build would.</summary>
    public IReadOnlyList<Violation> CheckSources()
    {
        IReadOnlyList<SourceFile> firmware = SourceFile.Under(_root, FirmwareFolder);
        IReadOnlyList<SourceFile> tests = SourceFile.Under(_root, TestsFolder);
        string[] assemblies = [.. DeviceApi.Instance.Lists.Select(list => list.Assembly)];

        SourceResult program = SourceCheck.Compile("Firmware", firmware, assemblies.Where(name => name != TestFramework), isProgram: true);
        SourceResult library = SourceCheck.Compile(
            "NFUnitTest", firmware.Where(file => file.Path != $"{FirmwareFolder}/Program.cs").Concat(tests), assemblies, isProgram: false);
        return [.. program.Violations, .. library.Violations, .. Compiled(program, allowsAction: false), .. Compiled(library, allowsAction: true)];
    }

    /// <summary>Checks the firmware as the desktop's compiler made it.</summary>
    /// <param name="path">The compiled Firmware.dll; by default the newest that the host build has left.</param>
    public IReadOnlyCollection<Violation> CheckDesktop(string? path = null)
    {
        string folder = Path.Combine(_root, "Tools", "NanoHost", "Firmware", "bin");
        path ??= !Directory.Exists(folder)
            ? null
            : Directory.EnumerateFiles(folder, "Firmware.dll", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc);
        return path is null
            ? [new Violation("Tools/NanoHost/Firmware", 0, Rules.Unbuilt, "the host build of the firmware is not there: dotnet build Tools/NanoHost/Firmware")]
            : CompiledCheck.CheckDesktop(path, _root);
    }

    private static IReadOnlyCollection<Violation> Compiled(SourceResult result, bool allowsAction) =>
        result.Image is { } image ? CompiledCheck.CheckDevice(image, allowsAction) : [];
}
