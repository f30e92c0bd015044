using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>A new pattern, made in a copy of the folders that it is written into.</summary>
[TestClass]
public sealed class NewPatternTests : IDisposable
{
    private const string Catalogue = "Firmware/Patterns/PatternCatalog.cs";
    private const string Project = "Firmware/Patterns/Patterns.nfproj";

    private readonly string _root = Directory.CreateTempSubdirectory("pattern-").FullName;

    public NewPatternTests()
    {
        string source = Repository.Root();
        string patterns = Path.Combine(source, "Firmware/Patterns");
        foreach (string file in Directory.EnumerateFiles(patterns, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_root, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.CreateDirectory(Path.Combine(_root, "Tools/HostTests/Rendering"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [TestMethod]
    public void One_for_lines_comes_behind_those_for_lines_and_moves_those_for_grids_up()
    {
        IReadOnlyList<string> written = new NewPattern(_root, "scrolls-by", isGrid: false).Write();

        CollectionAssert.AreEqual(
            new[] { "Firmware/Patterns/Lines/ScrollsByPattern.cs", Catalogue, Project,
                "Tools/HostTests/Rendering/ScrollsByPatternTests.cs" },
            written.ToArray());
        int lines = PatternCatalog.Count;
        StringAssert.Contains(
            Text(Catalogue), $"{lines} => new ScrollsByPattern(),\n        {lines + 1} => new PlasmaPattern(),");
        StringAssert.Contains(Text(Catalogue), $"Count = {lines + 1};");
        StringAssert.Contains(Text(Catalogue), $"CountOnGrids = {PatternCatalog.CountOnGrids + 1};");
        AssertNumbered(PatternCatalog.CountOnPanels + 1);
        StringAssert.Contains(
            Text(Project),
            "\"Lines\\ScrollingPattern.cs\" />\n    <Compile Include=\"Lines\\ScrollsByPattern.cs\" />\n    <Compile");
        StringAssert.Contains(Text(written[0]), "public override string Name => \"scrolls-by\";");
        StringAssert.Contains(Text(written[3]), "\\\"pattern\\\":\\\"scrolls-by\\\"");
    }

    [TestMethod]
    public void One_for_grids_comes_behind_those_for_grids_and_moves_those_for_panels_up()
    {
        new NewPattern(_root, "not-a-halo", isGrid: true).Write();

        int all = PatternCatalog.CountOnGrids;
        StringAssert.Contains(
            Text(Catalogue), $"{all} => new NotAHaloPattern(),\n        {all + 1} => new ChorusPattern(),");
        StringAssert.Contains(Text(Catalogue), $"const int Count = {PatternCatalog.Count};");
        StringAssert.Contains(Text(Catalogue), $"CountOnGrids = {all + 1};");
        AssertNumbered(PatternCatalog.CountOnPanels + 1);
        StringAssert.Contains(Text("Firmware/Patterns/Grids/NotAHaloPattern.cs"), "NotAHaloPattern : FieldPattern");
        StringAssert.Contains(Text("Tools/HostTests/Rendering/NotAHaloPatternTests.cs"), "/layout");
    }

    [TestMethod]
    public void A_second_one_finds_its_place_behind_the_first()
    {
        new NewPattern(_root, "one", isGrid: false).Write();
        new NewPattern(_root, "two", isGrid: false).Write();
        new NewPattern(_root, "three", isGrid: true).Write();
        AssertNumbered(PatternCatalog.CountOnPanels + 3);
        StringAssert.Contains(Text(Catalogue), $"{PatternCatalog.Count + 1} => new TwoPattern(),");
    }

    [TestMethod]
    [DataRow("", "is no name")]
    [DataRow("Fire", "is no name")]
    [DataRow("9lives", "is no name")]
    [DataRow("two--dashes", "is no name")]
    [DataRow("../escape", "is no name")]
    [DataRow("a-name-that-is-far-too-long", "is no name")]
    [DataRow("fire", "is taken by")]
    [DataRow("plasma", "is taken by")]
    [DataRow("scrolling", "is taken by")]
    public void A_name_that_is_wrong_or_taken_is_refused_and_changes_nothing(string name, string part)
    {
        string before = Everything();
        foreach (bool isGrid in new[] { false, true })
        {
            var refusal = Assert.ThrowsExactly<InvalidDataException>(() => new NewPattern(_root, name, isGrid).Write());
            StringAssert.Contains(refusal.Message, part);
        }

        Assert.AreEqual(before, Everything(), "something was written");
    }

    private void AssertNumbered(int count)
    {
        string[] rows = [.. Text(Catalogue).Split('\n').Where(line => line.Contains(" => new ", StringComparison.Ordinal))];
        CollectionAssert.AreEqual(
            Enumerable.Range(0, count).ToArray(),
            rows.Where(row => row.EndsWith("(),", StringComparison.Ordinal))
                .Select(row => int.Parse(row.Split("=>")[0])).ToArray(),
            "the catalogue's numbers");
        StringAssert.Contains(Text(Catalogue), $"CountOnPanels = {count};");
    }

    private string Text(string path) => File.ReadAllText(Path.Combine(_root, path));

    private string Everything() => string.Concat(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Order()
        .Select(file => file + File.ReadAllText(file)));
}
