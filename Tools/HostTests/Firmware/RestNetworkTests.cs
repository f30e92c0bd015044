using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

[TestClass]
public sealed class RestNetworkTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    [DataRow("/generate_204")]
    [DataRow("/gen_204")]
    [DataRow("/hotspot-detect.html")]
    [DataRow("/connecttest.txt")]
    [DataRow("/ncsi.txt")]
    [DataRow("/canonical.html")]
    [DataRow("/success.txt?ipv4")]
    public void A_probe_for_the_internet_is_led_to_the_page(string url)
    {
        WiredDevice.Answer answer = _device.Get(url);

        Assert.AreEqual(302, answer.Status);
        Assert.AreEqual("", answer.Text);
    }

    [TestMethod]
    [DataRow("/generate_204", 204, "")]
    [DataRow("/hotspot-detect.html", 200, "Success")]
    [DataRow("/connecttest.txt", 200, "Microsoft Connect Test")]
    [DataRow("/ncsi.txt", 200, "Microsoft NCSI")]
    [DataRow("/canonical.html", 200, "captive-portal")]
    [DataRow("/success.txt?ipv4", 200, "success")]
    public void Who_has_opened_the_page_gets_what_ends_the_portal_and_nobody_else(string url, int status, string text)
    {
        _device.From = 7;
        _device.Get("/");

        WiredDevice.Answer seen = _device.Get(url);
        _device.From = 8;
        WiredDevice.Answer other = _device.Get(url);

        Assert.AreEqual(status, seen.Status);
        StringAssert.Contains(seen.Text, text);
        Assert.AreEqual(302, other.Status);
    }

    [TestMethod]
    public void The_page_is_not_redirected() => Assert.AreEqual(200, _device.Get("/").Status);

    [TestMethod]
    public void Names_and_passwords_go_in_and_passwords_never_come_out()
    {
        WiredDevice.Answer answer = _device.Post(
            "/api/network",
            """{"hotspotName":"party","hotspotPassword":"let me in","wifiName":"home","wifiPassword":"swordfish"}""");

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.IsTrue(answer.Json.GetProperty("needsRestart").GetBoolean(), "a new name does not ask for a restart");
        Assert.AreEqual("home", answer.Json.GetProperty("wifiName").GetString());
        StringAssert.DoesNotMatch(_device.Get("/api/network").Text, new("let me in|swordfish"));
        StringAssert.DoesNotMatch(_device.Get("/api/status").Text, new("let me in|swordfish"));
    }

    [TestMethod]
    [DataRow("""{"hotspotPassword":"seven77"}""", "hotspotPassword must have 8 to 63 bytes in UTF-8: it has 7")]
    [DataRow("""{"hotspotName":""}""", "hotspotName must have 1 to 31 bytes in UTF-8: it has 0")]
    [DataRow("""{"hotspotName":"a name of thirty-two characters."}""", "hotspotName must have 1 to 31 bytes in UTF-8: it has 32")]
    [DataRow(
        """{"hotspotName":"éééé thirty characters, more bytes"}""", "hotspotName must have 1 to 31 bytes in UTF-8: it has 38")]
    [DataRow("""{"wifiName":"bell \u0007"}""", "wifiName must have no control characters")]
    [DataRow("""{"wifiPassword":"swordfish"}""", "wifiPassword needs wifiName beside it")]
    [DataRow("""{"wifiName":3}""", "every field is a text: use hotspotName, hotspotPassword, wifiName, wifiPassword")]
    [DataRow("""{"ssid":"x"}""", "unknown field: use hotspotName, hotspotPassword, wifiName, wifiPassword")]
    [DataRow("{}", "no field given: use hotspotName, hotspotPassword, wifiName, wifiPassword")]
    public void What_no_network_can_be_is_refused(string body, string error)
    {
        WiredDevice.Answer answer = _device.Post("/api/network", body);

        Assert.AreEqual(400, answer.Status);
        Assert.AreEqual(error, answer.Error);
        Assert.IsFalse(
            _device.Get("/api/network").Json.GetProperty("needsRestart").GetBoolean(), "a refused name asks for a restart");
    }
}
