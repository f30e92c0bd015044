using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using YamlDotNet.RepresentationModel;

namespace NanoFirmware.HostTests.Workflow;

/// <summary>The workflow cannot run here, but every path and version that it names must be the solution's.</summary>
[TestClass]
public sealed class WorkflowTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Text = File.ReadAllText(Path.Combine(Root, ".github", "workflows", "firmware.yml"));

    // What the steps themselves make.
    private static readonly string[] Made =
        { @"Firmware\bin\Release\Firmware.bin", @"Firmware.Tests\bin\Release\NFUnitTest.dll" };

    [TestMethod]
    public void It_is_YAML_with_a_build_and_a_release_that_needs_it()
    {
        YamlMappingNode jobs = Jobs();
        Assert.AreEqual("build, release", string.Join(", ", jobs.Children.Keys.Select(key => key.ToString()).Order()));
        Assert.AreEqual("build", jobs["release"]["needs"].ToString(), "a release of what was not built");
        Assert.AreEqual("windows-latest", jobs["build"]["runs-on"].ToString(), "only Windows has nanoFramework's components");
    }

    [TestMethod]
    public void Every_device_project_of_the_solution_is_built_by_itself_or_as_a_reference_of_one()
    {
        string[] inSolution = Regex.Matches(File.ReadAllText(Path.Combine(Root, "nanoFirmware.sln")), @"""([^""]+\.nfproj)""")
            .Select(match => match.Groups[1].Value).ToArray();
        var built = new HashSet<string>();
        foreach (Match match in Regex.Matches(Text, @"msbuild (\S+\.nfproj)"))
        {
            AddWithReferences(match.Groups[1].Value, built);
        }

        CollectionAssert.AreEquivalent(inSolution, built.ToArray());
    }

    [TestMethod]
    public void Every_list_of_packages_is_restored()
    {
        string[] lists = Directory.GetFiles(Root, "packages.config", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('/', '\\'))
            .Where(file => file.StartsWith("Firmware", StringComparison.Ordinal)).ToArray();
        string[] restored = Regex.Matches(Text, @"nuget restore (\S+)").Select(match => match.Groups[1].Value).ToArray();
        CollectionAssert.AreEquivalent(lists, restored);
    }

    [TestMethod]
    public void Every_path_of_the_repository_that_it_names_is_there()
    {
        string[] named = Regex.Matches(Text, @"(?<=[\s:])((?:Firmware|Firmware\.Tests|Tools)\\[A-Za-z0-9_.\\]+)")
            .Select(match => match.Value.TrimEnd('\\')).Distinct().ToArray();
        Assert.IsTrue(named.Length > 6, "the pattern finds too little: " + string.Join(", ", named));
        string[] missing = named.Except(Made).Where(path => !File.Exists(Path.Combine(Root, path.Replace('\\', '/')))).ToArray();
        Assert.AreEqual("", string.Join(", ", missing), "named and not there");
    }

    [TestMethod]
    public void The_test_adapter_is_of_the_version_that_is_restored()
    {
        string packages = File.ReadAllText(Path.Combine(Root, "Firmware.Tests", "packages.config"));
        string version = Regex.Match(packages, @"nanoFramework\.TestFramework"" version=""([^""]+)""").Groups[1].Value;
        StringAssert.Contains(Text, $@"packages\nanoFramework.TestFramework.{version}\lib\net48");
    }

    [TestMethod]
    public void The_tests_assembly_and_the_image_are_called_what_their_projects_make()
    {
        string tests = File.ReadAllText(Path.Combine(Root, "Firmware.Tests", "Firmware.Tests.nfproj"));
        StringAssert.Contains(tests, "<AssemblyName>NFUnitTest</AssemblyName>");
        string firmware = File.ReadAllText(Path.Combine(Root, "Firmware", "Firmware.nfproj"));
        StringAssert.Contains(firmware, "<AssemblyName>Firmware</AssemblyName>");
        foreach (string made in Made)
        {
            StringAssert.Contains(Text, made);
        }
    }

    [TestMethod]
    public void A_release_holds_the_image_and_the_bundle_that_were_built()
    {
        string step = Steps("release").Select(node => Value(node, "run")).Single(run => run.Contains("gh release create"));
        StringAssert.Contains(step, "Firmware.bin flash.zip");
        StringAssert.Contains(Text, @"Compress-Archive bundle\* assets\flash.zip");
        Assert.AreEqual(
            2, Regex.Count(Text, @"^\s+name: assets$", RegexOptions.Multiline), "what is uploaded is what is downloaded");
    }

    private static void AddWithReferences(string project, HashSet<string> built)
    {
        if (!built.Add(project))
        {
            return;
        }

        string folder = project[..project.LastIndexOf('\\')];
        string text = File.ReadAllText(Path.Combine(Root, project.Replace('\\', '/')));
        foreach (Match match in Regex.Matches(text, @"<ProjectReference Include=""([^""]+)"""))
        {
            string path = Path.GetFullPath(
                Path.Combine(Root, folder.Replace('\\', '/'), match.Groups[1].Value.Replace('\\', '/')));
            AddWithReferences(Path.GetRelativePath(Root, path).Replace('/', '\\'), built);
        }
    }

    private static YamlMappingNode Jobs()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text));
        return (YamlMappingNode)yaml.Documents[0].RootNode["jobs"];
    }

    private static IEnumerable<YamlMappingNode> Steps(string job) =>
        ((YamlSequenceNode)Jobs()[job]["steps"]).Children.Cast<YamlMappingNode>();

    private static string Value(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode value) ? value.ToString() : "";

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "nanoFirmware.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
