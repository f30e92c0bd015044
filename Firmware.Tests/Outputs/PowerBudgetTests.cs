using NanoFirmware.Control;
using NanoFirmware.Outputs;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Outputs;

[TestClass]
public class PowerBudgetTests
{
    private static readonly int[] Leds = { 180, 180 };

    [TestMethod]
    public void Full_white_draws_what_the_model_says()
    {
        PowerBudget budget = Given(20000, 40000);

        // 180 × 1 mA, and 180 × 3 × 18.5 mA.
        Assert.AreEqual(180, budget.IdleMa(0));
        Assert.AreEqual(9991, budget.LitMa(180 * 3 * 255));
    }

    [TestMethod]
    public void A_strip_alone_gets_its_own_budget()
    {
        Assert.AreEqual(5000 - 180, Ask(Given(5000, 8000), 0, 9990));
    }

    [TestMethod]
    public void Both_together_never_draw_more_than_the_board_has()
    {
        PowerBudget budget = Given(5000, 6000);
        int[] shown = new int[2];
        uint noise = 9;
        for (int i = 0; i < 2000; i++)
        {
            noise = (noise * 1664525) + 1013904223;
            shown[i & 1] = Ask(budget, i & 1, (int)(noise >> 16) % 10000) + budget.IdleMa(i & 1);
            Assert.IsTrue(shown[0] + shown[1] <= 6000, "both draw " + (shown[0] + shown[1]) + " mA of 6000");
        }
    }

    [TestMethod]
    public void Each_strip_gets_its_half_two_frames_after_it_asks_and_all_when_the_other_wants_nothing()
    {
        PowerBudget budget = Given(5000, 6000);
        Assert.AreEqual(5000 - 180, Ask(budget, 0, 9990));
        for (int frame = 0; frame < 2; frame++)
        {
            Ask(budget, 1, 9990);
            Ask(budget, 0, 9990);
        }

        Assert.AreEqual(3000 - 180, Ask(budget, 1, 9990));
        Assert.AreEqual(3000 - 180, Ask(budget, 0, 9990));
        Ask(budget, 1, 0);
        Ask(budget, 0, 9990);
        Ask(budget, 1, 0);
        Assert.AreEqual(5000 - 180, Ask(budget, 0, 9990));
    }

    private static int Ask(PowerBudget budget, int strip, int litMa)
    {
        budget.Wish(strip, litMa);
        return budget.Take(strip, litMa, budget.ShareMa(strip));
    }

    private static PowerBudget Given(int channelMa, int boardMa)
    {
        var master = new MasterControls();
        master.Set("channel-ma", channelMa);
        master.Set("board-ma", boardMa);
        return new PowerBudget(master, Leds);
    }
}
