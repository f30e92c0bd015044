using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class OriginGuardTests
{
    [TestMethod]
    [DataRow("192.168.4.1", "http://192.168.4.1")]
    [DataRow("localhost:8080", "http://localhost:8080")]
    [DataRow("leds", "http://leds")]
    [DataRow("leds.local", "http://LEDS.local")]
    [DataRow("leds.fritz.box:80", "http://leds.fritz.box:80")]
    public void The_devices_own_page_may_change_things(string host, string origin) => Assert.IsTrue(
        OriginGuard.Allows(host, origin), "the device's own page was turned away");

    [TestMethod]
    public void A_script_may_change_things() => Assert.IsTrue(
        OriginGuard.Allows("anything.example", null), "a script, which sends no origin, was turned away");

    [TestMethod]
    [DataRow("192.168.4.1", "http://evil.example")]
    [DataRow("192.168.4.1", "https://192.168.4.1")]
    [DataRow("192.168.4.1", "http://192.168.4.1:81")]
    [DataRow("192.168.4.1", "null")]
    [DataRow("192.168.4.1", "")]
    [DataRow("evil.example", "http://evil.example")]
    [DataRow("1.2.3.4.evil.example", "http://1.2.3.4.evil.example")]
    public void A_page_from_elsewhere_may_not(string host, string origin) => Assert.IsFalse(
        OriginGuard.Allows(host, origin), "a page from elsewhere was let in");

    [TestMethod]
    public void A_page_that_does_not_say_where_it_is_may_not() => Assert.IsFalse(
        OriginGuard.Allows(null, "http://192.168.4.1"), "a page was let in though the host is not said");
}
