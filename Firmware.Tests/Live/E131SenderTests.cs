using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

/// <summary>Which sender of E1.31 is heard, and which of its packets are late.</summary>
[TestClass]
public class E131SenderTests
{
    private const int Ann = 1;
    private const int Ben = 2;

    [TestMethod]
    public void The_higher_priority_is_heard_and_among_equals_who_began_last()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 1, 100, Ann, 50));

        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 1, 100, Ben, 60)), "Ben began last");
        Assert.IsFalse(booth.Send(e131, LiveMessage.E131(1, 2, 100, Ann, 51)), "Ann began before him");
        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 3, 150, Ann, 52)), "Ann has more priority");
        Assert.IsFalse(booth.Send(e131, LiveMessage.E131(1, 2, 149, Ben, 61)), "Ben has less");
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(52, booth.RedOf(0));
        Assert.AreEqual(2, e131.Outranked);
    }

    [TestMethod]
    public void Whoever_says_goodbye_leaves_the_stage_to_the_other()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 1, 100, Ben, 60));
        booth.Send(e131, LiveMessage.E131(1, 1, 150, Ann, 50));

        booth.Send(e131, Goodbye(2, Ann));
        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 2, 100, Ben, 61)), "Ann is gone");
        booth.Send(e131, Goodbye(3, Ben));

        Assert.IsFalse(e131.IsAlive, "nobody is left");
    }

    [TestMethod]
    public void A_lost_sender_leaves_the_stage_after_two_and_a_half_seconds()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 1, 150, Ann, 50));
        for (int sequence = 0; booth.NowMs < 1000 + 2499; sequence++)
        {
            booth.Send(e131, LiveMessage.E131(1, sequence, 100, Ben, 60));
            booth.EndFrame(e131);
        }

        booth.EndFrame(e131);

        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 200, 100, Ben, 61)), "Ben is heard now");
    }

    [TestMethod]
    [DataRow(0, false)]
    [DataRow(-1, false)]
    [DataRow(-19, false)]
    [DataRow(-20, true)]
    [DataRow(1, true)]
    [DataRow(100, true)]
    public void What_is_less_than_twenty_numbers_back_is_late(int step, bool isTaken)
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 10, 100, Ann, 50));

        Assert.AreEqual(isTaken, booth.Send(e131, LiveMessage.E131(1, 10 + step, 100, Ann, 51)));
    }

    private static byte[] Goodbye(int sequence, int sender)
    {
        byte[] packet = LiveMessage.E131(1, sequence, 100, sender, 0);
        var bare = new byte[126];
        for (int i = 0; i < bare.Length; i++)
        {
            bare[i] = packet[i];
        }

        bare[112] = 0x40;
        bare[123] = 0;
        bare[124] = 1;
        return bare;
    }
}
