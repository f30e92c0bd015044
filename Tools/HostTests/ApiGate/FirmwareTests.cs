using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>The firmware of this working copy.</summary>
[TestClass]
public class FirmwareTests
{
    private static readonly RepositoryCheck Repository = new(RepositoryCheck.FindRoot(AppContext.BaseDirectory)!);

    [TestMethod]
    public void The_device_has_all_that_the_sources_use() => AssertNone(Repository.CheckSources());

    [TestMethod]
    public void The_desktop_chose_the_same_members() =>
        AssertNone(Repository.CheckDesktop(AppContext.BaseDirectory));

    [TestMethod]
    public void The_device_projects_name_what_is_there() => AssertNone(Repository.CheckProjects());

    [TestMethod]
    public void All_sources_are_written_as_we_write() => AssertNone(Repository.CheckHabits());

    private static void AssertNone(IEnumerable<Violation> found) =>
        Assert.AreEqual("", string.Join(Environment.NewLine, found));
}
