using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.WebServer;

namespace NanoFirmware.HostTests.Web;

[TestClass]
[RealTime]
public class WebServerRequestTests
{
    [TestMethod]
    public async Task What_matches_no_route_reaches_CommandReceived()
    {
        using var board = ServedBoard.Answering(
            context => ServedBoard.Say(context, context.Request.HttpMethod + " " + context.Request.RawUrl));
        Assert.AreEqual("GET /api/status?x=1", await board.Client.GetStringAsync("api/status?x=1"));
    }

    [TestMethod]
    public async Task Without_a_handler_the_answer_is_404()
    {
        using var board = ServedBoard.Routing();
        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("nothing")).StatusCode);
    }

    [TestMethod]
    public async Task Every_request_has_a_thread_of_its_own()
    {
        using var both = new Barrier(2);
        using var board = ServedBoard.Answering(context =>
        {
            ServedBoard.Say(context, both.SignalAndWait(TimeSpan.FromSeconds(15)) ? "together" : "alone");
        });
        string[] answers = await Task.WhenAll(board.Client.GetStringAsync("a"), board.Client.GetStringAsync("b"));
        Assert.AreEqual("together and together", string.Join(" and ", answers));
    }

    [TestMethod]
    public async Task A_body_is_read_whole()
    {
        using var board = ServedBoard.Answering(
            context => ServedBoard.Say(context, Encoding.UTF8.GetString(context.Request.ReadBody())));
        string text = new('x', 20_000);
        HttpResponseMessage answer = await board.Client.PostAsync("echo", new StringContent(text));
        Assert.AreEqual(text, await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_request_without_a_body_reads_as_an_empty_one()
    {
        using var board = ServedBoard.Answering(
            context => ServedBoard.Say(context, context.Request.ReadBody().Length + " bytes"));
        Assert.AreEqual("0 bytes", await board.Client.GetStringAsync("nobody"));
    }

    [TestMethod]
    public void A_body_that_ends_early_is_filled_up_with_zeros()
    {
        byte[] body = null;
        using var board = ServedBoard.Answering(context => body = context.Request.ReadBody());
        board.Raw("POST / HTTP/1.1\r\nHost: localhost:" + board.HostPort + "\r\nContent-Length: 8\r\n\r\nabc");
        CollectionAssert.AreEqual(new byte[] { (byte)'a', (byte)'b', (byte)'c', 0, 0, 0, 0, 0 }, body);
    }

    [TestMethod]
    public void A_body_that_the_board_cannot_hold_reads_as_null()
    {
        bool wasNull = false;
        using var board = ServedBoard.Answering(context => wasNull = context.Request.ReadBody() is null);
        board.Raw("POST / HTTP/1.1\r\nHost: localhost:" + board.HostPort + "\r\nContent-Length: 9000000\r\n\r\nabc");
        Assert.IsTrue(wasNull, "a body that did not fit was handed over");
    }

    [TestMethod]
    public void A_body_that_nobody_reads_costs_its_client_the_connection()
    {
        using var board = ServedBoard.Answering(context => context.Response.ContentLength64 = 0);
        using var client = new TcpClient("127.0.0.1", board.HostPort);
        client.Client.Send(Encoding.ASCII.GetBytes("POST / HTTP/1.1\r\nContent-Length: 3000\r\n\r\n" + new string('x', 3000)));

        SocketException broken = Assert.ThrowsExactly<SocketException>(() =>
        {
            while (client.Client.Receive(new byte[1000]) > 0)
            {
            }
        });

        Assert.AreEqual(SocketError.ConnectionReset, broken.SocketErrorCode, "nothing is drained for a handler's sake");
    }

    [TestMethod]
    [DataRow("Host: captive.apple.com\r\n", "captive.apple.com -1", DisplayName = "another's name, no length")]
    [DataRow("Content-Length: 0\r\n", " 0", DisplayName = "no name, no body")]
    [DataRow("Host: a:81\r\nTransfer-Encoding: chunked\r\n", "a:81 -1", DisplayName = "chunks")]
    public void Whatever_host_a_client_names_it_is_served_and_a_length_that_it_does_not_say_is_minus_one(
        string headers, string seen)
    {
        using var board = ServedBoard.Answering(context =>
            ServedBoard.Say(context, context.Request.Headers["Host"] + " " + context.Request.ContentLength64));
        StringAssert.EndsWith(board.Raw("POST / HTTP/1.1\r\n" + headers + "\r\n"), "\r\n\r\n" + seen);
    }

    [TestMethod]
    public void A_stream_waits_for_ever_until_it_is_told_how_long_and_then_throws()
    {
        Exception thrown = null;
        bool can = false;
        using var board = ServedBoard.Answering(context =>
        {
            Stream body = context.Request.InputStream;
            can = body.CanTimeout && context.Response.OutputStream.CanTimeout;
            body.ReadTimeout = 50;
            try
            {
                _ = body.Read(new byte[10], 0, 10);
            }
            catch (SocketException timeout)
            {
                thrown = timeout;
            }

            context.Response.ContentLength64 = 0;
        });
        using var client = new TcpClient("127.0.0.1", board.HostPort);
        client.Client.Send("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n"u8);

        Assert.IsTrue(client.Client.Receive(new byte[1000]) > 0, "an answer");
        Assert.IsTrue(can, "both directions can time out");
        Assert.AreEqual(SocketError.TimedOut, ((SocketException)thrown).SocketErrorCode);
    }

    [TestMethod]
    public void What_a_client_does_not_take_holds_the_handler_up()
    {
        bool heldUp = false;
        using var board = ServedBoard.Answering(context =>
        {
            Stream answer = context.Response.OutputStream;
            answer.WriteTimeout = 200;
            try
            {
                answer.Write(new byte[200_000], 0, 200_000);
            }
            catch (SocketException timeout)
            {
                heldUp = timeout.SocketErrorCode == SocketError.TimedOut;
            }
        });
        using var client = new TcpClient { ReceiveBufferSize = 2000 };
        client.Connect("127.0.0.1", board.HostPort);
        client.Client.Send("GET / HTTP/1.1\r\n\r\n"u8);

        Assert.IsTrue(SpinWait.SpinUntil(() => heldUp, 10_000), "the buffers hold a few thousand bytes, no more");
    }

    [TestMethod]
    public void The_library_sends_a_body_to_HEAD_too_when_one_is_written()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, "body of " + context.Request.HttpMethod));
        StringAssert.EndsWith(board.Raw("HEAD / HTTP/1.1\r\n\r\n"), "body of HEAD");
    }

    [TestMethod]
    public async Task The_connection_closes_after_every_response()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, "done"));
        HttpResponseMessage answer = await board.Client.GetAsync("once");
        Assert.IsTrue(answer.Headers.ConnectionClose, "the connection stays open");
    }

    [TestMethod]
    public async Task A_handler_that_throws_is_told_to_the_host_and_ends_its_request_alone()
    {
        using var board = ServedBoard.Answering(context =>
        {
            if (context.Request.RawUrl == "/bad")
            {
                throw new InvalidOperationException("no such channel");
            }

            ServedBoard.Say(context, "fine");
        });
        using Socket client = board.Call("GET /bad HTTP/1.1\r\n\r\n");
        Assert.IsTrue(SpinWait.SpinUntil(() => board.HandlerFailure != null, 20_000), "the host hears of it");
        Assert.AreEqual("no such channel", board.HandlerFailure.Message);
        Assert.AreEqual(2, board.Web.OpenSockets, "its client waits for ever, as the device's does");
        Assert.AreEqual("fine", await board.Client.GetStringAsync("good"));
    }

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("\u0016\u0003\u0001\r\n", DisplayName = "no HTTP")]
    [DataRow("GET / HTTP/1.1\r\nHos", DisplayName = "half of a header")]
    public void What_the_server_does_not_close_keeps_its_socket_over_every_collection_until_its_listener_is_gone(string said)
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, "fine"));
        for (int i = 0; i < 3; i++)
        {
            using Socket client = board.Call(said);
            client.Shutdown(SocketShutdown.Send);
        }

        Assert.IsTrue(SpinWait.SpinUntil(() => board.Web.OpenSockets == 4, 20_000), $"{board.Web.OpenSockets} sockets");
        nanoFramework.Runtime.Native.GC.Run(false);
        Assert.AreEqual(4, board.Web.OpenSockets, "the listener holds on to them");
        board.Web.Dispose();
        bool Collects() => nanoFramework.Runtime.Native.GC.Run(false) > 0 && board.Web.OpenSockets == 0;
        Assert.IsTrue(SpinWait.SpinUntil(Collects, 20_000), "a collection finds them, once their threads have ended");
    }

    [TestMethod]
    public void A_connection_that_is_closed_under_its_reader_ends_the_read_and_says_200_of_a_request_that_never_came()
    {
        bool ended = false;
        using var board = ServedBoard.Listening(context =>
        {
            using var close = new Timer(_ => context.Close(), null, 100, Timeout.Infinite);
            Assert.IsNull(context.Request.RawUrl, "nothing was said");
            ended = true;
        });
        using Socket client = board.Call("GET / HT");

        byte[] answer = new byte[100];
        int count = client.Receive(answer);

        StringAssert.StartsWith(Encoding.ASCII.GetString(answer, 0, count), "HTTP/1.1 200 OK\r\n");
        Assert.IsTrue(SpinWait.SpinUntil(() => ended, 20_000), "the reader goes on");
    }

    [TestMethod]
    public void Beyond_sixteen_sockets_nobody_is_accepted_and_six_refusals_in_a_row_end_the_listener()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, "fine"));
        Socket[] clients = Enumerable.Range(0, 15).Select(_ => board.Call("GET / HTTP/1.1\r\n")).ToArray();
        Assert.IsTrue(SpinWait.SpinUntil(() => board.Web.OpenSockets == 16, 20_000), $"{board.Web.OpenSockets} sockets");

        for (int i = 0; i < 6; i++)
        {
            Assert.IsTrue(board.Web.IsListening, $"after {i} refusals");
            Assert.Throws<IOException>(() => board.Raw("GET / HTTP/1.1\r\n\r\n"), "it is reset");
        }

        Assert.IsTrue(SpinWait.SpinUntil(() => !board.Web.IsListening, 20_000), "the listener gives up");
        Assert.IsTrue(board.Server.IsRunning, "and says nothing of it");
        Array.ForEach(clients, client => client.Dispose());
    }

    [TestMethod]
    public async Task A_thousand_requests_from_eight_clients_all_succeed()
    {
        using var board = ServedBoard.Answering(context =>
            ServedBoard.Say(context, Encoding.UTF8.GetString(context.Request.ReadBody())));
        int good = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            for (int i = 0; i < 125; i++)
            {
                string text = client + ":" + i;
                HttpResponseMessage answer = await board.Client.PostAsync("echo", new StringContent(text));
                if (await answer.Content.ReadAsStringAsync() == text)
                {
                    Interlocked.Increment(ref good);
                }
            }
        })));
        Assert.AreEqual(1000, good);
        Assert.AreEqual(1000, board.Web.Requests);
    }
}
