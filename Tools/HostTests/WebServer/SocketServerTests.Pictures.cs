using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Net;

namespace NanoFirmware.HostTests.WebServer;

/// <content>What clients are shown and told.</content>
public sealed partial class SocketServerTests
{
    [TestMethod]
    public void Pictures_are_the_strips_as_they_were_sent_last()
    {
        _device.Post("/api/channel/a", """{"pattern":"solid","palette":"custom"}""");
        _device.Settle();
        PeerLine line = Connect();
        Say(line, """{"preview":10}""");

        Pass(100);

        byte[] answer = line.Receive();
        CollectionAssert.AreEqual(new byte[] { 0x82, 126, 544 >> 8, 544 & 255, 1, 0, 0, 180 }, answer[..8]);
        CollectionAssert.AreEqual(_device.LightA, answer[8..548]);
        Assert.AreEqual(1, answer[548 + 5], "and the other strip behind it");
        Pass(50);
        Assert.HasCount(0, line.Receive(), "ten a second, not twenty");
    }

    [TestMethod]
    public void An_event_has_what_was_heard_and_misses_no_onset_between_two()
    {
        PeerLine line = Connect();
        Say(line, """{"events":20}""");
        var heard = new NanoFirmware.Audio.AudioSnapshot
        {
            Sequence = 0x01020304,
            CapturedUs = 0x0A0B0C0D,
            Level = 200,
            Onsets = 3,
            Beats = 1,
            Bar = 0,
        };
        heard.Bands[15] = 99;
        _device.Device.Exchange.Publish(heard);

        Pass(50);

        byte[] answer = line.Receive();
        Assert.HasCount(2 + 28, answer);
        CollectionAssert.AreEqual(new byte[] { 0x82, 28, 2, 1, 2, 3, 4, 10, 11, 12, 13, 200, 99, 7 }, answer[..14]);
        Assert.AreEqual(99, answer[^1]);
        Pass(50);
        Assert.AreEqual(0, line.Receive()[13], "told once");
    }
}
