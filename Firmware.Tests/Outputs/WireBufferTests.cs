using NanoFirmware.Outputs;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Outputs;

[TestClass]
public class WireBufferTests
{
    private const int FrameUs = 5680;

    [TestMethod]
    public void A_new_buffer_is_free() => Assert.IsTrue(
        new WireBuffer(540, FrameUs).IsFree(0), "a buffer that was never sent is not free");

    [TestMethod]
    public void A_sent_buffer_is_not_free_until_frame_and_reset_are_over()
    {
        var wire = new WireBuffer(540, FrameUs);

        wire.Sent(1000);

        Assert.IsFalse(wire.IsFree(1000), "it is free as soon as it is sent");
        Assert.IsFalse(wire.IsFree(1000 + FrameUs), "it is free before the reset is over");
        Assert.IsTrue(wire.IsFree(1000 + FrameUs + 100), "it is not free after frame and reset");
    }

    [TestMethod]
    public void A_hold_never_shortens_the_guard_of_a_transmission()
    {
        var wire = new WireBuffer(540, FrameUs);

        wire.Sent(1000);
        wire.Hold(4000);

        Assert.IsFalse(wire.IsFree(4000), "the frame is still on the wire");
        Assert.IsTrue(wire.IsFree(1000 + FrameUs + 100), "and not held for longer");
    }
}
