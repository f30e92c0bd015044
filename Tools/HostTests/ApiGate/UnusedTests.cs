using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>Methods that no code of the firmware calls.</summary>
[TestClass]
public class UnusedTests
{
    [TestMethod]
    public void A_method_that_only_tests_call_is_caught_with_its_line()
    {
        using var copy = new WorkingCopy();
        copy.Change(
            "Firmware/Show/Outputs/Strip.cs", "level + 1;\n",
            "level + 1;\n\n    public static int Dim(int level) => level - 1;\n");
        copy.Change("Firmware.Tests/Outputs/StripTests.cs", "Strip.Light(1)", "Strip.Dim(3)");

        Violation found = new RepositoryCheck(copy.Root).CheckSources().Single();

        Assert.AreEqual(("Firmware/Show/Outputs/Strip.cs", 7, Rules.Unused), (found.File, found.Line, found.Rule));
        StringAssert.Contains(found.Sentence, "no code of the firmware calls Strip.Dim");
    }

    [TestMethod]
    [DataRow("Light(int level) => Dim(level);\n\n    private static int Dim(int level)", DisplayName = "by another method")]
    [DataRow(
        "Light(int level) => new Lamp().Level(level);\n\n"
            + "    private abstract class Shade\n    {\n        public abstract int Level(int level);\n    }\n\n"
            + "    private sealed class Lamp : Shade\n    {\n        public override int Level(int level) => level;\n    }\n\n"
            + "    static Strip() => Dim(3);\n\n    private static int Dim(int level)",
        DisplayName = "by its slot, by a static constructor")]
    public void A_method_that_the_firmware_reaches_is_not(string reached)
    {
        using var copy = new WorkingCopy();
        copy.Change("Firmware/Show/Outputs/Strip.cs", "Light(int level)", reached);

        Violation[] found = [.. new RepositoryCheck(copy.Root).CheckSources().Where(each => each.Rule == Rules.Unused)];

        Assert.IsEmpty(found, string.Join(Environment.NewLine, found.Select(each => each.ToString())));
    }
}
