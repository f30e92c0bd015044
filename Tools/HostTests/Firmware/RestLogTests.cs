using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Health;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>However long the sentences are, the log answers with as many as fit.</summary>
[TestClass]
public sealed class RestLogTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    [DataRow("x")]
    [DataRow("ü€")]
    [DataRow("\u0001")]
    public void A_full_log_of_long_sentences_is_told_page_by_page(string character)
    {
        for (int i = 0; i < EventLog.Capacity; i++)
        {
            _device.Supervisor.Log.Note(EventCode.MicrophoneLost, 1, i * 1000);
        }

        for (int length = 1; length <= 100; length++)
        {
            _device.Device.Audio.LastFault = string.Concat(Enumerable.Repeat(character, length));
            int told = 0;
            for (int before = EventLog.Capacity; before > 0; told++)
            {
                WiredDevice.Answer answer = _device.Get("/api/log?before=" + before);
                Assert.AreEqual(200, answer.Status, $"{length} × {character}");
                int count = answer.Json.GetProperty("events").GetArrayLength();
                Assert.IsTrue(count > 0, $"{length} × {character}: nothing before {before}");
                before -= count;
            }
        }
    }
}
