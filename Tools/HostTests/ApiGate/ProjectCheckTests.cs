using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

[TestClass]
public class ProjectCheckTests
{
    [TestMethod]
    public void Projects_that_fit_the_disk_and_the_packages_pass()
    {
        using var copy = new WorkingCopy();

        IReadOnlyList<Violation> found = new RepositoryCheck(copy.Root).CheckProjects();

        Assert.IsEmpty(found, string.Join(Environment.NewLine, found));
    }

    [TestMethod]
    public void A_source_that_its_project_does_not_name_is_caught()
    {
        using var copy = new WorkingCopy();
        copy.Write(
            "Firmware/Show/Outputs/Gamma.cs",
            "namespace Planted.Outputs;\n\npublic static class Gamma\n{\n    public const int Dark = 1;\n}\n");

        Violation[] found = new RepositoryCheck(copy.Root).CheckProjects().ToArray();

        Assert.HasCount(1, found);
        Assert.AreEqual((WorkingCopy.ShowProject, Rules.ProjectSources), (found[0].File, found[0].Rule));
        StringAssert.Contains(found[0].Sentence, @"Outputs\Gamma.cs is on disk and not named");
    }

    [TestMethod]
    [DataRow("<Optimize>true</Optimize>", "", DisplayName = "not at all")]
    [DataRow("<Optimize>true</Optimize>", "<Optimize>false</Optimize>", DisplayName = "switched off")]
    [DataRow(
        "<Optimize>true</Optimize>", "<Optimize Condition=\"'$(Configuration)' == 'Release'\">true</Optimize>",
        DisplayName = "in a release only")]
    public void A_project_that_is_not_optimised_in_every_configuration_is_caught(string from, string to)
    {
        using var copy = new WorkingCopy();
        copy.Change(WorkingCopy.ShowProject, from, to);

        Violation[] found = new RepositoryCheck(copy.Root).CheckProjects().ToArray();

        Assert.HasCount(1, found);
        Assert.AreEqual((WorkingCopy.ShowProject, Rules.Optimised), (found[0].File, found[0].Rule));
    }

    [TestMethod]
    public void A_named_source_that_is_not_on_disk_is_caught_with_its_line()
    {
        using var copy = new WorkingCopy();
        File.Delete(Path.Combine(copy.Root, "Firmware.Tests/Outputs/StripTests.cs"));

        Violation[] found = new RepositoryCheck(copy.Root).CheckProjects().ToArray();

        CollectionAssert.AreEqual(new[] { (WorkingCopy.TestProject, 8) }, found.Select(each => (each.File, each.Line)).ToArray());
    }

    [TestMethod]
    [DataRow(
        WorkingCopy.TestProject, "<ProjectReference Include=\"..\\Firmware\\Show\\Show.nfproj\" />",
        "<ProjectReference Include=\"..\\Firmware\\Firmware.nfproj\" />", "NFUnitTest may not lean on it")]
    [DataRow(
        WorkingCopy.ShowProject, "</Project>",
        "<ItemGroup><ProjectReference Include=\"..\\Device\\Device.nfproj\" /></ItemGroup></Project>", "Show may not lean on it")]
    [DataRow(WorkingCopy.FirmwareProject, "<ProjectReference Include=\"Show\\Show.nfproj\" />", "", "Show.nfproj is missing")]
    public void A_project_leans_on_its_own_kind_as_the_table_says(string file, string from, string to, string words)
    {
        using var copy = new WorkingCopy();
        copy.Change(file, from, to);

        IReadOnlyList<Violation> found = new RepositoryCheck(copy.Root).CheckProjects();

        Assert.IsTrue(
            found.Any(violation => violation.Sentence.Contains(words, StringComparison.Ordinal)),
            string.Join(Environment.NewLine, found));
    }

    [TestMethod]
    [DataRow(
        WorkingCopy.FirmwareProject, "<Compile Include=\"Program.cs\" />",
        "<Compile Include=\"Program.cs\" /><Compile Include=\"Program.cs\" />", Rules.ProjectSources, "twice")]
    [DataRow(
        WorkingCopy.ShowProject, "Include=\"Outputs\\Strip.cs\"", "Include=\"Outputs/Strip.cs\"", Rules.ProjectSources,
        "not on disk")]
    [DataRow(
        WorkingCopy.TestProject, "<Compile Include=\"Outputs\\StripTests.cs\" />",
        "<Compile Include=\"Outputs\\StripTests.cs\" /><Compile Include=\"..\\Firmware\\Program.cs\" />", Rules.ProjectSources,
        "Program.cs")]
    [DataRow(WorkingCopy.FirmwareProject, "<LangVersion>10</LangVersion>", "", Rules.LanguageVersion, "not set")]
    [DataRow(
        WorkingCopy.FirmwareProject, "<LangVersion>10</LangVersion>", "<LangVersion>11.0</LangVersion>", Rules.LanguageVersion,
        "11.0")]
    [DataRow(
        WorkingCopy.TestProject, "<LangVersion>10</LangVersion>", "<LangVersion>latest</LangVersion>", Rules.LanguageVersion,
        "latest")]
    [DataRow(
        WorkingCopy.FirmwareProject, "</PropertyGroup>",
        "<CheckForOverflowUnderflow>true</CheckForOverflowUnderflow></PropertyGroup>", Rules.Checked, "never throws")]
    [DataRow(
        WorkingCopy.TestProject, "</PropertyGroup>", "<Nullable>enable</Nullable></PropertyGroup>", Rules.Attribute, "Nullable")]
    [DataRow(WorkingCopy.ShowPackages, "1.17.11", "1.17.12", Rules.Packages, "the pinned version is 1.17.11")]
    [DataRow(WorkingCopy.ShowPackages, " targetFramework=\"netnano1.0\"", "", Rules.Packages, "targetFramework")]
    [DataRow(
        WorkingCopy.ShowPackages, "nanoFramework.CoreLibrary", "nanoFramework.Graphics.Core", Rules.Packages,
        "not in the pinned line")]
    [DataRow(
        WorkingCopy.ShowPackages, "</packages>",
        "<package id=\"nanoFramework.System.Math\" version=\"1.5.116\" targetFramework=\"netnano1.0\" /></packages>",
        Rules.Packages, "System.Math.dll is not referenced")]
    [DataRow(
        WorkingCopy.ShowPackages, "</packages>",
        "<package id=\"nanoFramework.CoreLibrary\" version=\"1.17.11\" targetFramework=\"netnano1.0\" /></packages>",
        Rules.Packages, "listed twice")]
    [DataRow(WorkingCopy.ShowProject, "CoreLibrary.1.17.11\\lib", "CoreLibrary.1.17.10\\lib", Rules.Packages, "looked for at")]
    [DataRow(
        WorkingCopy.FirmwareProject, "<Reference Include=\"mscorlib\">",
        "<Reference Include=\"System.Math\" /><Reference Include=\"mscorlib\">", Rules.Packages,
        "no package of packages.config brings it")]
    [DataRow(WorkingCopy.FirmwareProject, "</Project>", "</Projekt>", Rules.ProjectFile, "no XML")]
    public void A_project_that_does_not_fit_is_caught(string file, string from, string to, string rule, string words)
    {
        using var copy = new WorkingCopy();
        copy.Change(file, from, to);

        IReadOnlyList<Violation> found = new RepositoryCheck(copy.Root).CheckProjects();

        Assert.IsTrue(
            found.Any(violation => violation.Rule == rule && violation.Sentence.Contains(words, StringComparison.Ordinal)),
            string.Join(Environment.NewLine, found));
    }

    [TestMethod]
    public void A_package_without_those_that_it_needs_is_caught()
    {
        using var copy = new WorkingCopy();
        copy.Change(
            WorkingCopy.ShowPackages, "</packages>",
            "<package id=\"nanoFramework.System.IO.Streams\" version=\"1.1.96\" targetFramework=\"netnano1.0\" /></packages>");

        Assert.IsTrue(
            new RepositoryCheck(copy.Root).CheckProjects().Any(
                found => found.Sentence.Contains("needs nanoFramework.System.Text", StringComparison.Ordinal)),
            "a package whose own packages are missing passes");
    }

    [TestMethod]
    [DataRow(WorkingCopy.FirmwareProject, "the device's project file is missing")]
    [DataRow(WorkingCopy.ShowPackages, "packages.config is missing")]
    public void A_missing_file_is_caught(string file, string words)
    {
        using var copy = new WorkingCopy();
        File.Delete(Path.Combine(copy.Root, file));

        StringAssert.Contains(new RepositoryCheck(copy.Root).CheckProjects()[0].Sentence, words);
    }

    [TestMethod]
    public void Sources_are_compiled_against_what_the_project_references()
    {
        using var copy = new WorkingCopy();
        copy.Change("Firmware/Show/Outputs/Strip.cs", "level + 1", "(int)System.Math.Sqrt(level)");

        Assert.IsTrue(
            new RepositoryCheck(copy.Root).CheckSources().Any(found => found.File == "Firmware/Show/Outputs/Strip.cs"),
            "a source that needs a package passes without it");
    }
}
