using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>Code that a compiler takes and the device does not.</summary>
[TestClass]
public class CompiledRuleTests
{
    [TestMethod]
    [DataRow(Rules.Generic, "class C<T> { }")]
    [DataRow(Rules.Generic, "class C { void F<T>() { } }")]
    [DataRow(Rules.Generic, "class C { void F(System.Func<int> f) => f(); }")]
    [DataRow(Rules.Generic, "class C { event System.EventHandler<string> F { add { } remove { } } }")]
    [DataRow(Rules.Generic, "class C { System.Action<int> F; }")]
    [DataRow(Rules.Struct, "struct S { }")]
    [DataRow(Rules.Struct, "class C { int F(int a) { int G() => a; return G(); } }")]
    [DataRow(Rules.Array, "class C { object F() => new int[2, 3]; }")]
    [DataRow(Rules.Array, "class C { int F(int[,] a) => a[1, 1]; }")]
    [DataRow(Rules.Checked, "class C { int F(int a) => checked(a + 1); }")]
    [DataRow(Rules.Checked, "class C { byte F(int a) => checked((byte)a); }")]
    [DataRow(Rules.Interface, "interface I { void F() { } }")]
    [DataRow(Rules.Interface, "interface I { static int F() => 1; }")]
    [DataRow(Rules.Modifier, "class C { int F { get; init; } }")]
    [DataRow(Rules.Attribute, "class C { void F(in int a) { } }")]
    [DataRow(Rules.Unsafe, "class C { int[] a; ref int F() => ref a[0]; }")]
    [DataRow(
        Rules.Native,
        "class C { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] "
            + "extern void F(); }")]
    [DataRow(Rules.Delegate, "class C { void F() { System.Action a = F; a(); } }")]
    [DataRow(Rules.Attribute, "class C { [nanoFramework.TestFramework.DataRow(System.DayOfWeek.Friday)] void F() { } }")]
    [DataRow(Rules.Attribute, "class C { [nanoFramework.TestFramework.DataRow(1, null)] void F() { } }")]
    [DataRow(Rules.Attribute, "class C { [nanoFramework.TestFramework.DataRow(new int[] { 1 }, 2)] void F() { } }")]
    [DataRow(Rules.Hiding, "class A { public virtual void F(int a) { } } class C : A { public new void F(int a) { } }")]
    [DataRow(
        Rules.Hiding, "class A { public virtual void F() { } } class B : A { } class C : B { public new virtual void F() { } }")]
    [DataRow(Rules.Hiding, "class C { public new string ToString() => null; }")]
    public void The_devices_image_is_caught(string rule, string code)
    {
        IReadOnlyCollection<Violation> found = Planted.OnDevice("#pragma warning disable CS0169, CS0649, CS0626\n" + code);

        Assert.IsTrue(found.Any(violation => violation.Rule == rule), $"found: {string.Join(Environment.NewLine, found)}");
    }

    [TestMethod]
    [DataRow(Rules.Volatile, "class C { volatile int F; int G() => F; }")]
    [DataRow(Rules.Unsafe, "unsafe class C { int* F; }")]
    [DataRow(Rules.Unsafe, "unsafe class C { int F(byte[] a) { fixed (byte* p = a) { return *p; } } }")]
    [DataRow(Rules.Instruction, "unsafe class C { byte F() { byte* a = stackalloc byte[4]; return a[1]; } }")]
    [DataRow(Rules.Instruction, "unsafe class C { void F(delegate*<void> f) => f(); }")]
    [DataRow(Rules.Unsafe, "class C { void F(__arglist) { } }")]
    [DataRow(Rules.StateMachine, "class C { System.Collections.IEnumerable F() { yield return 1; } }")]
    [DataRow(
        Rules.StateMachine, "class C { async System.Threading.Tasks.Task F() => await System.Threading.Tasks.Task.Yield(); }")]
    [DataRow(Rules.Record, "record R(int A);")]
    [DataRow(Rules.Generic, "class C { int? F; }")]
    [DataRow(Rules.Unlisted, "class C { decimal F; }")]
    [DataRow(Rules.Unlisted, "class C { string F() => string.Join(\",\", new string[0]); }")]
    [DataRow(Rules.Unlisted, "class C { string F(object a) => string.Format(\"{0}\", a); }")]
    [DataRow(Rules.Unlisted, "class C { int F(int a) => System.Math.Clamp(a, 1, 2); }")]
    [DataRow(Rules.Unlisted, "class C { uint F(uint a) => System.Math.Max(a, 1u); }")]
    [DataRow(Rules.Unlisted, "class C { object F() => System.Environment.MachineName; }")]
    [DataRow(Rules.Unlisted, "class C { System.Threading.EventWaitHandle F; }")]
    [DataRow(Rules.Unlisted, "class C { bool F(System.Threading.AutoResetEvent e) => e.WaitOne(3); }")]
    [DataRow(Rules.Unlisted, "[System.Serializable, System.Diagnostics.DebuggerVisualizer(\"\")] class C { }")]
    [DataRow(Rules.Unlisted, "class C { void F() { try { F(); } catch (System.IO.EndOfStreamException) { } } }")]
    [DataRow(Rules.Unlisted, "class C : System.IO.BinaryReader { C() : base(null!) { } }")]
    public void The_desktops_assembly_is_caught(string rule, string code)
    {
        IReadOnlyCollection<Violation> found = Planted.OnDesktop("#pragma warning disable CS0169, CS0649\n" + code);

        Assert.IsTrue(found.Any(violation => violation.Rule == rule), $"found: {string.Join(Environment.NewLine, found)}");
    }

    [TestMethod]
    [DataRow("class C { readonly object a = new object(); void F() { lock (a) { } } }", DisplayName = "lock")]
    [DataRow("delegate void D(); class C { event D F; void G() => F?.Invoke(); }", DisplayName = "an event")]
    [DataRow("class C { ~C() { } }", DisplayName = "a finalizer")]
    [DataRow("class C { int F(int a) => a switch { 1 => 2, 2 => 3 }; }", DisplayName = "a switch expression")]
    [DataRow("class C { void F(params int[] a) => F(); }", DisplayName = "an empty params array")]
    [DataRow(
        "class C { bool F(System.Threading.AutoResetEvent e) => e.Set(); }",
        DisplayName = "a member that a base class declares there")]
    [DataRow(
        "class C { void F(System.Net.WebHeaderCollection h) => h.Add(\"a\", \"b\"); }",
        DisplayName = "a member of another assembly's base class")]
    [DataRow(
        "class C { static readonly byte[] F = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17 }; }",
        DisplayName = "an array initialiser")]
    [DataRow("class C { string F(string a, int b) => a + b + \" of \" + a + b; }", DisplayName = "strings added up")]
    [DataRow(
        "class C { int F(string a) { try { return a.Length; } "
            + "catch (System.Exception e) when (e.Message != null) { return 0; } } }",
        DisplayName = "a filter")]
    [DataRow(
        "class C { int F { get; set; } enum E { A, B } E G() => E.A; int[][] H; "
            + "int I(int a) { return J(a); static int J(int b) => b; } }",
        DisplayName = "properties, enums, jagged arrays")]
    public void What_works_on_the_device_passes_on_the_desktop(string code)
    {
        IReadOnlyCollection<Violation> found = Planted.OnDesktop(
            "#pragma warning disable CS0169, CS0649, CS0067, CS8509, CS8618, CS8981\n" + code, LanguageVersion.CSharp10);

        Assert.IsEmpty(found, string.Join(Environment.NewLine, found));
    }

    [TestMethod]
    public void A_newer_language_version_leaves_its_mark()
    {
        const string Code = "class C { ref struct R { } void F(System.SpanByte a) { } }";

        Assert.IsTrue(
            Planted.OnDevice(Code, LanguageVersion.CSharp11).Any(found => found.Rule == Rules.LanguageVersion),
            "C# 11 leaves nothing that the gate sees");
        Assert.IsFalse(
            Planted.OnDevice(Code, LanguageVersion.CSharp10).Any(found => found.Rule == Rules.LanguageVersion),
            "C# 10 is taken for a newer language");
    }

    [TestMethod]
    public void Tests_may_hand_actions_to_the_test_framework() =>
        Assert.IsEmpty(Planted.OnDevice(
            "class C { void F() => nanoFramework.TestFramework.Assert.ThrowsException(typeof(System.Exception), () => { }); }",
            allowsAction: true));

    [TestMethod]
    public void A_finding_names_file_and_line()
    {
        Violation found = Planted.OnDevice(
            "class C\n{\n    int F(int a)\n    {\n        a++;\n        return checked(a + 1);\n    }\n}").Single();

        Assert.AreEqual((Planted.Path, 6), (found.File, found.Line));
        StringAssert.StartsWith(found.ToString(), "Firmware/Planted.cs:6 checked: ");
    }
}
