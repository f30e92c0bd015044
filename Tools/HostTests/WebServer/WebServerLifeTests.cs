using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.WebServer;

namespace NanoFirmware.HostTests.Web;

[TestClass]
[RealTime]
public class WebServerLifeTests
{
    [TestMethod]
    public void It_listens_on_loopback_only()
    {
        using var board = ServedBoard.Routing();
        IPEndPoint[] listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(end => end.Port == board.HostPort).ToArray();
        Assert.AreNotEqual(0, listening.Length);
        Assert.IsTrue(listening.All(end => IPAddress.IsLoopback(end.Address)), "it listens to other machines too");
    }

    [TestMethod]
    public void A_taken_port_leaves_the_server_not_running_and_its_reason_with_the_host()
    {
        using var board = new ServedBoard();
        var statuses = new List<WebServerStatus>();
        board.Server.WebServerStatusChanged += (_, e) => statuses.Add(e.Status);
        using var other = new TcpListener(IPAddress.Loopback, board.HostPort);
        other.Start();

        Assert.IsTrue(board.Server.Start(), "the device's thread starts, and finds the port taken");

        Assert.IsFalse(board.Server.IsRunning, "a server without its port says that it runs");
        Assert.IsInstanceOfType<HttpListenerException>(board.Web.StartFailure);
        CollectionAssert.AreEqual(new[] { WebServerStatus.Running, WebServerStatus.Stopped }, statuses);
    }

    [TestMethod]
    public async Task Once_the_port_is_free_the_same_server_starts()
    {
        using var board = new ServedBoard();
        using (var other = new TcpListener(IPAddress.Loopback, board.HostPort))
        {
            other.Start();
            board.Server.Start();
        }

        board.Server.Start();

        Assert.IsTrue(board.Server.IsRunning, "it does not run though the port is free");
        Assert.IsNull(board.Web.StartFailure);
        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("there")).StatusCode);
    }

    [TestMethod]
    public async Task Clients_that_call_while_it_starts_do_not_take_its_port_away()
    {
        using var board = ServedBoard.Routing();
        using var end = new CancellationTokenSource();
        Task[] clients = Enumerable.Range(0, 3).Select(_ => Task.Run(() => CallOnAndOn(board.HostPort, end.Token))).ToArray();
        for (int i = 0; i < 100; i++)
        {
            board.Server.Stop();
            board.Server.Start();
            Assert.IsTrue(board.Server.IsRunning, board.Web.StartFailure?.Message);
        }

        await end.CancelAsync();
        await Task.WhenAll(clients);
        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("there")).StatusCode);
    }

    [TestMethod]
    public void Starting_twice_is_refused_and_changes_nothing()
    {
        using var board = ServedBoard.Routing();
        Assert.IsFalse(board.Server.Start(), "a second start was not refused");
        Assert.IsTrue(board.Server.IsRunning, "a second start stopped the server");
    }

    [TestMethod]
    public async Task A_stopped_server_starts_again_on_the_same_port()
    {
        using var board = ServedBoard.Routing();
        for (int i = 0; i < 3; i++)
        {
            board.Server.Stop();
            Assert.IsFalse(board.Server.IsRunning, "a stopped server says that it runs");
            await NobodyAnswersAsync(board, "gone");
            board.Server.Start();
            Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("back")).StatusCode);
        }
    }

    [TestMethod]
    public async Task A_listener_that_died_in_silence_still_says_that_it_runs_and_comes_back_by_a_restart()
    {
        using var board = ServedBoard.Routing();
        board.Web.DieInSilence();
        Assert.IsTrue(board.Server.IsRunning, "a listener that died says that it does not run");
        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => board.Client.GetAsync("dead"));

        board.Server.Stop();
        board.Server.Start();

        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("alive")).StatusCode);
    }

    [TestMethod]
    public async Task A_server_without_its_thread_answers_nobody_until_it_is_stopped_and_started()
    {
        using var board = ServedBoard.Routing();
        board.Web.StopServing();
        await NobodyAnswersAsync(board, "hello");
        Assert.AreEqual(0, board.Web.Requests);

        board.Server.Stop();
        board.Server.Start();

        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("back")).StatusCode);
    }

    [TestMethod]
    public async Task A_listener_that_hangs_in_accept_is_not_helped_by_a_stop_and_a_start_and_keeps_its_port()
    {
        using var board = ServedBoard.Routing();
        board.Web.HangInAccept();
        board.Server.Stop();
        board.Server.Start();

        Assert.IsTrue(board.Server.IsRunning, "a listener that hangs says that it does not run");
        await NobodyAnswersAsync(board, "hello");
        using var other = new nanoFramework.WebServer.WebServer(ServedBoard.DevicePort, HttpProtocol.Http, IPAddress.Any);
        other.Start();
        Assert.IsFalse(other.IsRunning, "its port is taken");
    }

    [TestMethod]
    [DataRow(false, "192.168.1.50", DisplayName = "the station's address comes first")]
    [DataRow(true, "192.168.1.50", DisplayName = "every interface, when asked for")]
    public async Task Without_an_address_it_is_reached_over_the_first_interface_alone(bool everywhere, string first)
    {
        using var board = new ServedBoard(everywhere ? IPAddress.Any : null);
        board.Join("home");
        board.Server.Start();
        foreach (string called in new[] { first, "192.168.4.1", "127.0.0.1" })
        {
            board.Web.Called = IPAddress.Parse(called);
            bool reaches = everywhere || called == first;
            if (reaches)
            {
                Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("there")).StatusCode, called);
            }
            else
            {
                // A connection that is closed as soon as it stands is a socket's error to a client that looks at it in that
                // moment.
                Exception refused = await Assert.ThrowsAsync<Exception>(() => board.Client.GetAsync("there"), called);
                Assert.IsTrue(refused is HttpRequestException or SocketException, $"{called}: {refused}");
            }
        }

        Assert.AreEqual(everywhere, ServedBoard.CallsItself(), "the board's own loopback");
    }

    private static async Task NobodyAnswersAsync(ServedBoard board, string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsExactlyAsync<TaskCanceledException>(() => board.Client.GetAsync(path, patience.Token));
    }

    [TestMethod]
    public async Task A_board_that_is_switched_off_serves_no_more()
    {
        using var board = ServedBoard.Routing();
        board.Web.Dispose();
        await Assert.ThrowsExactlyAsync<HttpRequestException>(() => board.Client.GetAsync("off"));
    }

    private static void CallOnAndOn(int port, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", port);
                client.Client.Send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
            }
            catch (SocketException)
            {
                Thread.Yield();
            }
        }
    }

    [TestMethod]
    public async Task A_file_goes_out_with_the_type_that_its_name_implies()
    {
        byte[] content = Enumerable.Range(0, 5000).Select(i => (byte)i).ToArray();
        using var board = ServedBoard.Answering(context =>
            nanoFramework.WebServer.WebServer.SendFileOverHTTP(context.Response, "style.CSS", content));
        HttpResponseMessage answer = await board.Client.GetAsync("style");
        Assert.AreEqual("text/css", answer.Content.Headers.ContentType.MediaType);
        CollectionAssert.AreEqual(content, await answer.Content.ReadAsByteArrayAsync());
    }
}
