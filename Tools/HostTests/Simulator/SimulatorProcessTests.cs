using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
[RealTime]
public class SimulatorProcessTests
{
    [TestMethod]
    public void A_short_run_ends_by_itself_and_leaves_its_report_and_recording()
    {
        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess run = Start(
            folder, port, "--signal", "click:120", "--duration", "4", "--report", folder["r.json"], "--record", folder["frames"]);

        Assert.AreEqual(0, run.WaitForExit(), run.Errors);

        StringAssert.Contains(run.Output, $"http://localhost:{port}");
        StringAssert.Contains(run.Output, $"http://localhost:{port + 1}");
        AssertReport(folder["r.json"], seconds: 4);
        AssertRecording(folder["r.json"], folder["frames"]);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("INT")]
    [DataRow("TERM")]
    public void Ctrl_C_and_a_request_to_terminate_end_it_cleanly_with_report_and_recording(string signal)
    {
        if (signal == "INT" && IsInterruptIgnored())
        {
            Assert.Inconclusive("These tests run as a background job, where SIGINT is ignored: Ctrl+C cannot be tried.");
        }

        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess run = Start(folder, port, "--report", folder["r.json"], "--record", folder["frames"]);
        run.WaitUntil(() => Length(folder["frames/frames-b.rgb"]) > 10 * 540, "the first frames");
        run.WaitUntil(() => Answers($"http://localhost:{port}/api/status"), "the device's API");
        run.WaitUntil(() => Answers($"http://localhost:{port + 1}/"), "the bench page");

        run.Signal(signal);

        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        Assert.AreEqual("", run.Errors);
        AssertRecording(folder["r.json"], folder["frames"]);
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void In_a_terminal_it_names_the_patterns_and_Ctrl_C_leaves_the_cursor_and_plain_colours()
    {
        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess run = SimulatorProcess.StartInTerminal("--state", folder["state"], "--port", $"{port}");
        run.WaitUntil(() => run.Output.Contains("spectrum in ", StringComparison.Ordinal), "the pattern's name");
        run.Type(" ");
        run.WaitUntil(() => run.Output.Contains("space goes on", StringComparison.Ordinal), "the held sound");

        // A background job ignores Ctrl+C, and so do its children: there the key for it must do.
        run.Type(IsInterruptIgnored() ? "q" : "\u0003");

        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        string output = run.Output;
        Assert.IsGreaterThan(output.LastIndexOf("\e[?25l", StringComparison.Ordinal),
            output.LastIndexOf("\e[?25h", StringComparison.Ordinal), "the cursor is hidden at the end");
        Assert.AreEqual(output.Split("\e[?1049h").Length, output.Split("\e[?1049l").Length, "an alternate screen is left open");
        Assert.AreEqual("\e[0m", Regex.Matches(output, "\e\\[[0-9;]*m")[^1].Value, "the last colour is not taken back");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void In_the_background_where_interrupts_are_ignored_it_ends_cleanly_too()
    {
        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess run = SimulatorProcess.StartInBackground(
            "--headless", "--state", folder["state"], "--port", $"{port}", "--report", folder["r.json"]);
        run.WaitUntil(() => Answers($"http://localhost:{port}/api/status"), "the device's API");

        run.Stop();

        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        Assert.IsGreaterThan(0, ReadReport(folder["r.json"]).GetProperty("samplesRead").GetInt64());
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void A_restart_over_HTTP_keeps_settings_and_the_run_goes_on()
    {
        using var folder = new TemporaryFolder();
        int port = SimulatorProcess.FreePortPair();
        string api = $"http://localhost:{port}/api";
        string report = $"http://localhost:{port + 1}/report";
        using SimulatorProcess run = Start(folder, port, "--report", folder["r.json"]);
        run.WaitUntil(() => Answers($"{api}/status"), "the device's API");
        run.WaitUntil(() => Answers(report), "the bench");

        Post($"{api}/channel/a/brightness", "{\"value\":77}");
        JsonElement before = Get(report);
        JsonElement after = before;
        Post($"{api}/restart", "{\"confirm\":true}");

        run.WaitUntil(() => (after = Get(report)).GetProperty("restarts").GetInt32() == 1, "the restart");
        Assert.IsGreaterThanOrEqualTo(before.GetProperty("samplesRead").GetInt64(), after.GetProperty("samplesRead").GetInt64());
        Assert.IsGreaterThanOrEqualTo(before.GetProperty("snapshots").GetInt64(), after.GetProperty("snapshots").GetInt64());
        run.WaitUntil(() => Answers($"{api}/status"), "the device's API after the restart");
        Assert.AreEqual(77, Get($"{api}/channel/a/brightness").GetProperty("value").GetInt32());
        run.Stop();
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        Assert.AreEqual(1, ReadReport(folder["r.json"]).GetProperty("restarts").GetInt32());
    }

    [TestMethod]
    public void What_cannot_be_done_is_one_sentence_and_exit_code_2()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["broken.wav"], "RIFF and nothing more");
        int port = SimulatorProcess.FreePortPair();
        using var taken = new TcpListener(IPAddress.Loopback, port + 1);
        taken.Start();

        (SimulatorProcess Run, string Sentence)[] runs =
        {
            (SimulatorProcess.Start("--loud"), "'--loud' is no option"),
            (Start(folder, port), $"Port {port + 1} for the bench page is in use"),
            (Start(folder, SimulatorProcess.FreePortPair(), "--wav", folder["missing.wav"]), "missing.wav"),
            (Start(folder, SimulatorProcess.FreePortPair(), "--wav", folder["broken.wav"]), "broken.wav"),
            (Start(folder, SimulatorProcess.FreePortPair(), "--signal", "trumpet"), "'trumpet'"),
        };

        foreach ((SimulatorProcess run, string sentence) in runs)
        {
            Assert.AreEqual(2, run.WaitForExit(), sentence);
            StringAssert.Contains(run.Errors, sentence);
            Assert.HasCount(1, run.Errors.TrimEnd().Split('\n'), run.Errors);
            run.Dispose();
        }
    }

    private static SimulatorProcess Start(TemporaryFolder folder, int port, params string[] args) =>
        SimulatorProcess.Start(
            new[] { "--headless", "--state", folder["state"], "--port", port.ToString() }.Concat(args).ToArray());

    // Counts and behaviour, not speed: a busy machine may be late, but must not lose, tear or garble anything.
    private static void AssertReport(string path, double seconds)
    {
        JsonElement report = ReadReport(path);
        Assert.IsGreaterThanOrEqualTo(seconds, report.GetProperty("seconds").GetDouble());
        Assert.IsGreaterThan(0, report.GetProperty("snapshots").GetInt64());
        Assert.IsGreaterThan(0, report.GetProperty("samplesRead").GetInt64());
        Assert.IsGreaterThanOrEqualTo(0, report.GetProperty("samplesLost").GetInt64());
        Assert.IsGreaterThanOrEqualTo(0, report.GetProperty("snapshotMisses").GetInt64());

        // Null as long as the warm-up lasts, which a very busy machine does not reach in four seconds.
        JsonElement allocated = report.GetProperty("allocatedBytesPerFrame");
        Assert.AreEqual(0, allocated.ValueKind == JsonValueKind.Null ? 0 : allocated.GetDouble());
        foreach (string name in new[] { "a", "b" })
        {
            JsonElement channel = report.GetProperty("channels").GetProperty(name);
            Assert.IsGreaterThan(30, channel.GetProperty("frames").GetInt32());
            Assert.AreEqual(0, channel.GetProperty("tornFrames").GetInt32());
            Assert.AreEqual(0, channel.GetProperty("timingViolations").GetInt32());
            Assert.IsGreaterThan(0, channel.GetProperty("renderUsMean").GetDouble());
            Assert.IsGreaterThan(0, channel.GetProperty("fps").GetDouble());
            Assert.IsGreaterThan(0, channel.GetProperty("fpsMin").GetDouble());
            Assert.IsGreaterThan(0, channel.GetProperty("renderUsP99").GetDouble());
        }
    }

    private static void AssertRecording(string reportPath, string folder)
    {
        JsonElement channels = ReadReport(reportPath).GetProperty("channels");
        foreach (string name in new[] { "a", "b" })
        {
            long frames = channels.GetProperty(name).GetProperty("frames").GetInt64();
            Assert.AreEqual(frames * 540, Length(Path.Combine(folder, $"frames-{name}.rgb")));
            Assert.IsTrue(File.Exists(Path.Combine(folder, $"strip-{name}.png")), $"there is no picture of strip {name}");
        }
    }

    // Bit 1 of the mask of ignored signals is SIGINT; a child process has it from its parent.
    private static bool IsInterruptIgnored()
    {
        const string mask = "SigIgn:";
        string line = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(each => each.StartsWith(mask, StringComparison.Ordinal))
            : null;
        return line != null && (Convert.ToUInt64(line[mask.Length..].Trim(), 16) & 2) != 0;
    }

    private static bool Answers(string address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            return http.GetAsync(address).GetAwaiter().GetResult().IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static void Post(string address, string json)
    {
        using var http = new HttpClient(new PatientHandler());
        using var body = new StringContent(json);
        http.PostAsync(address, body).GetAwaiter().GetResult().EnsureSuccessStatusCode();
    }

    private static JsonElement Get(string address)
    {
        using var http = new HttpClient(new PatientHandler());
        return JsonDocument.Parse(http.GetStringAsync(address).GetAwaiter().GetResult()).RootElement;
    }

    private static JsonElement ReadReport(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
