using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>
/// Static initialisers run when a type is first used on the desktop, and in no order one can count on before Main on the device.
/// </summary>
[TestClass]
public class InitialisationTests
{
    [TestMethod]
    [DataRow(
        "class A { static readonly byte[] T = B.U; } class B { public static readonly byte[] U = new byte[3]; }",
        DisplayName = "directly")]
    [DataRow(
        "class A { static readonly B T = new B(); } class B { static readonly byte[] U = new byte[3]; int n = U.Length; }",
        DisplayName = "through a constructor")]
    [DataRow(
        "class A { static readonly int T = B.F(); } "
            + "class B { static readonly byte[] U = new byte[3]; public static int F() => U.Length; }",
        DisplayName = "through a method")]
    [DataRow(
        "class A { static readonly int T = new C().F(); } class B { public static readonly byte[] U = new byte[3]; public "
            + "virtual int F() => 0; } class C : B { public override int F() => U.Length; }",
        DisplayName = "through an override")]
    [DataRow(
        "delegate void D(); class A { static readonly D T = () => { }; }",
        DisplayName = "through a lambda, which the compiler keeps in a class of its own")]
    public void An_initialiser_that_leans_on_anothers_is_caught(string code) =>
        Assert.IsTrue(
            Planted.OnDevice("#pragma warning disable CS0414, CS0169\n" + code).Any(found => found.Rule == Rules.Initialisation),
            "the initialiser that leans on another's passes");

    [TestMethod]
    [DataRow(
        "class A { static readonly byte[] T = { 1, 2, 3 }; static readonly int N = T.Length; }", DisplayName = "its own fields")]
    [DataRow(
        "class A { static readonly int T = B.U + 1; } class B { public const int U = 3; public static byte[] V = new byte[1]; }",
        DisplayName = "a constant")]
    [DataRow(
        "class A { static readonly B T = new B(); } class B { readonly int n = 3; public static int Count; }",
        DisplayName = "a class without an initialiser")]
    [DataRow(
        "class A { static readonly object T = new object(); public static int F() => B.U.Length; } "
            + "class B { public static byte[] U = new byte[1]; }",
        DisplayName = "a method that nobody calls then")]
    public void An_initialiser_that_stands_on_itself_passes(string code) =>
        Assert.IsEmpty(Planted.OnDevice("#pragma warning disable CS0414, CS0169, CS0649\n" + code));
}
