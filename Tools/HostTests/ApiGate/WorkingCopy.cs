namespace NanoFirmware.HostTests.ApiGate;

/// <summary>A small working copy in a temporary folder: a firmware of two files, a test, and device projects that fit them.</summary>
internal sealed class WorkingCopy : IDisposable
{
    internal const string FirmwareProject = "Firmware/Firmware.nfproj";
    internal const string FirmwarePackages = "Firmware/packages.config";
    internal const string TestProject = "Firmware.Tests/Firmware.Tests.nfproj";

    internal WorkingCopy()
    {
        Write("nanoFirmware.sln", "");
        Write("Firmware/Program.cs", "namespace Planted;\n\ninternal static class Program\n{\n    public static void Main() => Leds.Strip.Light(3);\n}\n");
        Write("Firmware/Leds/Strip.cs", "namespace Planted.Leds;\n\npublic static class Strip\n{\n    public static int Light(int level) => level + 1;\n}\n");
        Write(
            "Firmware.Tests/Leds/StripTests.cs",
            "using nanoFramework.TestFramework;\n\nnamespace Planted.Tests.Leds;\n\n[TestClass]\npublic class StripTests\n{\n"
            + "    [TestMethod]\n    public void It_lights() => Assert.AreEqual(2, Planted.Leds.Strip.Light(1));\n}\n");
        Write(FirmwareProject, Project(@"Leds\Strip.cs", "Program.cs")
            .Replace("<!-- references -->", Reference("mscorlib", "nanoFramework.CoreLibrary.1.17.11", "mscorlib.dll"), StringComparison.Ordinal));
        Write(FirmwarePackages, Packages(("nanoFramework.CoreLibrary", "1.17.11")));
        Write(TestProject, Project(@"..\Firmware\Leds\Strip.cs", @"Leds\StripTests.cs")
            .Replace(
                "<!-- references -->",
                Reference("mscorlib", "nanoFramework.CoreLibrary.1.17.11", "mscorlib.dll")
                + Reference("nanoFramework.TestFramework", "nanoFramework.TestFramework.3.0.80", "nanoFramework.TestFramework.dll")
                + Reference("nanoFramework.UnitTestLauncher", "nanoFramework.TestFramework.3.0.80", "nanoFramework.UnitTestLauncher.exe"),
                StringComparison.Ordinal));
        Write("Firmware.Tests/packages.config", Packages(("nanoFramework.CoreLibrary", "1.17.11"), ("nanoFramework.TestFramework", "3.0.80")));
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

    private static string Project(params string[] sources) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\">\n  <PropertyGroup>\n"
        + "    <LangVersion>10</LangVersion>\n  </PropertyGroup>\n  <!-- sources -->\n  <ItemGroup>\n"
        + string.Concat(sources.Select(source => $"    <Compile Include=\"{source}\" />\n"))
        + "  </ItemGroup>\n  <ItemGroup>\n<!-- references -->  </ItemGroup>\n</Project>\n";

    private static string Reference(string name, string package, string file) =>
        $"    <Reference Include=\"{name}\">\n      <HintPath>..\\packages\\{package}\\lib\\{file}</HintPath>\n    </Reference>\n";

    private static string Packages(params (string Id, string Version)[] rows) =>
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<packages>\n"
        + string.Concat(rows.Select(row => $"  <package id=\"{row.Id}\" version=\"{row.Version}\" targetFramework=\"netnano1.0\" />\n"))
        + "</packages>\n";
}
