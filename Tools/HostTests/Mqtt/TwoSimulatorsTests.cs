using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>Two simulators of one computer at one broker, each as a device of its own.</summary>
[TestClass]
[RealTime]
public sealed class TwoSimulatorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public async Task Each_has_a_topic_of_its_own_and_the_same_one_after_a_restart()
    {
        using var broker = new Mosquitto();
        using SimulatorProcess first = Begin("first", out Uri here);
        SimulatorProcess second = Begin("second", out Uri there);
        string mine = await TopicAsync(first, here, broker.Port);
        string others = await TopicAsync(second, there, broker.Port);
        Assert.AreNotEqual(mine, others, "topics");
        await second.WaitUntilAsync(
            () => Task.FromResult(broker.Kept("nano/+/status").Length == 2), "both to say that they are there");
        CollectionAssert.AreEquivalent(
            new[] { mine + "/status online", others + "/status online" }, broker.Kept("nano/+/status"), "both are there");

        second.Dispose();
        using SimulatorProcess again = Begin("second", out Uri anew);
        Assert.AreEqual(others, await TopicAsync(again, anew, null), "it comes back as it went");
        JsonElement stayed = await AskAsync(here);
        Assert.AreEqual(1, stayed.GetProperty("connects").GetInt32(), "nobody threw the other out");
        Assert.AreEqual(0, stayed.GetProperty("faults").GetInt32(), "faults");
    }

    private SimulatorProcess Begin(string name, out Uri api)
    {
        int port = SimulatorProcess.FreePortPair();
        api = new Uri($"http://localhost:{port}/api/mqtt");
        return SimulatorProcess.Start("--headless", "--port", $"{port}", "--state", _folder[name]);
    }

    // Where it is found at the broker, once it is; it is told of the broker where a port is given.
    private async Task<string> TopicAsync(SimulatorProcess device, Uri api, int? port)
    {
        if (port is int at)
        {
            await device.WaitUntilAsync(() => TellAsync(api, at), "a device that can be told");
        }

        JsonElement link = default;
        await device.WaitUntilAsync(
            async () => (link = await AskAsync(api)).GetProperty("state").GetString() == "connected", "the broker");
        return link.GetProperty("topic").GetString()!;
    }

    private async Task<bool> TellAsync(Uri api, int port)
    {
        using var told = new StringContent(
            $$"""
            {"on":true,"host":"127.0.0.1","port":{{port}},"user":"{{Mosquitto.User}}","password":"{{Mosquitto.Password}}"}
            """);
        using HttpResponseMessage answer = await _client.PostAsync(api, told);
        return answer.IsSuccessStatusCode;
    }

    private async Task<JsonElement> AskAsync(Uri api)
    {
        using JsonDocument answer = JsonDocument.Parse(await _client.GetStringAsync(api));
        return answer.RootElement.Clone();
    }
}
