using System.Net;
using System.Net.Http.Headers;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public sealed class PatientHandlerTests
{
    [TestMethod]
    public async Task A_busy_device_is_asked_again_with_the_same_body_and_a_refusal_is_not()
    {
        var device = new Device(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.BadRequest);
        using var client = new HttpClient(new PatientHandler(device));
        using var body = new StringContent("x");

        using HttpResponseMessage answer = await client.PostAsync("http://device/api", body);

        Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.AreEqual("x x x", string.Join(' ', device.Bodies));
    }

    private sealed class Device(params HttpStatusCode[] answers) : HttpMessageHandler
    {
        internal List<string> Bodies { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ending)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(ending));
            var answer = new HttpResponseMessage(answers[Bodies.Count - 1]);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
            return answer;
        }
    }
}
