using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>What is set of a jam over a restart, and after a factory reset.</summary>
[TestClass]
public sealed class JamKeptTests : IDisposable
{
    private const string Set = """{"room":"JAM347","name":"Anna","a":"strip","b":"off","blend":"add","decayMs":400}""";

    private readonly TemporaryFolder _drive = new();

    public void Dispose() => _drive.Dispose();

    [TestMethod]
    public void Room_name_and_places_are_there_again_after_a_restart()
    {
        using (WiredDevice first = new(_drive.Name))
        {
            first.Post("/api/jam", Set);
            first.Device.Settings.Step(1_000);
            first.Device.Settings.Step(6_500);
        }

        using WiredDevice again = Begin();

        Assert.IsNotNull(again.Device.Audio.Player, "it plays along before anybody asks");
        JsonElement jam = again.Get("/api/jam").Json;
        Assert.AreEqual("JAM347", jam.GetProperty("room").GetString());
        Assert.AreEqual("Anna", jam.GetProperty("name").GetString());
        Assert.AreEqual("strip", jam.GetProperty("a").GetString());
        Assert.AreEqual("off", jam.GetProperty("b").GetString());
        Assert.AreEqual("add", jam.GetProperty("blend").GetString());
        Assert.AreEqual(400, jam.GetProperty("decayMs").GetInt32());
    }

    [TestMethod]
    public void A_factory_reset_forgets_room_name_places_and_recording()
    {
        using (WiredDevice first = new(_drive.Name))
        {
            first.Post("/api/jam", Set);
            Assert.AreEqual(200, first.Post("/api/jam/recording", """{"at":5,"type":"note","note":60}""").Status);
            first.Device.Settings.Flush();
            Assert.IsTrue(first.Device.Reset.Run(), "the reset");
            JsonElement jam = first.Get("/api/jam").Json;
            Assert.AreEqual(JsonValueKind.Null, jam.GetProperty("room").ValueKind, "room");
            Assert.AreNotEqual("Anna", jam.GetProperty("name").GetString());
            Assert.AreEqual(0, jam.GetProperty("recording").GetProperty("events").GetInt32(), "the recording");
        }

        using WiredDevice again = Begin();

        Assert.IsNull(again.Device.Audio.Player, "nothing of a jam is kept");
        Assert.AreEqual(409, again.Get("/api/jam/recording").Status, "no recording");
    }

    private WiredDevice Begin()
    {
        var device = new WiredDevice(_drive.Name);
        JamKeeper.Restore(device.Device);
        return device;
    }
}
