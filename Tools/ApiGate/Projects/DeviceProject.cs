namespace NanoFirmware.ApiGate.Projects;

/// <summary>One of the device's own assemblies: its project, the folder of its sources, and what it may lean on.</summary>
/// <param name="Assembly">Its simple name.</param>
/// <param name="Path">The project file, relative to the root, with forward slashes.</param>
/// <param name="IsProgram">Whether it holds the entry point: the device starts the last one that it meets, so one only
/// does.</param>
/// <param name="Uses">Its own kind that it references, each after those that it leans on.</param>
public sealed record DeviceProject(string Assembly, string Path, bool IsProgram, params string[] Uses)
{
    private const string TestAssembly = "NFUnitTest";

    /// <summary>All of them, each after those that it leans on.</summary>
    public static readonly IReadOnlyList<DeviceProject> All =
    [
        new("Ears", "Firmware/Ears/Ears.nfproj", IsProgram: false),
        new("Patterns", "Firmware/Patterns/Patterns.nfproj", IsProgram: false, "Ears"),
        new("Show", "Firmware/Show/Show.nfproj", IsProgram: false, "Ears", "Patterns"),
        new("Sensors", "Firmware/Sensors/Sensors.nfproj", IsProgram: false, "Ears"),
        new("Device", "Firmware/Device/Device.nfproj", IsProgram: false, "Ears", "Patterns", "Show", "Sensors"),
        new("Jam", "Firmware/Jam/Jam.nfproj", IsProgram: false, "Ears", "Patterns", "Show", "Sensors", "Device"),
        new("Looks", "Firmware/Looks/Looks.nfproj", IsProgram: false, "Ears", "Patterns", "Show", "Sensors", "Device"),
        new("Mqtt", "Firmware/Mqtt/Mqtt.nfproj", IsProgram: false, "Ears", "Patterns", "Show", "Sensors", "Device"),
        new("Site", "Firmware/Site/Site.nfproj", IsProgram: false),
        new(
            "Web", "Firmware/Web/Web.nfproj", IsProgram: false,
            "Ears", "Patterns", "Show", "Sensors", "Device", "Jam", "Looks", "Mqtt", "Site"),
        new(
            "Firmware", "Firmware/Firmware.nfproj", IsProgram: true,
            "Ears", "Patterns", "Show", "Sensors", "Device", "Jam", "Looks", "Mqtt", "Site", "Web"),
        new(
            TestAssembly, "Firmware.Tests/Firmware.Tests.nfproj", IsProgram: false,
            "Ears", "Patterns", "Show", "Sensors", "Device", "Jam", "Looks", "Mqtt", "Site", "Web"),
    ];

    /// <summary>The folder that holds the project and its sources.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    public bool IsTests => Assembly == TestAssembly;

    /// <summary>From the project's folder to the root, as a Windows path with a closing backslash.</summary>
    public string UpToRoot => string.Concat(Folder.Split('/').Select(_ => @"..\"));

    /// <summary>Whether an assembly of that name is one of them.</summary>
    public static bool IsOwn(string assembly) => All.Any(project => project.Assembly == assembly);

    /// <summary>The project that a source belongs to: the one whose folder is nearest.</summary>
    /// <param name="source">A path relative to the root, with forward slashes.</param>
    public static DeviceProject Of(string source) =>
        All.Where(project => source.StartsWith(project.Folder + "/", StringComparison.Ordinal))
            .MaxBy(project => project.Folder.Length)
        ?? throw new ArgumentException($"{source} lies in no folder of the device's projects", nameof(source));

    /// <summary>The path of another project as this one references it.</summary>
    public string ReferenceTo(string assembly) =>
        System.IO.Path.GetRelativePath(Folder, All.Single(project => project.Assembly == assembly).Path).Replace('/', '\\');
}
