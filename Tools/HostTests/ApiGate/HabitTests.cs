using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>Which habits the gate sees.</summary>
[TestClass]
public class HabitTests
{
    [TestMethod]
    [DataRow("int F(bool a, bool b) => a ? 1 : (b ? 2 : 3);", Rules.NestedChoice)]
    [DataRow("int F(bool a, bool b) => a ? 1 : 5 + (b ? 2 : 3);", Rules.NestedChoice)]
    [DataRow("int _a = 1, _b;", Rules.Declaration)]
    [DataRow("void F() { int a = 1, b = 2; }", Rules.Declaration)]
    [DataRow("void F() => Assert.IsTrue(1 > 0);", Rules.BareTruth)]
    [DataRow("void F() => Assert.IsFalse(Max(1, 0) > 0);", Rules.BareTruth)]
    public void What_is_hard_to_read_is_found(string member, string rule)
    {
        Violation found = Check(member).Single();
        Assert.AreEqual((rule, 3), (found.Rule, found.Line), found.Sentence);
    }

    [TestMethod]
    [DataRow("int F(bool a, int b) => a ? 1 : Max(b > 0 ? b : 0, 3);", DisplayName = "a choice as an argument")]
    [DataRow("void F() { for (int i = 0, j = 1; i < j; i++) { } }", DisplayName = "two counters of a loop")]
    [DataRow("void F() => Assert.IsTrue(1 > 0, \"one is not more than none\");", DisplayName = "a message")]
    public void What_is_not_passes(string member) => Assert.IsEmpty(Check(member));

    [TestMethod]
    public void A_line_of_130_columns_passes_and_one_of_131_does_not()
    {
        Assert.IsEmpty(Check("// " + new string('x', 127)));
        Assert.AreEqual(Rules.LongLine, Check("// " + new string('x', 128)).Single().Rule);
    }

    [TestMethod]
    public void A_text_that_is_quoted_as_it_stands_may_be_longer()
    {
        string text = new('x', 200);
        Assert.IsEmpty(Check($"string _text = \"\"\"{text}\"\"\";"));
        Assert.IsEmpty(Check($"string _text = $$\"\"\"{text}\"\"\";"));
        Assert.IsNotEmpty(Check($"string _text = \"{text}\";"), "such a text can go on in the next line");
    }

    [TestMethod]
    public void A_method_of_70_lines_passes_and_one_of_71_does_not()
    {
        Assert.IsEmpty(Check(MethodOf(70)));
        Assert.AreEqual(Rules.LongMethod, Check(MethodOf(71)).Single().Rule);
    }

    [TestMethod]
    public void What_a_generator_writes_is_its_own() =>
        Assert.IsEmpty(HabitRules.Check([new SourceFile("Firmware/Table.g.cs", "class C { int _a, _b; }")]));

    private static string MethodOf(int lines) =>
        "void F()\n{\n" + string.Concat(Enumerable.Repeat("F();\n", lines)) + "}";

    private static Violation[] Check(string member) =>
        [.. HabitRules.Check([new SourceFile("Tools/C.cs", $"class C\n{{\n{member}\n}}\n")])];
}
