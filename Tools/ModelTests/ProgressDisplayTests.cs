using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.ModelTests;

/// <summary>What a long command says of how far it is, where there is no terminal.</summary>
[TestClass]
public sealed class ProgressDisplayTests
{
    [TestMethod]
    public void A_short_command_says_nothing()
    {
        double nowS = 0;
        var lines = new StringWriter();
        var progress = new ProgressDisplay("recordings", 29, lines, () => nowS);
        for (int i = 0; i < 29; i++)
        {
            nowS += 0.1;
            progress.Advance();
        }

        Assert.AreEqual("", lines.ToString(), "it was over within three seconds");
    }

    [TestMethod]
    public void A_long_one_says_after_three_seconds_how_far_it_is_and_then_every_ten()
    {
        double nowS = 0;
        var lines = new StringWriter { NewLine = "\n" };
        var progress = new ProgressDisplay("recordings", 25, lines, () => nowS);
        for (int i = 0; i < 25; i++)
        {
            nowS++;
            progress.Advance();
        }

        Assert.AreEqual(
            "recordings: 3 of 25 after 3 s\nrecordings: 13 of 25 after 13 s\nrecordings: 23 of 25 after 23 s\n", lines.ToString(),
            "plain lines, and few");
    }
}
