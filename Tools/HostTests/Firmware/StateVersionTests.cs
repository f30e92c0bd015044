using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>The version by which a page that polls knows what it has seen.</summary>
[TestClass]
public sealed class StateVersionTests : StoredDeviceTests
{
    [TestMethod]
    public void Versions_of_two_starts_differ()
    {
        string before = Wired.Get("/api/state").Json.GetProperty("version").ToString();
        Restart();

        Assert.AreNotEqual(before, Wired.Get("/api/state").Json.GetProperty("version").ToString());
    }

    [TestMethod]
    public void Versions_of_two_starts_differ_though_their_random_numbers_are_the_same()
    {
        int first = FirstVersion(Wired);
        Restart();
        Wired.Clock.Advance(1);

        Assert.AreNotEqual(first, FirstVersion(Wired));
    }

    [TestMethod]
    public void A_version_stays_as_long_as_nothing_changes()
    {
        string before = Wired.Get("/api/state").Json.GetProperty("version").ToString();
        Wired.Clock.Advance(1_000_000);

        Assert.AreEqual(before, Wired.Get("/api/state").Json.GetProperty("version").ToString());
    }

    private static int FirstVersion(WiredDevice device)
    {
        var request = new Request();
        var reply = new Reply();
        request.Begin("GET", "/api/state");
        reply.Begin();
        new StateController(device.Device, new SnapshotReader(device.Device.Exchange), new Random(1)).Handle(request, reply);
        return JsonDocument.Parse(Encoding.UTF8.GetString(reply.Bytes, 0, reply.Length)).RootElement.GetProperty("version")
            .GetInt32();
    }
}
