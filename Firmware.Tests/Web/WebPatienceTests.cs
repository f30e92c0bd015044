using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class WebPatienceTests
{
    private const int TryMs = 600;

    [TestMethod]
    public void In_the_middle_of_a_show_the_device_goes_on_for_a_minute_and_a_half() =>
        Assert.IsTrue(
            FirstOver(false) >= WebPatience.LongestMs && FirstOver(false) < WebPatience.LongestMs + TryMs,
            "it gave up after " + FirstOver(false) + " ms");

    [TestMethod]
    public void In_the_dark_it_restarts_after_a_few_tries() => Assert.IsTrue(
        FirstOver(true) < 10 * TryMs, "in the dark it took " + FirstOver(true) + " ms");

    [TestMethod]
    public void One_answer_and_all_is_forgiven()
    {
        var patience = new WebPatience();
        for (int ms = 0; ms < 10 * WebPatience.LongestMs; ms += TryMs)
        {
            Assert.IsFalse(patience.IsOver(false, ms), "it gives up though an answer has come " + ms + " ms before");
            if (ms % 60000 == 0)
            {
                patience.Answered();
            }
        }
    }

    [TestMethod]
    public void A_rest_between_two_songs_is_not_the_dark()
    {
        var patience = new WebPatience();
        for (int ms = 0; ms < WebPatience.LongestMs; ms += TryMs)
        {
            Assert.IsFalse(patience.IsOver(ms % 3000 != 0, ms), "a rest of a song counts as the dark after " + ms + " ms");
        }
    }

    private static int FirstOver(bool isDark)
    {
        var patience = new WebPatience();
        int ms = 0;
        while (!patience.IsOver(isDark, ms))
        {
            ms += TryMs;
        }

        return ms;
    }
}
