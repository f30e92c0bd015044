using NanoFirmware.Sensors;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Sensors;

[TestClass]
public class EnvelopeTests
{
    private const int StepUs = 1250;

    [TestMethod]
    public void It_rises_with_the_signal_at_once()
    {
        var envelope = new Envelope();

        Assert.AreEqual(700, envelope.Next(700, StepUs, 0));
        Assert.AreEqual(900, envelope.Next(900, StepUs, 0));
    }

    [TestMethod]
    public void It_stays_up_for_the_hold_and_then_falls()
    {
        var envelope = new Envelope();
        envelope.Next(800, StepUs, 10000);

        for (int i = 0; i < 8; i++)
        {
            Assert.AreEqual(800, envelope.Next(0, StepUs, 10000));
        }

        Assert.IsTrue(envelope.Next(0, StepUs, 10000) < 800, "10 ms are over");
    }

    [TestMethod]
    public void A_signal_that_comes_back_to_it_holds_it_anew()
    {
        var envelope = new Envelope();
        envelope.Next(800, StepUs, 10000);
        for (int i = 0; i < 7; i++)
        {
            envelope.Next(0, StepUs, 10000);
        }

        envelope.Next(800, StepUs, 10000);

        for (int i = 0; i < 8; i++)
        {
            Assert.AreEqual(800, envelope.Next(0, StepUs, 10000));
        }
    }

    [TestMethod]
    public void It_falls_to_a_third_in_a_tenth_of_a_second_whatever_the_steps()
    {
        int byMany = HeightAfter(80, StepUs);
        int byFew = HeightAfter(6, 16667);

        Assert.IsTrue(byMany > 3300 && byMany < 4000, "80 samples leave " + byMany.ToString());
        Assert.IsTrue(byFew > 3000 && byFew < 4000, "6 hops leave " + byFew.ToString());
    }

    [TestMethod]
    public void It_comes_down_to_the_signal_and_no_lower()
    {
        var envelope = new Envelope();
        envelope.Next(60, StepUs, 0);
        for (int i = 0; i < 1000; i++)
        {
            Assert.IsTrue(envelope.Next(40, StepUs, 0) >= 40, "never below the signal");
        }

        Assert.AreEqual(40, envelope.Value);
    }

    [TestMethod]
    public void The_longest_step_and_the_greatest_signal_do_not_run_over()
    {
        var envelope = new Envelope();
        envelope.Next(65535, 0, 0);

        int after = envelope.Next(0, 1000000, 0);

        Assert.IsTrue(after > 0 && after < 65535, "it falls: " + after.ToString());
    }

    private static int HeightAfter(int steps, int stepUs)
    {
        var envelope = new Envelope();
        envelope.Next(10000, stepUs, 0);
        for (int i = 0; i < steps; i++)
        {
            envelope.Next(0, stepUs, 0);
        }

        return envelope.Value;
    }
}
