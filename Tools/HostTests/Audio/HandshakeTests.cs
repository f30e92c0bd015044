using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>The audio thread waits for the frame that it asked for, and for no other.</summary>
[TestClass]
public sealed class HandshakeTests
{
    [TestMethod]
    public void An_answer_of_a_thread_that_was_replaced_changes_nothing()
    {
        var signal = new FrameSignal();
        signal.Raise();
        Assert.IsTrue(signal.WaitForRaise(0), "the first thread takes the frame, and hangs");
        int late = signal.Frame;
        signal.WaitForAnswer(0);
        signal.Forget();

        signal.Raise();
        Assert.IsTrue(signal.WaitForRaise(0), "its successor takes the next");
        int current = signal.Frame;
        signal.Answer(late);
        signal.WaitForAnswer(0);
        signal.Raise();
        Assert.AreEqual(1, signal.Skipped, "the successor's frame was taken for answered");

        signal.Answer(current);
        signal.Raise();
        Assert.IsTrue(signal.WaitForRaise(0), "the frame after it");
        Assert.AreEqual(1, signal.Skipped, "its own answer did not count");
    }

    [TestMethod]
    public void An_answer_between_two_frames_is_not_the_next_ones()
    {
        var signal = new FrameSignal();
        signal.Raise();
        signal.WaitForRaise(0);
        int late = signal.Frame;
        signal.Forget();
        signal.Answer(late);

        signal.Raise();
        signal.WaitForRaise(0);
        signal.WaitForAnswer(0);
        signal.Raise();
        Assert.AreEqual(1, signal.Skipped, "the frame was taken for answered");
    }
}
