using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Outputs;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>A cross-fade is over in its time, whatever else its frames have to do.</summary>
[TestClass]
public sealed class CrossFadeTests
{
    [TestMethod]
    public void A_cross_fade_goes_on_in_frames_that_have_everything_else_to_do()
    {
        var fade = new CrossFade(540, new FrameBlocks(ColourOrder.Usual));
        fade.Begin(new byte[540], 1000);
        byte[] wire = new byte[540];
        for (int frame = 0; frame < 30; frame++)
        {
            Array.Fill(wire, (byte)200);
            fade.Mix(17, 2, wire);
        }

        Assert.IsTrue(wire.Min() > 0, "half a second later a part of the strip shows nothing of the new picture");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(3)]
    public void A_cross_fade_ends_when_it_is_to_end_whatever_else_its_frames_do(int otherWork)
    {
        var fade = new CrossFade(540, new FrameBlocks(ColourOrder.Usual));
        fade.Begin(new byte[540], 1000);
        byte[] wire = new byte[540];
        for (int frame = 0; frame < 59; frame++)
        {
            Assert.IsTrue(fade.IsOn, $"over in frame {frame}");
            Array.Fill(wire, (byte)200);
            fade.Mix(17, otherWork, wire);
        }

        Assert.IsFalse(fade.IsOn, "still on after a second");
        Assert.AreEqual(200, wire.Min(), "the last frame is not the new picture");
    }
}
