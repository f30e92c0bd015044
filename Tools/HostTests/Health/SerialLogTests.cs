using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Health;
using NanoFirmware.HostTests.Firmware;
using NanoHost;

namespace NanoFirmware.HostTests.Health;

/// <summary>What the log notes is said on the serial line too, as far as it is wanted.</summary>
[TestClass]
public sealed class SerialLogTests : IDisposable
{
    private readonly WiredDevice _device = new();
    private readonly List<string> _said = new();

    public SerialLogTests() => SimulatedBoard.Current.Said += _said.Add;

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Each_event_is_said_once_in_the_words_of_the_log_and_never_two_in_a_look()
    {
        _device.Supervisor.Log.Note(EventCode.LoadLevel, 2, 61_000);
        _device.Supervisor.Log.Note(EventCode.Refused, 5, 62_000);
        _device.Supervisor.Look(70_000);
        Assert.AreEqual("61 s: load level: 2", string.Join('|', _said));
        _device.Supervisor.Look(70_250);
        _device.Supervisor.Look(70_500);

        Assert.AreEqual("61 s: load level: 2|62 s: requests refused: 5", string.Join('|', _said));
        StringAssert.Contains(_device.Get("/api/log").Text, "requests refused: 5");
    }

    [TestMethod]
    [DataRow("faults", "2 s: storage failed, times: 3")]
    [DataRow("none", "")]
    public void What_is_not_wanted_is_neither_said_nor_kept(string level, string said)
    {
        Assert.AreEqual(200, _device.Post("/api/global", $$"""{"log-level":"{{level}}"}""").Status);
        _device.Supervisor.Log.Note(EventCode.LoadLevel, 2, 1_000);
        _device.Supervisor.Log.Note(EventCode.StorageFailed, 3, 2_000);
        _device.Supervisor.Look(3_000);
        _device.Supervisor.Look(3_250);

        Assert.AreEqual(said, string.Join('|', _said));
        Assert.AreEqual(said.Length == 0 ? 0 : 1, _device.Get("/api/log").Json.GetProperty("events").GetArrayLength());
    }

    [TestMethod]
    public void Of_more_than_the_log_keeps_the_newest_are_said()
    {
        for (int i = 0; i < EventLog.Capacity + 20; i++)
        {
            _device.Supervisor.Log.Note(EventCode.Refused, i, 0);
        }

        _device.Supervisor.Look(1_000);

        Assert.AreEqual("0 s: requests refused: 20", string.Join('|', _said));
    }
}
