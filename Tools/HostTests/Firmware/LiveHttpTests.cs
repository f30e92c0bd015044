using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// What clients send over real sockets, byte by byte, and what they get: bodies that fail to come, answers that nobody takes,
/// foreign names.
/// </summary>
[TestClass]
[RealTime]
public sealed class LiveHttpTests
{
    // A deadline of the device and what a busy machine adds to it.
    private const int SoonMs = 2000;
    private const int DeadlineMs = 3000;
    private const int SlowHeadersMs = 2400;

    // Of a client that asks again: six refusals in a row end the library's listener.
    private const int PaceMs = 300;
    private static RunningBoard _board;

    [ClassInitialize]
    public static void Start(TestContext context) => _board = new RunningBoard();

    [ClassCleanup]
    public static void Stop() => _board.Dispose();

    [TestInitialize]
    public void AwaitAnswer() => _board.AwaitAnswer();

    [TestMethod]
    [DataRow("POST /api/presets/8/recall", "409")]
    [DataRow("POST /api/reset", "400")]
    [DataRow("POST /api/reset?brightness=10", "400")]
    [DataRow("DELETE /api/presets/8", "200")]
    public void Without_a_length_there_is_no_body_to_wait_for(string line, string status)
    {
        var waited = Stopwatch.StartNew();

        string answer = _board.Ask(line + " HTTP/1.1\r\nHost: 192.168.4.1\r\n\r\n");

        StringAssert.StartsWith(answer, "HTTP/1.1 " + status);
        Assert.IsTrue(waited.ElapsedMilliseconds < SoonMs, $"{waited.ElapsedMilliseconds} ms");
    }

    [TestMethod]
    public void Clients_that_drip_their_bodies_hold_nobody_up_for_longer_than_the_deadline()
    {
        const string Begin = "POST /api/global HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{";
        using Socket one = _board.Call(Begin);
        using Socket other = _board.Call(Begin);
        using var drip = new Timer(_ => Drip(one, other), null, 0, 200);
        var waited = Stopwatch.StartNew();

        string[] answers = { RunningBoard.Answer(one), RunningBoard.Answer(other) };

        Assert.IsTrue(waited.ElapsedMilliseconds < DeadlineMs + (2 * SoonMs), $"{waited.ElapsedMilliseconds} ms");
        StringAssert.StartsWith(answers[0], "HTTP/1.1 408");
        StringAssert.StartsWith(_board.Ask("GET /api/global HTTP/1.1\r\n\r\n"), "HTTP/1.1 200");
    }

    [TestMethod]
    public void Headers_and_body_have_one_deadline_together()
    {
        using Socket client = _board.Call("POST /api/global HTTP/1.1\r\nHost: localhost\r\nX-Drip: ");
        var waited = Stopwatch.StartNew();
        bool isBody = false;
        using var drip = new Timer(_ => Drip(client), null, 0, 200);
        using var end = new Timer(
            _ => isBody = isBody || TrySend(client, "\r\nContent-Length: 1000\r\n\r\n{"), null, SlowHeadersMs, -1);

        string answer = RunningBoard.Answer(client);

        Assert.IsTrue(isBody, "its headers came before it was sent away");
        StringAssert.StartsWith(answer, "HTTP/1.1 408");
        long ms = waited.ElapsedMilliseconds;
        Assert.IsTrue(ms < DeadlineMs + (SlowHeadersMs / 2), $"{ms} ms: the body's time began when the headers were there");
    }

    [TestMethod]
    [DataRow(2, DisplayName = "two clients")]
    [DataRow(16, DisplayName = "as many as there are sockets")]
    public void Clients_that_drip_their_headers_are_sent_away_and_hold_nobody_up(int count)
    {
        const string Begin = "POST /api/global HTTP/1.1\r\nHost: localhost\r\nX-Drip: ";
        int reboots = 0;
        _board.Board.Rebooted += _ => reboots++;
        var waited = Stopwatch.StartNew();
        Socket[] clients = Enumerable.Range(0, count).Select(_ => TryCall(Begin)).OfType<Socket>().ToArray();
        using var drip = new Timer(_ => Drip(clients), null, 0, 200);
        try
        {
            Assert.IsTrue(IsAnsweredWithin(count > 8 ? 2 * SoonMs : SoonMs), "somebody else is answered meanwhile");
            string[] answers = clients.Select(RunningBoard.Answer).ToArray();

            Assert.IsTrue(waited.ElapsedMilliseconds < DeadlineMs + (2 * SoonMs), $"{waited.ElapsedMilliseconds} ms");
            int told = answers.Count(answer => answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal));
            Assert.IsTrue(told >= Math.Min(count, 10), $"{told} of {count} were told why");
            Assert.AreEqual(0, reboots, "the device does not restart for their sake");
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
            IsAnsweredWithin(2 * SoonMs);
        }
    }

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("GET / HT", DisplayName = "half a line")]
    [DataRow("\u0016\u0003\u0001\u0002\u0000\u0001\r\n", DisplayName = "TLS")]
    [DataRow("GET / HTTP/1.1\r\nHost\r\n\r\n", DisplayName = "a header that is none")]
    public void Whoever_says_nothing_or_no_HTTP_takes_no_socket_with_him(string said)
    {
        for (int i = 0; i < 40; i++)
        {
            using Socket client = _board.Call(said);
            client.Shutdown(SocketShutdown.Send);
            RunningBoard.Answer(client);
        }

        Assert.IsTrue(
            SpinWait.SpinUntil(() => _board.Board.Web.OpenSockets <= 1, SoonMs),
            $"{_board.Board.Web.OpenSockets} sockets are open");
        StringAssert.StartsWith(_board.Ask("GET /api/global HTTP/1.1\r\n\r\n"), "HTTP/1.1 200");
    }

    [TestMethod]
    public void A_request_that_is_no_HTTP_is_told_so() =>
        StringAssert.StartsWith(_board.Ask("HELO device\r\n\r\n"), "HTTP/1.1 400");

    [TestMethod]
    public void Who_opens_the_page_of_a_busy_device_is_told_so_in_words_and_the_page_tries_again()
    {
        Admission admission = NanoFirmware.Program.Web.Admission;
        int held = 0;
        try
        {
            while (admission.TryEnter(0, false, 0))
            {
                held++;
            }

            string page = _board.AskOnce(
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,application/xhtml+xml;q=0.9\r\n\r\n");
            string script = _board.AskOnce("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n");
            string api = _board.AskOnce("GET /api/status HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n");

            StringAssert.StartsWith(page, "HTTP/1.1 503");
            StringAssert.Contains(page, "Refresh: 2\r\n");
            StringAssert.Contains(page, "Content-Type: text/html");
            StringAssert.Contains(page, "busy");
            foreach (string answer in new[] { script, api })
            {
                StringAssert.StartsWith(answer, "HTTP/1.1 503");
                StringAssert.Contains(answer, "{\"error\":\"too busy");
                Assert.IsFalse(answer.Contains("Refresh", StringComparison.Ordinal), answer);
            }
        }
        finally
        {
            for (; held > 0; held--)
            {
                admission.Leave();
            }
        }
    }

    [TestMethod]
    public void A_body_that_ends_early_changes_nothing()
    {
        using Socket client = _board.Call("POST /api/global HTTP/1.1\r\nContent-Length: 100\r\n\r\n{\"brightness\":9}");
        client.Shutdown(SocketShutdown.Send);

        StringAssert.StartsWith(RunningBoard.Answer(client), "HTTP/1.1 400");
        StringAssert.EndsWith(_board.Ask("GET /api/global/brightness HTTP/1.1\r\n\r\n"), "{\"value\":255}");
    }

    [TestMethod]
    public void What_is_too_long_is_refused_before_it_has_come()
    {
        using Socket client = _board.Call("POST /api/global HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n{");
        byte[] first = new byte[12];
        var waited = Stopwatch.StartNew();

        client.Receive(first);

        Assert.AreEqual("HTTP/1.1 413", System.Text.Encoding.ASCII.GetString(first));
        Assert.IsTrue(waited.ElapsedMilliseconds < SoonMs, $"{waited.ElapsedMilliseconds} ms");
    }

    [TestMethod]
    [DataRow("DELETE /api/presets/7", "200")]
    [DataRow("DELETE /api/nothing", "404")]
    [DataRow("GET /api/global", "200")]
    [DataRow("POST /api/global", "413")]
    public void A_body_that_nobody_wants_does_not_cost_its_client_the_answer(string line, string status)
    {
        string answer = _board.Ask(line + " HTTP/1.1\r\nContent-Length: 40000\r\n\r\n" + new string(' ', 40_000));

        StringAssert.StartsWith(answer, "HTTP/1.1 " + status);
        StringAssert.DoesNotMatch(answer, new("reset$"));
    }

    [TestMethod]
    public void Clients_that_never_read_their_answer_are_given_up()
    {
        using Socket one = _board.Call("GET / HTTP/1.1\r\n\r\n", receiveBytes: 2000);
        using Socket other = _board.Call("GET / HTTP/1.1\r\n\r\n", receiveBytes: 2000);
        string answer = string.Empty;

        bool served = SpinWait.SpinUntil(
            () => (answer = _board.Ask("GET /api/global HTTP/1.1\r\n\r\n")).StartsWith("HTTP/1.1 200", StringComparison.Ordinal),
            15_000);

        Assert.IsTrue(served, answer);
    }

    [TestMethod]
    [DataRow("captive.apple.com", "/")]
    [DataRow("led.party.com:80", "/anything/else?x=1")]
    [DataRow("evil.example", "/api/status")]
    public void Whoever_asks_by_a_foreign_name_is_led_to_the_address_that_was_called(string host, string path)
    {
        string answer = _board.Ask($"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");

        StringAssert.StartsWith(answer, "HTTP/1.1 302");
        StringAssert.Contains(
            answer, string.Create(CultureInfo.InvariantCulture, $"Location: http://127.0.0.1:{_board.Port}/\r\n"));
    }

    [TestMethod]
    [DataRow("192.168.4.1")]
    [DataRow("localhost:8080")]
    [DataRow("leds")]
    [DataRow("LEDs.local.")]
    [DataRow("leds.fritz.box:80")]
    public void By_its_own_names_it_answers_itself(string host) =>
        StringAssert.StartsWith(_board.Ask($"GET /api/global HTTP/1.1\r\nHost: {host}\r\n\r\n"), "HTTP/1.1 200");

    [TestMethod]
    public void A_head_is_a_get_without_its_body()
    {
        string head = _board.Ask("HEAD /api/channel/b HTTP/1.1\r\n\r\n");
        string get = _board.Ask("GET /api/channel/b HTTP/1.1\r\n\r\n");

        Assert.AreEqual(get[..(get.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)], head);
        StringAssert.EndsWith(_board.Ask("HEAD / HTTP/1.1\r\n\r\n"), "\r\n\r\n");
    }

    [TestMethod]
    [DataRow("GET", "/api/status", true)]
    [DataRow("GET", "/api/channel/a/frame", true)]
    [DataRow("HEAD", "/json/info", true)]
    [DataRow("GET", "/api/network", false)]
    [DataRow("GET", "/api/log", false)]
    [DataRow("GET", "/api/backup", false)]
    [DataRow("POST", "/json/state", false)]
    public void Pages_of_other_sites_may_read_what_is_nobodys_secret_and_no_more(string method, string path, bool open)
    {
        string answer = _board.Ask($"{method} {path} HTTP/1.1\r\nOrigin: http://other.example\r\n\r\n");
        Assert.AreEqual(open, answer.Contains("Access-Control-Allow-Origin: *\r\n", StringComparison.Ordinal), answer);
    }

    [TestMethod]
    public void Who_asks_what_may_be_asked_is_told()
    {
        string answer = _board.Ask("OPTIONS /api/global HTTP/1.1\r\n\r\n");
        StringAssert.StartsWith(answer, "HTTP/1.1 204");
        StringAssert.Contains(answer, "Allow: GET, HEAD, POST, PUT, DELETE, OPTIONS\r\n");
    }

    // Null where the board has no socket left.
    private static Socket TryCall(string request)
    {
        try
        {
            return _board.Call(request);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static bool IsAnsweredWithin(int ms)
    {
        for (var waited = Stopwatch.StartNew(); waited.ElapsedMilliseconds < ms; Thread.Sleep(PaceMs))
        {
            try
            {
                if (_board.Ask("GET /api/global HTTP/1.1\r\n\r\n").StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                {
                    return true;
                }
            }
            catch (SocketException)
            {
                // No socket for it, or nobody listens at this moment.
            }
        }

        return false;
    }

    private static void Drip(params Socket[] clients)
    {
        foreach (Socket client in clients)
        {
            TrySend(client, " ");
        }
    }

    private static bool TrySend(Socket client, string text)
    {
        try
        {
            return client.Send(System.Text.Encoding.ASCII.GetBytes(text)) > 0;
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The board has closed it: that is what the test waits for.
            return false;
        }
    }
}
