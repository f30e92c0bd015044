using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

/// <summary>Frames of E1.31 that a synchronization universe holds.</summary>
[TestClass]
public class E131SyncTests
{
    private const int Ann = 1;

    [TestMethod]
    public void A_synchronization_universe_holds_frames_once_it_has_spoken()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, WithSync(LiveMessage.E131(1, 1, 100, Ann, 50), 7));
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(50, booth.RedOf(0));

        booth.Send(e131, LiveMessage.E131Sync(7, Ann));
        booth.Send(e131, WithSync(LiveMessage.E131(1, 2, 100, Ann, 51), 7));
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(50, booth.RedOf(0));
        booth.Send(e131, LiveMessage.E131Sync(8, Ann));
        Assert.AreEqual(50, booth.RedOf(0));
        booth.Send(e131, LiveMessage.E131Sync(7, Ann));
        Assert.AreEqual(51, booth.RedOf(0));
    }

    [TestMethod]
    public void A_synchronization_that_falls_silent_holds_nothing_any_more()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, WithSync(LiveMessage.E131(1, 1, 100, Ann, 50), 7));
        booth.Send(e131, LiveMessage.E131Sync(7, Ann));
        booth.NowMs += 2400;
        booth.Send(e131, WithSync(LiveMessage.E131(1, 2, 100, Ann, 51), 7));
        booth.NowMs += 200;

        booth.EndFrame(e131);
        booth.EndFrame(e131);
        booth.EndFrame(e131);

        Assert.AreEqual(51, booth.RedOf(0));
    }

    private static byte[] WithSync(byte[] packet, int universe)
    {
        packet[110] = (byte)universe;
        return packet;
    }
}
