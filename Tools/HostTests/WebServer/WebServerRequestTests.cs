using System.Net;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.WebServer;

namespace NanoFirmware.HostTests.Web;

[TestClass]
public class WebServerRequestTests
{
    [TestMethod]
    public async Task What_matches_no_route_reaches_CommandReceived()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, context.Request.HttpMethod + " " + context.Request.RawUrl));
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
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, Encoding.UTF8.GetString(context.Request.ReadBody())));
        string text = new('x', 20_000);
        HttpResponseMessage answer = await board.Client.PostAsync("echo", new StringContent(text));
        Assert.AreEqual(text, await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_request_without_a_body_reads_as_an_empty_one()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, context.Request.ReadBody().Length + " bytes"));
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
        Assert.IsTrue(wasNull);
    }

    [TestMethod]
    public async Task A_client_whose_oversized_body_nobody_reads_still_gets_its_answer()
    {
        using var board = ServedBoard.Answering(context =>
        {
            context.Response.StatusCode = 413;
            ServedBoard.Say(context, "too large");
        });
        for (int i = 0; i < 5; i++)
        {
            HttpResponseMessage answer = await board.Client.PostAsync("big", new ByteArrayContent(new byte[6 << 20]));
            Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.AreEqual("too large", await answer.Content.ReadAsStringAsync());
        }
    }

    [TestMethod]
    public async Task A_client_that_expects_to_be_told_to_go_on_is_told()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, Encoding.UTF8.GetString(context.Request.ReadBody())));
        using var request = new HttpRequestMessage(HttpMethod.Post, "expect") { Content = new StringContent("{\"value\":40}") };
        request.Headers.ExpectContinue = true;
        HttpResponseMessage answer = await board.Client.SendAsync(request);
        Assert.AreEqual("{\"value\":40}", await answer.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task A_body_in_the_answer_to_HEAD_does_not_spoil_the_next_request()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, "body of " + context.Request.HttpMethod));
        for (int i = 0; i < 5; i++)
        {
            HttpResponseMessage head = await board.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "page"));
            Assert.AreEqual(HttpStatusCode.OK, head.StatusCode);
            Assert.AreEqual("body of GET", await board.Client.GetStringAsync("page"));
        }
    }

    [TestMethod]
    public async Task The_connection_closes_after_every_response()
    {
        using var board = ServedBoard.Answering(context => ServedBoard.Say(context, "done"));
        HttpResponseMessage answer = await board.Client.GetAsync("once");
        Assert.IsTrue(answer.Headers.ConnectionClose);
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
        Assert.AreEqual(HttpStatusCode.InternalServerError, (await board.Client.GetAsync("bad")).StatusCode);
        Assert.AreEqual("no such channel", board.HandlerFailure.Message);
        Assert.AreEqual("fine", await board.Client.GetStringAsync("good"));
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
