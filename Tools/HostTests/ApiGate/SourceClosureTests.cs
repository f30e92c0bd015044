using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.HostTests.ApiGate;

[TestClass]
public class SourceClosureTests
{
    private static readonly SourceFile[] Library =
    {
        new("Lamp.cs", "class Lamp { Wire _wire; }"),
        new("Lamp.Parts.cs", "partial class Lamp { event Lit Lit; }"),
        new("Lit.cs", "delegate void Lit(Colour colour);"),
        new("Colour.cs", "enum Colour { Red }"),
        new("Wire.cs", "class Wire { /* Switch */ }"),
        new("Switch.cs", "class Switch { Lamp _lamp; }"),
    };

    [TestMethod]
    public void What_the_users_name_comes_along_with_what_it_names_itself()
    {
        IReadOnlyList<SourceFile> needed = SourceClosure.Needed(Library, new[] { new SourceFile("Test.cs", "class Test { Lamp _lamp; }") });
        Assert.AreEqual("Lamp.cs Lamp.Parts.cs Lit.cs Colour.cs Wire.cs", string.Join(' ', needed.Select(file => file.Path)));
    }

    [TestMethod]
    public void Who_names_nothing_needs_nothing() =>
        Assert.IsEmpty(SourceClosure.Needed(Library, new[] { new SourceFile("Test.cs", "// Switch\nclass Test { string _text = \"Lamp\"; }") }));
}
