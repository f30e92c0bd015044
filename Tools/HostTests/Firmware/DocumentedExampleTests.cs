using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// Every command line of docs/api.md, run by a shell as it is written, in the order in which a reader meets them; the port alone
/// is another.
/// </summary>
[TestClass]
[RealTime]
public sealed partial class DocumentedExampleTests
{
    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Every_example_of_the_api_does_what_it_says()
    {
        string[] examples = ShellBlock().Matches(File.ReadAllText(Documentation()))
            .SelectMany(block => block.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.IsTrue(examples.Length >= 9, examples.Length + " examples");
        using var board = new RunningBoard();
        using var folder = new TemporaryFolder();
        string port = board.Port.ToString(CultureInfo.InvariantCulture);
        foreach (string example in examples)
        {
            string answer = Run(example.Replace(":8080", ":" + port, StringComparison.Ordinal), folder.Name);
            Assert.IsFalse(
                answer.Contains("\"error\"", StringComparison.Ordinal) || answer.Contains('<', StringComparison.Ordinal),
                example + " → " + answer);
        }
    }

    // --fail would hide what the device says.
    private static string Run(string line, string folder)
    {
        var start = new ProcessStartInfo("sh", ["-c", line])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, line);
        return answer;
    }

    private static string Documentation([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "api.md");

    [GeneratedRegex("```sh\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
