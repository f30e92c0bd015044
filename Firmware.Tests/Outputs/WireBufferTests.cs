using NanoFirmware.Outputs;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Outputs;

[TestClass]
public class WireBufferTests
{
    private const int FrameUs = 5680;

    [TestMethod]
    public void A_new_buffer_is_free() => Assert.IsTrue(
        new WireBuffer(540, FrameUs).TryBegin(0), "a buffer that was never sent is not free");

    [TestMethod]
    public void A_sent_buffer_is_not_free_until_frame_and_reset_are_over()
    {
        var wire = new WireBuffer(540, FrameUs);

        wire.Sent(1000);

        Assert.IsFalse(wire.TryBegin(1000), "it is free as soon as it is sent");
        Assert.IsFalse(wire.TryBegin(1000 + FrameUs), "it is free before the reset is over");
        Assert.IsTrue(wire.TryBegin(1000 + FrameUs + 100), "it is not free after frame and reset");
    }

    [TestMethod]
    public void A_hold_never_shortens_the_guard_of_a_transmission()
    {
        var wire = new WireBuffer(540, FrameUs);

        wire.Sent(1000);
        wire.Hold(4000);

        Assert.IsFalse(wire.TryBegin(4000), "the frame is still on the wire");
        Assert.IsTrue(wire.TryBegin(1000 + FrameUs + 100), "and not held for longer");
    }

    [TestMethod]
    public void No_frame_is_begun_while_somebody_holds_the_strip()
    {
        var wire = new WireBuffer(540, FrameUs);
        wire.Hold(4000);

        Assert.IsFalse(wire.TryBegin(1000), "begun all the same");
        Assert.IsTrue(wire.IsQuiet(1000), "whoever holds it waits for a frame that is not sent");
        Assert.IsTrue(wire.TryBegin(4000), "not begun when the hold is over");
    }

    [TestMethod]
    public void A_frame_that_was_begun_keeps_the_strip_from_resting_until_it_is_over()
    {
        var wire = new WireBuffer(540, FrameUs);

        Assert.IsTrue(wire.TryBegin(1000), "a new buffer is not free");
        wire.Hold(9000);

        Assert.IsFalse(wire.IsQuiet(3000), "it looks quiet until the transmission is noted");
        wire.Sent(3200);
        Assert.IsFalse(wire.IsQuiet(3200 + FrameUs), "while it is on the wire");
        Assert.IsTrue(wire.IsQuiet(3200 + FrameUs + 100), "and after it");
    }

    [TestMethod]
    public void A_frame_that_is_given_up_or_forgotten_keeps_nobody_waiting()
    {
        var wire = new WireBuffer(540, FrameUs);

        wire.TryBegin(1000);
        wire.GiveUp();
        Assert.IsTrue(wire.IsQuiet(1000), "given up");

        wire.TryBegin(2000);
        Assert.IsFalse(wire.IsQuiet(2000 + 499000), "a frame that takes long");
        Assert.IsTrue(wire.IsQuiet(2000 + 500000), "one whose thread is no more");
    }
}
