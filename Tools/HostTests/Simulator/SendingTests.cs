using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>One simulator draws, another shows what it sends: the same pixels, frame by frame.</summary>
[TestClass]
[RealTime]
public sealed class SendingTests : IDisposable
{
    private const int Leds = 60;

    // Of so many that the sender drew the receiver shows some; a busy machine may drop others.
    private const int Enough = 60;

    private static readonly HttpClient Client = new(new PatientHandler()) { Timeout = TimeSpan.FromSeconds(60) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("""{"kind":"line"}""", """{"kind":"line"}""", "flow")]
    [DataRow("""{"kind":"grid","width":12,"height":10,"span":true,"serpentine":true,"by":"columns"}""", """{"kind":"grid","width":12,"height":10,"span":true,"start":"bottom-right"}""", "interference")]
    public async Task What_is_drawn_here_is_shown_there(string layoutHere, string layoutThere, string pattern)
    {
        (int here, int there) = (SimulatorProcess.FreePortPair(), SimulatorProcess.FreePortPair());
        int offset = FreeOffset();
        using SimulatorProcess receiver = Start(there, "there", "--udp-offset", $"{offset}");
        await UpAsync(receiver, there, layoutThere, """{"ddp":true,"raw":true}""");
        using SimulatorProcess sender = Start(here, "here", "--send", $"ddp://127.0.0.1:{4048 + offset}");
        await UpAsync(sender, here, layoutHere, """{"ddp":false}""");
        await PostAsync(here, "state", $$$"""{"a":{"pattern":"{{{pattern}}}","brightness":60},"b":{"brightness":60}}""");
        await receiver.WaitUntilAsync(async () => await FramesAsync(there) > 3 * Enough, "pictures from the sender");
        Stop(sender);
        Stop(receiver);

        StringAssert.Contains(sender.Output, "sent ");
        Compare(layoutHere != layoutThere);
    }

    [TestMethod]
    public async Task A_video_is_scaled_to_the_grid_and_played_to_its_end()
    {
        if (!HasDecoder())
        {
            Assert.Inconclusive("ffmpeg is not installed here.");
        }

        string film = _folder["film.mkv"];
        Assert.AreEqual(0, Decode("-f", "lavfi", "-i", "color=red:s=64x48:r=10:d=0.5", "-f", "lavfi", "-i",
            "color=blue:s=64x48:r=10:d=0.5", "-filter_complex", "hstack", "-c:v", "ffv1", film));
        using var ear = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)ear.Client.LocalEndPoint!).Port;
        using SimulatorProcess run = SimulatorProcess.Start("--video", film, "--grid", "4x2", "--send",
            $"ddp://127.0.0.1:{port}");
        byte[] picture = (await ear.ReceiveAsync()).Buffer[10..];
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        StringAssert.Contains(run.Output, "sent 5 pictures");
        Assert.AreEqual(24, picture.Length, "4 x 2 pixels");
        for (int pixel = 0; pixel < 8; pixel++)
        {
            bool isLeft = pixel % 4 < 2;
            Assert.IsTrue(picture[(pixel * 3) + (isLeft ? 0 : 2)] > 200 && picture[(pixel * 3) + (isLeft ? 2 : 0)] < 60,
                $"pixel {pixel}: {string.Join(' ', picture[(pixel * 3)..((pixel * 3) + 3)])}");
        }
    }

    [TestMethod]
    [DataRow("missing.mp4", "--video cannot read 'missing.mp4': there is no such file.")]
    [DataRow("Simulator.dll", "cannot be decoded by ffmpeg")]
    public void What_is_no_video_is_said_in_a_sentence(string file, string sentence)
    {
        if (!HasDecoder())
        {
            Assert.Inconclusive("ffmpeg is not installed here.");
        }

        string path = file == "missing.mp4" ? file : Path.Combine(AppContext.BaseDirectory, file);
        using SimulatorProcess run = SimulatorProcess.Start("--video", path, "--grid", "4x2", "--send", "ddp://127.0.0.1:9");
        Assert.AreEqual(2, run.WaitForExit(), run.Output);
        StringAssert.Contains(run.Errors, sentence);
        Assert.AreEqual(1, run.Errors.Trim().Split('\n').Length, run.Errors);
    }

    // Each frame that the receiver shows is one that the sender drew; with another path only the picture is the same.
    private void Compare(bool isOtherPath)
    {
        int pictures = 0;
        foreach (string strip in new[] { "a", "b" })
        {
            string[] drawn = Frames("here", strip);
            string[] shown = Frames("there", strip);
            var known = new HashSet<string>(drawn);
            pictures += shown.Where(frame => isOtherPath ? known.Count > 0 : known.Contains(frame)).Distinct().Count();
        }

        Assert.IsTrue(pictures >= Enough, $"{pictures} pictures came through");
        if (isOtherPath)
        {
            CompareUpright();
        }
    }

    private void CompareUpright()
    {
        var here = new Hanging(12, 10, isByColumns: true, isTurned: false);
        var there = new Hanging(12, 10, isByColumns: false, isTurned: true);
        HashSet<string> drawn = [.. here.Halves(Frames("here", "a"), 0).Concat(here.Halves(Frames("here", "b"), Leds))];
        string[] pixels = [.. there.Halves(Frames("there", "a"), 0).Concat(there.Halves(Frames("there", "b"), Leds))];
        int same = pixels.Count(drawn.Contains);
        Assert.IsTrue(same >= Enough, $"{same} of {pixels.Length} quarters of pictures are where they were drawn");
    }

    private string[] Frames(string name, string strip) =>
        [.. File.ReadAllBytes(_folder[$"{name}-frames/frames-{strip}.rgb"]).Chunk(Leds * 3)
            .Where(frame => frame.Any(part => part > 0)).Select(Convert.ToHexString)];

    private SimulatorProcess Start(int port, string name, params string[] more) => SimulatorProcess.Start(
        ["--headless", "--leds", $"{Leds},{Leds}", "--signal", "click:120", "--port", $"{port}", "--state", _folder[name],
            "--record", _folder[name + "-frames"], .. more]);

    private static async Task UpAsync(SimulatorProcess run, int port, string layout, string live)
    {
        await run.WaitUntilAsync(async () => (await GetAsync(port, "status")).ValueKind == JsonValueKind.Object,
            "the device's API");
        await PostAsync(port, "global", """{"flash-guard":false,"channel-ma":20000,"board-ma":40000}""");
        await PostAsync(port, "channel/a/layout", layout);
        await PostAsync(port, "live", live);
    }

    private static void Stop(SimulatorProcess run)
    {
        run.Stop();
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
    }

    private static async Task<int> FramesAsync(int port)
    {
        JsonElement live = await GetAsync(port, "live");
        return live.TryGetProperty("ddp", out _) && live.GetProperty("shows").GetString() == "ddp" ? FramesIn(live) : 0;
    }

    // Wherever the answer has them.
    private static int FramesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Max(member => member.Name == "frames" ? member.Value.GetInt32()
            : FramesIn(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(FramesIn).DefaultIfEmpty().Max(),
        _ => 0,
    };

    private static async Task<JsonElement> GetAsync(int port, string path) =>
        JsonDocument.Parse(await Client.GetStringAsync($"http://localhost:{port}/api/{path}")).RootElement;

    private static async Task PostAsync(int port, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        using HttpResponseMessage answer = await Client.PostAsync($"http://localhost:{port}/api/{path}", content);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static int FreeOffset()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return Math.Min(39_000, ((IPEndPoint)probe.Client.LocalEndPoint!).Port - 4048);
    }

    private static bool HasDecoder()
    {
        try
        {
            return Decode("-version") == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int Decode(params string[] arguments)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true, RedirectStandardOutput = true };
        Array.ForEach(["-nostdin", "-v", "error", .. arguments], start.ArgumentList.Add);
        using Process decoder = Process.Start(start)!;
        decoder.StandardOutput.ReadToEnd();
        decoder.WaitForExit();
        return decoder.ExitCode;
    }

    // Where each LED hangs; told again here, so that a fault of the firmware's is not its own witness.
    private sealed class Hanging(int width, int height, bool isByColumns, bool isTurned)
    {
        // A quarter of the grid that lies on one strip in both ways of hanging: its pixels and where they are.
        public IEnumerable<string> Halves(string[] frames, int first)
        {
            int[] places = [.. Enumerable.Range(first, Leds).Select(Place)];
            (int From, int To)[] corner = [.. from row in Enumerable.Range(0, height / 2) from column in Enumerable.Range(0,
                width / 2) select (column, row)];
            foreach ((int right, int down) in new[] { (0, 0), (width / 2, 0), (0, height / 2), (width / 2, height / 2) })
            {
                int[] leds = [.. corner.Select(at => Array.IndexOf(places, ((at.To + down) * width) + at.From + right))];
                if (leds.All(led => led >= 0))
                {
                    foreach (string frame in frames)
                    {
                        yield return $"{right} {down} " + string.Concat(leds.Select(led => frame.Substring(led * 6, 6)));
                    }
                }
            }
        }

        private int Place(int led)
        {
            int length = isByColumns ? height : width;
            int line = led / length;
            int along = led % length;
            along = isByColumns && line % 2 == 1 ? height - 1 - along : along;
            int place = isByColumns ? (along * width) + line : (line * width) + along;
            return isTurned ? (width * height) - 1 - place : place;
        }
    }
}
