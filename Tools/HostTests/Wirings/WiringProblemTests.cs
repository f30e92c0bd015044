using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;

namespace NanoFirmware.HostTests.Wirings;

/// <summary>Which pins of a module are free, and why the others are not.</summary>
[TestClass]
public sealed class WiringProblemTests
{
    private const string FreeOnOctal = "1 2 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 21 38 39 40 41 42 47 48";

    [TestMethod]
    public void The_free_pins_are_those_of_the_datasheet()
    {
        Assert.AreEqual(FreeOnOctal, Free(hasOctalMemory: true));
        string quad = FreeOnOctal.Replace(" 38", " 33 34 35 36 37 38", StringComparison.Ordinal);
        Assert.AreEqual(quad, Free(hasOctalMemory: false), "without octal PSRAM five more");
    }

    [TestMethod]
    public void The_sentence_about_a_taken_pin_names_the_free_ones()
    {
        foreach (bool hasOctalMemory in new[] { true, false })
        {
            var wiring = new Wiring();
            wiring.A.Set(StripWiring.PinIndex, 26);
            string problem = wiring.Problem(hasOctalMemory)!;
            string listed = problem[(problem.IndexOf("one of ", StringComparison.Ordinal) + 7)..].Replace(
                " or", ",", StringComparison.Ordinal);
            string[] pins = [.. listed.Split(", ").SelectMany(Expand)];
            Assert.AreEqual(Free(hasOctalMemory), string.Join(' ', pins), problem);
        }
    }

    [TestMethod]
    public void What_is_off_takes_no_pin()
    {
        var wiring = new Wiring();
        wiring.B.Set(StripWiring.PinIndex, 26);
        wiring.B.Set(StripWiring.OnIndex, 0);
        wiring.Microphone.Set(MicrophoneWiring.KindIndex, 3);
        wiring.Microphone.Set(MicrophoneWiring.DataIndex, 4);
        Assert.IsNull(wiring.Problem(true));
    }

    [TestMethod]
    public void A_pulse_takes_a_block_of_memory_from_strip_b_only_while_both_strips_are_on()
    {
        var wiring = new Wiring();
        Assert.AreEqual((2, 2), Blocks(wiring));
        wiring.Pulse.Set(PulseWiring.PinIndex, 7);
        Assert.AreEqual((2, 1), Blocks(wiring));
        wiring.A.Set(StripWiring.OnIndex, 0);
        Assert.AreEqual(2, Blocks(wiring).B, "B alone has room");
    }

    private static (int A, int B) Blocks(Wiring wiring) => (wiring.MemoryBlocksOf(wiring.A), wiring.MemoryBlocksOf(wiring.B));

    private static string Free(bool hasOctalMemory) =>
        string.Join(' ', Enumerable.Range(-1, 60).Where(pin => Pins.Problem(pin, hasOctalMemory) is null));

    private static IEnumerable<string> Expand(string range)
    {
        string[] ends = range.Split('-');
        int first = int.Parse(ends[0]);
        int last = int.Parse(ends[^1]);
        return Enumerable.Range(first, last - first + 1).Select(pin => pin.ToString());
    }
}
