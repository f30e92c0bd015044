using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.WebServer;

namespace NanoFirmware.HostTests.Web;

[TestClass]
[RealTime]
public class WebServerRouteTests
{
    [TestMethod]
    [DataRow("api/channel/A/Brightness", "a", DisplayName = "values are lower-cased")]
    [DataRow("API/CHANNEL/b/brightness?x=1", "b", DisplayName = "paths match in any case and without their query")]
    public async Task A_route_gives_its_values_to_a_static_handler(string path, string channel)
    {
        using var board = ServedBoard.Routing(typeof(Channels));
        Assert.AreEqual(channel, await board.Client.GetStringAsync(path));
    }

    [TestMethod]
    public async Task A_case_sensitive_route_keeps_the_case_of_values_and_path()
    {
        using var board = ServedBoard.Routing(typeof(Channels));
        Assert.AreEqual("MyName", await board.Client.GetStringAsync("exact/MyName"));
        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.GetAsync("Exact/MyName")).StatusCode);
    }

    [TestMethod]
    public async Task Without_a_method_attribute_only_GET_matches()
    {
        using var board = ServedBoard.Routing(typeof(Channels));
        Assert.AreEqual(HttpStatusCode.NotFound, (await board.Client.PostAsync("api/channel/a/brightness", null)).StatusCode);
        Assert.AreEqual("posted", await (await board.Client.PostAsync("posts", null)).Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Two_matching_routes_answer_500_and_name_both()
    {
        using var board = ServedBoard.Routing(typeof(Twice));
        HttpResponseMessage answer = await board.Client.GetAsync("twice/x");
        string body = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
        StringAssert.Contains(body, nameof(Twice.First));
        StringAssert.Contains(body, nameof(Twice.Second));
    }

    [TestMethod]
    public void A_handler_that_is_not_static_has_no_instance()
    {
        using var board = ServedBoard.Routing(typeof(NotStatic));
        using System.Net.Sockets.Socket client = board.Call("GET /state HTTP/1.1\r\n\r\n");
        Assert.IsTrue(SpinWait.SpinUntil(() => board.HandlerFailure != null, 20_000), "the host hears of it");
        Assert.IsInstanceOfType<System.Reflection.TargetException>(board.HandlerFailure);
    }

    [TestMethod]
    [DataRow(null, HttpStatusCode.Unauthorized)]
    [DataRow("user:wrong", HttpStatusCode.Unauthorized)]
    [DataRow("user:pass word", HttpStatusCode.OK)]
    public async Task A_basic_route_asks_for_its_user(string credential, HttpStatusCode expected)
    {
        using var board = ServedBoard.Routing(typeof(Guarded));
        using var request = new HttpRequestMessage(HttpMethod.Get, "basic");
        if (credential != null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credential)));
        }

        HttpResponseMessage answer = await board.Client.SendAsync(request);
        Assert.AreEqual(expected, answer.StatusCode);
        Assert.AreEqual(credential == null, answer.Headers.WwwAuthenticate.Count == 1);
    }

    [TestMethod]
    [DataRow(null, HttpStatusCode.OK, "anybody")]
    [DataRow("sesame", HttpStatusCode.OK, "friend")]
    [DataRow("wrong", HttpStatusCode.Unauthorized, "")]
    public async Task Of_an_open_and_a_guarded_route_the_client_gets_the_one_it_has_shown_itself_for(
        string key, HttpStatusCode status, string answer)
    {
        using var board = ServedBoard.Routing(typeof(Both));
        using var request = new HttpRequestMessage(HttpMethod.Get, "both");
        if (key != null)
        {
            request.Headers.Add("ApiKey", key);
        }

        HttpResponseMessage response = await board.Client.SendAsync(request);
        Assert.AreEqual(status, response.StatusCode);
        Assert.AreEqual(answer, await response.Content.ReadAsStringAsync());
    }

    [TestMethod]
    [DataRow("wrong", HttpStatusCode.Unauthorized)]
    [DataRow("sesame", HttpStatusCode.OK)]
    public async Task A_key_route_asks_for_its_key(string key, HttpStatusCode expected)
    {
        using var board = ServedBoard.Routing(typeof(Guarded));
        using var request = new HttpRequestMessage(HttpMethod.Get, "key");
        request.Headers.Add("ApiKey", key);
        Assert.AreEqual(expected, (await board.Client.SendAsync(request)).StatusCode);
    }

    [TestMethod]
    public async Task A_method_that_asks_for_nothing_is_open_in_a_guarded_controller()
    {
        using var board = ServedBoard.Routing(typeof(Guarded));
        Assert.AreEqual("open", await board.Client.GetStringAsync("open"));
    }

    [TestMethod]
    [DataRow("/x?a=1&b=two&c=", "a=1;b=two;c=")]
    [DataRow("/x?a=%20", "a=%20", DisplayName = "values are not decoded")]
    [DataRow("/x?flag&a=1", "flag&a=1", DisplayName = "a name without a value swallows the next one")]
    public void Parameters_are_cut_at_their_separators(string url, string expected) => Assert.AreEqual(
        expected,
        string.Join(
            ";", nanoFramework.WebServer.WebServer.DecodeParam(url).Select(parameter => parameter.Name + "=" + parameter.Value)));

    [TestMethod]
    public void A_url_without_a_question_mark_has_no_parameters() =>
        Assert.IsNull(nanoFramework.WebServer.WebServer.DecodeParam("/api/status"));

    [TestMethod]
    public void A_last_parameter_without_a_value_throws_as_on_the_device() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => nanoFramework.WebServer.WebServer.DecodeParam("/x?a=1&flag"));

    public static class Channels
    {
        [Route("api/channel/{id}/brightness")]
        public static void Brightness(WebServerEventArgs e) => ServedBoard.Say(e.Context, e.GetRouteParameter("ID"));

        [Route("exact/{name}")]
        [CaseSensitive]
        public static void Exact(WebServerEventArgs e) => ServedBoard.Say(e.Context, e.GetRouteParameter("name"));

        [Route("posts")]
        [Method("POST")]
        public static void Posts(WebServerEventArgs e) => ServedBoard.Say(e.Context, "posted");
    }

    public static class Twice
    {
        [Route("twice/{a}")]
        public static void First(WebServerEventArgs e) => ServedBoard.Say(e.Context, "first");

        [Route("twice/x")]
        public static void Second(WebServerEventArgs e) => ServedBoard.Say(e.Context, "second");
    }

    public sealed class NotStatic
    {
        private readonly string _state = "state";

        [Route("state")]
        public void State(WebServerEventArgs e) => ServedBoard.Say(e.Context, _state);
    }

    public static class Both
    {
        [Route("both")]
        [Authentication("ApiKey:sesame")]
        public static void Friend(WebServerEventArgs e) => ServedBoard.Say(e.Context, "friend");

        [Route("both")]
        public static void Anybody(WebServerEventArgs e) => ServedBoard.Say(e.Context, "anybody");
    }

    [Authentication("Basic:user pass word")]
    public static class Guarded
    {
        [Route("basic")]
        public static void Basic(WebServerEventArgs e) => ServedBoard.Say(e.Context, "in");

        [Route("key")]
        [Authentication("ApiKey:sesame")]
        public static void Key(WebServerEventArgs e) => ServedBoard.Say(e.Context, "in");

        [Route("open")]
        [Authentication("None")]
        public static void Open(WebServerEventArgs e) => ServedBoard.Say(e.Context, "open");
    }
}
