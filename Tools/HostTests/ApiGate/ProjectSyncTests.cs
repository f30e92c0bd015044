using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Projects;

namespace NanoFirmware.HostTests.ApiGate;

[TestClass]
public class ProjectSyncTests
{
    [TestMethod]
    public void Only_the_compile_rows_change_and_they_are_sorted()
    {
        const string Before = "<Project>\r\n  <!-- a <b> & c -->\r\n  <ItemGroup>\r\n\t<Compile Include=\"Z.cs\" />\r\n    "
            + "<Compile Include=\"Y.cs\"><Link>Q</Link></Compile>\r\n  </ItemGroup>\r\n  <A b='1'/>\r\n</Project>";
        const string After = "<Project>\r\n  <!-- a <b> & c -->\r\n  <ItemGroup>\r\n\t<Compile Include=\"..\\B.cs\" "
            + "/>\r\n\t<Compile Include=\"A.cs\" />\r\n\t<Compile Include=\"Leds\\C.cs\" />\r\n  </ItemGroup>\r\n  <A "
            + "b='1'/>\r\n</Project>";

        Assert.AreEqual(After, ProjectSync.Rewrite(Before, Sources(@"Leds\C.cs", "A.cs", @"..\B.cs")));
        Assert.AreEqual(After, ProjectSync.Rewrite(After, Sources("A.cs", @"..\B.cs", @"Leds\C.cs")));
    }

    [TestMethod]
    public void A_project_without_rows_gets_some() =>
        Assert.AreEqual(
            "<Project>\n  <ItemGroup>\n    <Compile Include=\"A.cs\" />\n  </ItemGroup>\n</Project>\n",
            ProjectSync.Rewrite("<Project>\n</Project>\n", Sources("A.cs")));

    [TestMethod]
    public void After_sync_the_projects_fit_the_disk()
    {
        using var copy = new WorkingCopy();
        copy.Write("Firmware/Show/Audio/Ear.cs", "namespace Planted.Audio;\n\npublic class Ear\n{\n}\n");
        copy.Write("Firmware/bin/Left.cs", "no source");
        copy.Write("Firmware.Tests/Audio/EarTests.cs", "");
        var repository = new RepositoryCheck(copy.Root);
        Assert.HasCount(2, repository.CheckProjects());

        CollectionAssert.AreEqual(
            new[] { WorkingCopy.ShowProject, WorkingCopy.TestProject }, repository.SyncProjects().ToArray());
        CollectionAssert.AreEqual(Array.Empty<string>(), repository.SyncProjects().ToArray());
        Assert.IsEmpty(repository.CheckProjects());
        StringAssert.Contains(copy.Read(WorkingCopy.ShowProject), "<Compile Include=\"Audio\\Ear.cs\" />");
    }

    private static string[] Sources(params string[] paths) => paths;
}
