using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Workflow;

[TestClass]
[RealTime]
public class RealTimeMarkTests
{
    private static readonly string Here = Path.Combine(Repository.Root(), "Tools", "HostTests");

    private static readonly Regex WaitsForOthers = new(
        @"\b(RunningBoard|SimulatorProcess|PageStage|Mosquitto|TwoComputers|RealTimeClock|ServedBoard|ClientWebSocket|UdpClient"
            + @"|SpinWait)\b");

    private static int _tries;

    [TestMethod]
    public void Whatever_waits_for_the_PC_is_marked_so()
    {
        string[] unmarked =
        [
            .. Directory.EnumerateFiles(Here, "*Tests.cs", SearchOption.AllDirectories)
                .Where(file => IsUnmarked(File.ReadAllText(file))).Select(Path.GetFileName),
        ];

        Assert.AreEqual("", string.Join(", ", unmarked), "[RealTime] is missing");
    }

    [TestMethod]
    public void What_fails_because_the_PC_was_busy_passes_when_it_is_tried_again() =>
        Assert.AreEqual(2, ++_tries, "the first one fails");

    private static bool IsUnmarked(string text) =>
        text.Contains("[TestClass]\n", StringComparison.Ordinal) && WaitsForOthers.IsMatch(text)
        && !text.Contains("[RealTime]\n", StringComparison.Ordinal);
}
