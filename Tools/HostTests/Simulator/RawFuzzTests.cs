using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>
/// A thousand broken requests over real sockets: half lines, false lengths, odd chunks, bytes that are no HTTP at all.
/// </summary>
[TestClass]
[RealTime]
public sealed class RawFuzzTests : IDisposable
{
    private const int Requests = 1000;
    private const int Clients = 8;

    private static readonly string[] Lines =
    {
        "GET /api/status HTTP/1.1", "POST /api/channel/a HTTP/1.1", "PUT /api/state HTTP/1.1", "POST /api/backup HTTP/1.0",
        "DELETE /api/presets/1 HTTP/1.1", "POST /json/state HTTP/1.1",
        "get / http/1.1", "GET  /api HTTP/1.1", "POST /api/reset HTTP/9.9", "GET /%zz HTTP/1.1", "OPTIONS * HTTP/1.1",
        "GET /api/" + new string('a', 5000) + " HTTP/1.1", "\u0001\u0002\u0003", "",
    };

    private static readonly string[] Headers =
    {
        "Host: localhost", "Host: evil.example", "Origin: http://evil.example", "Content-Length: 4", "Content-Length: -1",
        "Content-Length: 99999999999", "Content-Length: x",
        "Transfer-Encoding: chunked", "X-Api-Key: " + new string('k', 500), "Expect: 100-continue", ": no name", "no colon",
        "Connection: keep-alive", new string('h', 3000) + ": x",
    };

    private static readonly string[] Bodies = { "", "{", "{\"brightness\":300}", "5\r\n{\"a\":\r\n", "zz\r\n", "\0\0\0\0",
        "{\"backup\":1,\"a\":{\"speed\":-1}}", "{\"confirm\":fals", new string('[', 2000) };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new PatientHandler()) { Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public async Task The_device_goes_on_unchanged_with_no_frame_torn_and_no_thread_left()
    {
        int port = SimulatorProcess.FreePortPair();
        _client.BaseAddress = new Uri($"http://localhost:{port}/api/");
        using SimulatorProcess run = SimulatorProcess.Start(
            "--headless", "--port", $"{port}", "--signal", "song", "--state", _folder["state"], "--report", _folder["r.json"]);
        await run.WaitUntilAsync(
            async () => (await GetAsync("status")).Contains("\"frames\"", StringComparison.Ordinal), "an answer");
        string before = await GetAsync("state");
        int threads = run.Threads;

        string[][] firstLines = await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => SendAllAsync(port, new Random(client), Requests / Clients)));

        Assert.AreEqual(before, await GetAsync("state"), "what is set");
        await run.WaitUntilAsync(() => Task.FromResult(run.Threads <= threads + Clients), "threads to end");
        string[] answers = firstLines.SelectMany(each => each).Where(each => each.Length > 0).ToArray();
        Assert.IsTrue(answers.Length > Requests / 4, answers.Length + " answers");
        foreach (string line in answers)
        {
            // Some of these are the server's library's, which reads a request before it is ours.
            StringAssert.Matches(
                line,
                new("^HTTP/1.[01] (100|200|204|302|400|401|403|404|405|408|409|411|413|414|417|429|431|500|501|503|505)\\b"));
        }

        run.Stop();
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        JsonElement report = JsonDocument.Parse(File.ReadAllText(_folder["r.json"])).RootElement;
        foreach (string channel in new[] { "a", "b" })
        {
            Assert.AreEqual(0, report.GetProperty("channels").GetProperty(channel).GetProperty("tornFrames").GetInt32());
        }
    }

    private static async Task<string[]> SendAllAsync(int port, Random random, int count)
    {
        var answers = new List<string>();
        for (int i = 0; i < count; i++)
        {
            answers.Add(await SendAsync(port, Broken(random)));
        }

        return answers.ToArray();
    }

    // Bodies are such that nothing can be meant by them, so whatever the server makes of the rest, nothing may change.
    private static byte[] Broken(Random random)
    {
        var text = new StringBuilder(Lines[random.Next(Lines.Length)]).Append("\r\n");
        for (int headers = random.Next(5); headers > 0; headers--)
        {
            text.Append(Headers[random.Next(Headers.Length)]).Append(random.Next(20) == 0 ? "\n" : "\r\n");
        }

        byte[] bytes = Encoding.Latin1.GetBytes(
            text.Append(random.Next(8) == 0 ? "" : "\r\n").Append(Bodies[random.Next(Bodies.Length)]).ToString());
        return random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    // The first line of the answer; empty when the connection ends without one, or none comes while the client ends its own half.
    private static async Task<string> SendAsync(int port, byte[] request)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("localhost", port);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(request);
            client.Client.Shutdown(SocketShutdown.Send);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            byte[] answer = new byte[256];
            int length = await stream.ReadAsync(answer, patience.Token);
            return Encoding.Latin1.GetString(answer, 0, length).Split('\r')[0];
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            return "";
        }
    }

    private async Task<string> GetAsync(string path) => await _client.GetStringAsync(new Uri(path, UriKind.Relative));
}
