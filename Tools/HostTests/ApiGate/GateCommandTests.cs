using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

[TestClass]
public class GateCommandTests
{
    [TestMethod]
    public void A_clean_working_copy_gives_0_and_no_word()
    {
        using var copy = new WorkingCopy();

        Assert.AreEqual((0, "", ""), Run("check", "--only", "sources", "projects", "--root", copy.Root));
    }

    [TestMethod]
    public void A_violation_gives_1_and_its_line()
    {
        using var copy = new WorkingCopy();
        copy.Change("Firmware/Show/Outputs/Strip.cs", "level + 1", "checked(level + 1)");

        var (code, output, error) = Run("--only", "sources", "--root", copy.Root);

        Assert.AreEqual(1, code);
        StringAssert.StartsWith(output, "Firmware/Show/Outputs/Strip.cs:5 checked: ");
        Assert.HasCount(1, output.Trim().Split('\n'), "a line is reported once");
        Assert.AreEqual("", error);
    }

    [TestMethod]
    public void A_host_build_that_is_missing_or_old_is_a_violation()
    {
        using var copy = new WorkingCopy();
        StringAssert.StartsWith(Run("--only", "desktop", "--root", copy.Root).Output, "Tools/NanoHost/Firmware:0 unbuilt: ");

        string built = "Tools/NanoHost/Firmware/Show/bin/Debug/Show.dll";
        copy.Write(built, "");
        File.SetLastWriteTimeUtc(Path.Combine(copy.Root, built), DateTime.UnixEpoch);
        StringAssert.Contains(Run("--only", "desktop", "--root", copy.Root).Output, "older than its sources");
    }

    [TestMethod]
    public void Sizes_tells_how_full_each_assembly_is()
    {
        using var copy = new WorkingCopy();

        var (code, output, _) = Run("sizes", "--root", copy.Root);

        Assert.AreEqual(0, code);
        StringAssert.Matches(
            output,
            new(
                @"^Ears: code \d+ of 65535, names and literals \d+ of 64675, signatures and initialisers \d+ of 65535 bytes\n"
                    + @"Patterns: code \d+.*\nShow: code \d+.*\nSensors: code \d+.*\nDevice: code \d+.*\nJam: code \d+.*\nLooks: code \d+.*\nMqtt: code \d+.*\nSite: code \d+.*\nWeb: code \d+.*\nFirmware: code \d+.*\nNFUnitTest: code \d+"));
    }

    [TestMethod]
    public void Sync_says_what_it_wrote()
    {
        using var copy = new WorkingCopy();
        copy.Write("Firmware/Show/Outputs/Gamma.cs", "");

        var (code, output, _) = Run("sync", "--root", copy.Root);

        Assert.AreEqual(0, code);
        StringAssert.Contains(output, "Firmware/Show/Show.nfproj: Compile rows written");
    }

    [TestMethod]
    [DataRow("frob")]
    [DataRow("--only", "nonsense")]
    [DataRow("check", "--root", "/nowhere")]
    [DataRow("sync", "--root", "/nowhere")]
    public void A_wrong_call_gives_2_and_one_clear_word(params string[] args)
    {
        var (code, output, error) = Run(args);

        Assert.AreEqual(2, code);
        Assert.AreEqual("", output);
        Assert.AreNotEqual("", error);
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = new GateCommand(output, error).Run(args);
        return (code, output.ToString(), error.ToString());
    }
}
