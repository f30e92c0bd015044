namespace NanoFirmware.HostTests.ApiGate;

/// <summary>
/// A small working copy in a temporary folder: a firmware of a file an assembly, a test, and device projects that fit them.
/// </summary>
internal sealed class WorkingCopy : IDisposable
{
    internal const string EarsProject = "Firmware/Ears/Ears.nfproj";
    internal const string PatternsProject = "Firmware/Patterns/Patterns.nfproj";
    internal const string ShowProject = "Firmware/Show/Show.nfproj";
    internal const string ShowPackages = "Firmware/Show/packages.config";
    internal const string SensorsProject = "Firmware/Sensors/Sensors.nfproj";
    internal const string DeviceProject = "Firmware/Device/Device.nfproj";
    internal const string JamProject = "Firmware/Jam/Jam.nfproj";
    internal const string LooksProject = "Firmware/Looks/Looks.nfproj";
    internal const string MqttProject = "Firmware/Mqtt/Mqtt.nfproj";
    internal const string SiteProject = "Firmware/Site/Site.nfproj";
    internal const string WebProject = "Firmware/Web/Web.nfproj";
    internal const string FirmwareProject = "Firmware/Firmware.nfproj";
    internal const string TestProject = "Firmware.Tests/Firmware.Tests.nfproj";

    private static readonly string[] Libraries =
        ["Ears", "Patterns", "Show", "Sensors", "Device", "Jam", "Looks", "Mqtt", "Site", "Web"];

    private const string CoreLibrary = "nanoFramework.CoreLibrary.1.17.11";
    private const string TestFramework = "nanoFramework.TestFramework.3.0.80";

    internal WorkingCopy()
    {
        Write("nanoFirmware.sln", "");
        Write(
            "Firmware/Program.cs",
            "namespace Planted;\n\ninternal static class Program\n{\n    public static void Main() => Web.Front.Open();\n}\n");
        Write(
            "Firmware/Show/Outputs/Strip.cs",
            "namespace Planted.Outputs;\n\npublic static class Strip\n{\n    public static int Light(int level) => level + "
                + "1;\n}\n");
        Write(
            "Firmware/Ears/Control/Knob.cs",
            "namespace Planted.Control;\n\npublic static class Knob\n{\n    public const int Level = 3;\n}\n");
        Write(
            "Firmware/Patterns/Drawing/Dice.cs",
            "namespace Planted.Rendering;\n\npublic static class Dice\n{\n    public const int Sides = 6;\n}\n");
        Write(
            "Firmware/Sensors/Gauge.cs",
            "namespace Planted.Sensors;\n\npublic static class Gauge\n{\n"
                + "    public const int Reading = Control.Knob.Level;\n}\n");
        Write(
            "Firmware/Device/Device.cs",
            "namespace Planted;\n\npublic static class Device\n{\n    public static void Start(int parts) => "
                + "Outputs.Strip.Light(Sensors.Gauge.Reading + Rendering.Dice.Sides + parts);\n}\n");
        Write(
            "Firmware/Jam/Band.cs",
            "namespace Planted.Jam;\n\npublic static class Band\n{\n    public static int Players => 4;\n}\n");
        Write("Firmware/Looks/Day.cs",
            "namespace Planted.Looks;\n\npublic static class Day\n{\n    public const int Lines = 4;\n}\n");
        Write(
            "Firmware/Mqtt/Link.cs",
            "namespace Planted.Mqtt;\n\npublic static class Link\n{\n    public static int Parts => 2;\n}\n");
        Write(
            "Firmware/Site/Page.cs",
            "namespace Planted.Site;\n\npublic static class Page\n{\n    public static int Parts => 3;\n}\n");
        Write(
            "Firmware/Web/Front.cs",
            "namespace Planted.Web;\n\npublic static class Front\n{\n"
                + "    public static void Open() => "
                + "Device.Start(Site.Page.Parts + Jam.Band.Players + Looks.Day.Lines + Mqtt.Link.Parts);\n}\n");
        Write(
            "Firmware.Tests/Outputs/StripTests.cs",
            "using nanoFramework.TestFramework;\n\nnamespace Planted.Tests.Outputs;\n\n[TestClass]\npublic class StripTests\n{\n"
            + "    [TestMethod]\n    public void It_lights() => Assert.AreEqual(2, Planted.Outputs.Strip.Light(1));\n}\n");
        string core = Reference(@"..\..\", "mscorlib", CoreLibrary, "mscorlib.dll");
        Write(EarsProject, Project(core, @"Control\Knob.cs"));
        Write(PatternsProject, Project(core + Below(1), @"Drawing\Dice.cs"));
        Write(ShowProject, Project(core + Below(2), @"Outputs\Strip.cs"));
        Write(SensorsProject, Project(core + Below(1), "Gauge.cs"));
        Write(DeviceProject, Project(core + Below(4), "Device.cs"));
        Write(JamProject, Project(core + Below(5), "Band.cs"));
        Write(LooksProject, Project(core + Below(5), "Day.cs"));
        Write(MqttProject, Project(core + Below(5), "Link.cs"));
        Write(SiteProject, Project(core, "Page.cs"));
        Write(WebProject, Project(core + Below(9), "Front.cs"));
        Write(
            FirmwareProject,
            Project(
                Reference(@"..\", "mscorlib", CoreLibrary, "mscorlib.dll")
                + string.Concat(Libraries.Select(name => ProjectReference($@"{name}\{name}.nfproj"))),
                "Program.cs"));
        Write(
            TestProject,
            Project(
                Reference(@"..\", "mscorlib", CoreLibrary, "mscorlib.dll")
                + Reference(@"..\", "nanoFramework.TestFramework", TestFramework, "nanoFramework.TestFramework.dll")
                + Reference(@"..\", "nanoFramework.UnitTestLauncher", TestFramework, "nanoFramework.UnitTestLauncher.exe")
                + string.Concat(Libraries.Select(name => ProjectReference($@"..\Firmware\{name}\{name}.nfproj"))),
                @"Outputs\StripTests.cs"));
        WritePackages();
    }

    internal string Root { get; } = Directory.CreateTempSubdirectory("gate-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    internal string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    internal void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Replaces words in a file; they must be there.</summary>
    internal void Change(string path, string from, string to)
    {
        string text = Read(path);
        if (!text.Contains(from, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} does not hold {from}.");
        }

        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private void WritePackages()
    {
        foreach (string folder in Libraries.Select(name => "Firmware/" + name).Append("Firmware"))
        {
            Write($"{folder}/packages.config", Packages(("nanoFramework.CoreLibrary", "1.17.11")));
        }

        Write(
            "Firmware.Tests/packages.config",
            Packages(("nanoFramework.CoreLibrary", "1.17.11"), ("nanoFramework.TestFramework", "3.0.80")));
    }

    private static string Project(string references, params string[] sources) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  "
            + "<PropertyGroup>\n"
        + "    <LangVersion>10</LangVersion><Optimize>true</Optimize>\n  </PropertyGroup>\n  <!-- sources -->\n  <ItemGroup>\n"
        + string.Concat(sources.Select(source => $"    <Compile Include=\"{source}\" />\n"))
        + $"  </ItemGroup>\n  <ItemGroup>\n{references}  </ItemGroup>\n</Project>\n";

    private static string Reference(string upToRoot, string name, string package, string file) =>
        $"    <Reference Include=\"{name}\">\n      <HintPath>{upToRoot}packages\\{package}\\lib\\{file}</HintPath>\n    "
            + "</Reference>\n";

    private static string ProjectReference(string path) => $"    <ProjectReference Include=\"{path}\" />\n";

    private static string Below(int libraries) =>
        string.Concat(Libraries[..libraries].Select(name => ProjectReference($@"..\{name}\{name}.nfproj")));

    private static string Packages(params (string Id, string Version)[] rows) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<packages>\n"
        + string.Concat(
            rows.Select(row => $"  <package id=\"{row.Id}\" version=\"{row.Version}\" targetFramework=\"netnano1.0\" />\n"))
        + "</packages>\n";
}
