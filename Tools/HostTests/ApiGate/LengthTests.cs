using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>How long the firmware's files may be, taken together.</summary>
[TestClass]
public class LengthTests
{
    [TestMethod]
    public void A_median_of_70_lines_passes_and_one_of_71_does_not()
    {
        Assert.IsEmpty(Check(File("A", 3), File("B", 70), File("C", 500)));

        Violation found = Check(File("A", 3), File("B", 71), File("C", 500)).Single();
        Assert.AreEqual(("Firmware/", 0, Rules.LongFiles), (found.File, found.Line, found.Rule));
        Assert.AreEqual(
            "the median file has 71 lines, 70 are the most: cut files by what they tell, the longest is Firmware/C.cs with 500",
            found.Sentence);
    }

    [TestMethod]
    public void Of_two_in_the_middle_the_longer_counts() =>
        Assert.IsNotEmpty(Check(File("A", 70), File("B", 71)), "the longer of the two has 71 lines");

    [TestMethod]
    public void What_a_generator_writes_and_what_is_a_tool_does_not_count()
    {
        Assert.IsEmpty(Check(File("A", 70), File("B.g", 500), File("C.g", 500)));
        Assert.IsEmpty(Check(File("A", 70), new("Tools/B.cs", Lines(500)), new("Tools/C.cs", Lines(500))));
    }

    [TestMethod]
    public void A_working_copy_whose_files_have_grown_is_found_by_the_gate()
    {
        using var copy = new WorkingCopy();
        Assert.IsEmpty(new RepositoryCheck(copy.Root).CheckHabits());

        for (int file = 0; file < 20; file++)
        {
            copy.Write($"Firmware/Show/Outputs/Grown{file}.cs", Lines(71));
        }

        Assert.AreEqual(Rules.LongFiles, new RepositoryCheck(copy.Root).CheckHabits().Single().Rule);
    }

    private static SourceFile File(string name, int lines) => new($"Firmware/{name}.cs", Lines(lines));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("//\n", count));

    private static Violation[] Check(params SourceFile[] sources) => [.. LengthRules.Check(sources)];
}
