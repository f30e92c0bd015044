using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Compiled;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>What is larger than the device's image can count.</summary>
[TestClass]
public class CapacityTests
{
    [TestMethod]
    public void More_than_255_fields_in_a_type_are_caught()
    {
        AssertCaught($"class C {{ {Repeat(256, i => $"public static int F{i};")} }}", "256 static fields");
        AssertCaught($"class C {{ {Repeat(256, i => $"public int F{i};")} }}", "256 instance fields");
        AssertClean($"class C {{ {Repeat(255, i => $"public static int F{i};")} }}");
    }

    [TestMethod]
    public void More_than_255_array_initialisers_in_the_firmware_are_caught() =>
        AssertCaught(
            $"class C {{ void F(byte[] a) {{ {Repeat(256, i => $"a = new byte[] {{ 1, 2, 3, 4, {i / 200}, {i % 200} }};")} }} }}",
            "256 static fields");

    [TestMethod]
    public void More_than_255_methods_in_a_type_are_caught()
    {
        AssertCaught($"class C {{ {Repeat(256, i => $"static void F{i}() {{ }}")} }}", "256 static methods");
        AssertCaught($"class C {{ {Repeat(255, i => $"void F{i}() {{ }}")} }}", "256 instance methods");
        AssertCaught($"class C {{ {Repeat(256, i => $"public virtual void F{i}() {{ }}")} }}", "256 virtual methods");
    }

    [TestMethod]
    public void More_than_255_targets_of_a_switch_are_caught() =>
        AssertCaught(
            $"class C {{ int F(int a) {{ switch (a) {{ {Repeat(256, i => $"case {i}: return {i * 7 % 256};")} }} return 0; }} }}",
            "256 targets");

    [TestMethod]
    public void More_than_255_local_variables_are_caught() =>
        AssertCaught(
            $"class C {{ void F(int a) {{ {Repeat(256, i => $"int b{i} = a++; G(ref b{i});")} }} void G(ref int a) {{ }} }}",
            "256 local variables");

    [TestMethod]
    public void A_method_that_a_branch_cannot_cross_is_caught() =>
        AssertCaught($"class C {{ int a; void F() {{ {Repeat(4000, _ => "a = a * 3 + 1;")} }} }}", "bytes of code");

    [TestMethod]
    public void More_than_64_kilobytes_of_code_are_caught()
    {
        string method = Repeat(2000, _ => "a = a * 3 + 1;");
        AssertCaught($"class C {{ int a; {Repeat(4, i => $"void F{i}() {{ {method} }}")} }}", "bytes of code: an assembly");
        AssertClean($"class C {{ int a; {Repeat(1, i => $"void F{i}() {{ {method} }}")} }}");
    }

    [TestMethod]
    public void More_than_64_kilobytes_of_text_are_caught()
    {
        AssertCaught($"class C {{ string F() => \"{new string('x', 70_000)}\"; }}", "string literals");
        AssertCaught($"class C {{ string F() => \"{new string('é', 35_000)}\"; }}", "string literals");
        AssertClean($"class C {{ string F() => \"{new string('x', 60_000)}\"; }}");
    }

    [TestMethod]
    public void Texts_end_where_the_names_that_the_runtime_has_built_in_begin()
    {
        AssertCaught($"class C {{ string F() => \"{new string('x', 64_800)}\"; }}", "at most 64675");
        AssertClean($"class C {{ string F() => \"{new string('x', 64_300)}\"; }}");
    }

    [TestMethod]
    public void More_than_64_kilobytes_of_array_initialisers_are_caught_one_by_one_and_together()
    {
        AssertCaught($"class C {{ byte[] F = {{ {Numbers(65_536)} }}; }}", "an array initialiser of 65536 bytes");
        AssertCaught(
            $"class C {{ byte[] F = {{ {Numbers(40_000)} }}; byte[] G = {{ 1, {Numbers(40_000)} }}; }}",
            "array initialisers: an assembly");
        AssertClean($"class C {{ byte[] F = {{ {Numbers(40_000)} }}; }}");
    }

    [TestMethod]
    public void Code_is_counted_with_the_devices_shorter_operands()
    {
        // ldarg.0, ldstr, call, ret: tokens take two bytes there.
        ImageSize size = SizeOf("class C { string F() => string.Intern(\"abc\"); }");
        int constructor = 1 + 3 + 1;

        Assert.AreEqual((3 + 3 + 1) + constructor, size.CodeBytes);
    }

    [TestMethod]
    public void A_stack_that_the_image_maker_counts_too_small_is_caught()
    {
        DeviceImage image = Assemble(
            OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_1, OpCodes.Br_S, OpCodes.Ldc_I4_1, OpCodes.Ldc_I4_1,
            OpCodes.Pop, OpCodes.Pop, OpCodes.Pop, OpCodes.Pop, OpCodes.Pop, OpCodes.Ret);

        Violation found = CompiledCheck.CheckDevice(image, [], allowsAction: false).Single();
        StringAssert.Contains(found.Sentence, "needs 5 values on the stack and the image maker would count 3");
    }

    // One static method of these instructions; the short jump goes to the instruction after it.
    private static DeviceImage Assemble(params OpCode[] codes)
    {
        using var assembly = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition("Planted", new Version(1, 0)), "Planted", ModuleKind.Dll);
        ModuleDefinition module = assembly.MainModule;
        var type = new TypeDefinition("", "C", TypeAttributes.Public, module.TypeSystem.Object);
        var method = new MethodDefinition("F", MethodAttributes.Public | MethodAttributes.Static, module.TypeSystem.Void);
        var instructions = codes.Select(
            code => code == OpCodes.Br_S ? Instruction.Create(code, Instruction.Create(OpCodes.Nop)) : Instruction.Create(code))
                .ToList();
        instructions.ForEach(method.Body.Instructions.Add);
        foreach (Instruction jump in instructions.Where(instruction => instruction.OpCode == OpCodes.Br_S))
        {
            jump.Operand = jump.Next;
        }

        type.Methods.Add(method);
        module.Types.Add(type);
        using var image = new MemoryStream();
        assembly.Write(image);
        return new DeviceImage("Planted", image.ToArray(), Array.Empty<byte>());
    }

    private static ImageSize SizeOf(string code)
    {
        using var module = ModuleDefinition.ReadModule(new MemoryStream(Planted.Source(code).Image!.Assembly));
        return ImageSize.Of(module);
    }

    private static void AssertCaught(string code, string words)
    {
        IReadOnlyCollection<Violation> found = Capacity(code);
        Assert.IsTrue(
            found.Any(violation => violation.Sentence.Contains(words, StringComparison.Ordinal)),
            string.Join(Environment.NewLine, found));
    }

    private static void AssertClean(string code) => Assert.IsEmpty(Capacity(code));

    private static IReadOnlyCollection<Violation> Capacity(string code) =>
        Planted.OnDevice("#pragma warning disable CS0169, CS0649\n" + code);

    private static string Repeat(int count, Func<int, string> text) =>
        Enumerable.Range(0, count).Aggregate(new StringBuilder(), (all, i) => all.Append(text(i)).Append('\n')).ToString();

    private static string Numbers(int count) => string.Join(',', Enumerable.Range(0, count).Select(i => i * 31 % 251));
}
