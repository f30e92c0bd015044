using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.HostTests.ApiGate;

[TestClass]
public class SourceCheckTests
{
    private const string Sound = @"
using System;
using System.Collections;
using System.Device.I2s;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;
using nanoFramework.WebServer;

namespace Planted;

public delegate void Heard(int level);

public sealed class Sound : IDisposable
{
    private static readonly byte[] Table = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 };
    private readonly object _gate = new object();
    private readonly AutoResetEvent _done = new AutoResetEvent(false);

    public event Heard Heard;

    public int Level { get; private set; } = 3;

    ~Sound() => Dispose();

    public void Dispose() => _done.Set();

    public string Describe(object thing)
    {
        lock (_gate)
        {
            Level += thing is int number ? number : 0;
        }

        foreach (object item in new ArrayList())
        {
            Level += (int)item;
        }

        string kind = Level switch { 0 => ""none"", 1 => ""one"", _ => throw new ArgumentException() };
        switch (kind)
        {
            case ""a"": case ""b"": case ""c"": case ""d"": case ""e"": case ""f"": case ""g"":
                Level = Table[0];
                break;
        }

        try
        {
            Level = int.Parse(kind);
        }
        catch (FormatException fault) when (fault.Message != null)
        {
            Heard?.Invoke(Level);
        }

        new Thread(Run) { Priority = ThreadPriority.Highest }.Start();
        return $""{kind} {Level} of {thing}"" + kind.Split(',', ';').Length + string.Format(""{0}{1}"", 1, 2).TrimEnd('a', 'b');
    }

    private void Run()
    {
        var settings = new TransmitChannelSettings(4) { NumberOfMemoryBlocks = 2 };
        var encoder = new ByteEncoderSettings(new RmtSymbol(1, true, 2, false), new RmtSymbol(2, true, 1, false), MsbFirst: true);
        var channel = new TransmitterEncodedChannel(settings, new EncoderSettings[] { encoder });
        channel.SendWithEncoders(new[] { new EncoderData(Table) }, waitTxDone: false);
        var microphone = new I2sDevice(new I2sConnectionSettings(1) { Mode = I2sMode.Master | I2sMode.Rx });
        microphone.Read(new SpanByte(Table));
        ulong now = HighResTimer.GetCurrent();
        var server = new WebServer((int)now, HttpProtocol.Http);
        server.CommandReceived += (sender, request) =>
            WebServer.OutputAsStream(request.Context.Response, request.Context.Request.ReadBody().ToString());
        int.TryParse(""3"", out int parsed);
        Interlocked.Increment(ref parsed);
        Level = Math.Max((int)Math.Sqrt(parsed), (int)DateTime.UtcNow.Ticks);
    }
}";

    [TestMethod]
    public void What_the_device_has_compiles_without_a_word()
    {
        SourceResult result = Planted.Source(Sound);

        Assert.IsEmpty(result.Violations, string.Join(Environment.NewLine, result.Violations));
        Assert.IsNotNull(result.Image);
        Assert.IsEmpty(Planted.OnDevice(Sound));
    }

    [TestMethod]
    [DataRow("string F() => string.Join(\",\", new string[0]);", "CS0117", DisplayName = "a method that the device lacks")]
    [DataRow("int F() => System.Math.Clamp(1, 2, 3);", "CS0266", DisplayName = "an overload that the device lacks")]
    [DataRow(
        "object F() => new System.Collections.Generic.List<int>();", "CS0234", DisplayName = "a namespace that the device lacks")]
    [DataRow("object F() => \"\".MemberwiseClone();", "CS1540", DisplayName = "a protected member")]
    [DataRow("int? F() => 3;", "CS0518", DisplayName = "a nullable number")]
    [DataRow("decimal F() => 3;", "CS0518", DisplayName = "a decimal")]
    [DataRow("string F(string text) => text[1..];", "CS0518", DisplayName = "a range")]
    [DataRow("(int A, int B) F() => (1, 2);", "CS8179", DisplayName = "a tuple")]
    [DataRow("System.SpanByte F;", "CS8345", DisplayName = "a ref struct in a field")]
    [DataRow("async void F() { }", "CS0518", DisplayName = "async")]
    [DataRow("System.Collections.IEnumerable F() { yield return 1; }", "CS0656", DisplayName = "yield")]
    [DataRow("void F() => System.Threading.Monitor.TryEnter(this);", "CS0117", DisplayName = "Monitor.TryEnter")]
    [DataRow("void F() { System.SpanByte a; a.ToArray(); }", "CS0165", DisplayName = "an unassigned struct")]
    [DataRow("void F(System.IO.Stream s) => s.Dispose(true);", "CS1501", DisplayName = "a protected overload")]
    [DataRow("void F() { string.Empty = null; }", "CS0198", DisplayName = "a read-only field written")]
    [DataRow("unsafe void F() { }", "CS0227", DisplayName = "unsafe")]
    [DataRow(
        "void F() { new nanoFramework.Hardware.Esp32.Rmt.EncoderData(null, times: 1); }", "CS1739",
        DisplayName = "a parameter by a wrong name")]
    [DataRow("void F() { new System.Threading.Thread(x => { }); }", "CS1593", DisplayName = "a thread with an argument")]
    [DataRow(
        "void F() { nanoFramework.WebServer.WebServer.OutPutStream(null, null); }", "CS0612", DisplayName = "an obsolete member")]
    [DataRow("[nanoFramework.WebServer.Method(\"GET\")] int F;", "CS0592", DisplayName = "an attribute in the wrong place")]
    [DataRow("string F = $$\"\"\"{{1}}\"\"\";", "CS8936", DisplayName = "a language version above 10")]
    public void What_the_device_lacks_is_named_with_its_line(string member, string id)
    {
        SourceResult result = Planted.Source($"#pragma warning disable CS0169, CS0649, CS1998\nclass C\n{{\n    {member}\n}}");

        Violation[] found = result.Violations.Where(violation => violation.Sentence.StartsWith(id, StringComparison.Ordinal))
            .ToArray();
        Assert.IsNotEmpty(found, string.Join(Environment.NewLine, result.Violations));
        Assert.AreEqual(Planted.Path, found[0].File);
        Assert.AreEqual(4, found[0].Line);
        Assert.AreEqual(Rules.Compiler, found[0].Rule);
    }

    [TestMethod]
    [DataRow("byte[] F() => System.Text.Encoding.UTF8.GetBytes(\"a\");", 1, DisplayName = "read at every call")]
    [DataRow("System.Text.Encoding F = System.Text.Encoding.UTF8;", 1, DisplayName = "one for each object")]
    [DataRow(
        "static readonly System.Text.Encoding F = System.Text.Encoding.UTF8, G = System.Text.Encoding.UTF8;", 1,
        DisplayName = "kept twice")]
    [DataRow("static readonly System.Text.Encoding F = System.Text.Encoding.UTF8;", 0, DisplayName = "kept once")]
    public void An_encoding_is_read_once_for_a_static_field(string member, int violations)
    {
        Violation[] found =
        [
            .. Planted.Source(
                $"#pragma warning disable CS0169, CS0414\nclass C\n{{\n    {member}\n}}").Violations.Where(
                    each => each.Rule == Rules.Encoding),
        ];

        Assert.HasCount(violations, found);
        Assert.IsTrue(found.All(each => each.Line == 4), string.Join(Environment.NewLine, found.AsEnumerable()));
    }

    [TestMethod]
    [DataRow("float F(float a, float b) => a / b;", 1, DisplayName = "a divisor that nobody thought about")]
    [DataRow("float F(float a, float b) { a /= b; return a; }", 1, DisplayName = "the same, assigned")]
    [DataRow("double F(double a, int b) => a / b;", 1, DisplayName = "a whole divisor of a double")]
    [DataRow("float F(float a) => a / 0f;", 1, DisplayName = "zero itself")]
    [DataRow("float F(float a) => a / 3f;", 0, DisplayName = "a number")]
    [DataRow("int F(int a, int b) => a / b;", 0, DisplayName = "whole numbers, whose division says what went wrong")]
    public void A_float_that_may_be_divided_by_zero_is_named(string member, int violations)
    {
        Violation[] found = [.. DivisionRules.Check(Planted.Source($"class C\n{{\n    {member}\n}}").Compilation)];

        Assert.HasCount(violations, found);
        Assert.IsTrue(
            found.All(each => each is { Rule: Rules.Division, Line: 3 }), string.Join(Environment.NewLine, found.AsEnumerable()));
    }

    [TestMethod]
    public void An_assembly_that_the_project_does_not_reference_is_missing()
    {
        const string Code = "class C { double F() => System.Math.Sqrt(2); }";

        Assert.IsEmpty(Planted.Source(Code, "mscorlib", "System.Math").Violations);
        Assert.IsNotEmpty(Planted.Source(Code, "mscorlib").Violations);
    }

    [TestMethod]
    public void A_reference_without_a_list_is_named() =>
        StringAssert.Contains(Planted.Source("class C { }", "System.Device.Spi").Violations[0].Sentence, "System.Device.Spi");

    [TestMethod]
    public void A_volatile_field_is_found_though_the_compiler_does_not_say_where()
    {
        SourceResult result = Planted.Source("class C\n{\n    public volatile int F;\n}");

        Assert.IsNull(result.Image);
        Assert.IsTrue(
            result.Violations.Any(found => (found.Rule, found.File, found.Line) == (Rules.Volatile, Planted.Path, 3)),
            "volatile is not found in its line");
    }

    [TestMethod]
    public void The_firmware_must_not_ask_where_it_runs()
    {
        Violation found = Planted.Source("class C { }\n#if DESKTOP\n#endif\n").Violations.Single();

        Assert.AreEqual(Rules.OneFirmware, found.Rule);
        Assert.AreEqual(2, found.Line);
    }
}
