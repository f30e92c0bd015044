using NanoFirmware.Health;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Health;

[TestClass]
public class LoadGuardTests
{
    private const int CalmUs = 17000;
    private const int SlipUs = 90000;
    private const int StallUs = 200000;

    // Of a quarter of a second: 60 a second, 48, and 20.
    private const int AllFrames = 15;
    private const int MostFrames = 12;
    private const int FewFrames = 5;

    [TestMethod]
    public void A_calm_device_sheds_nothing()
    {
        var guard = new LoadGuard();
        Look(guard, 40, CalmUs, 3);
        Assert.AreEqual(0, guard.Level);
    }

    [TestMethod]
    public void One_long_frame_is_forgiven_and_two_in_a_row_are_not()
    {
        var guard = new LoadGuard();
        Look(guard, 1, SlipUs, 3);
        Assert.AreEqual(0, guard.Level);
        Look(guard, 8, CalmUs, 3);
        Assert.AreEqual(0, guard.Level);
        Look(guard, 2, SlipUs, 3);
        Assert.AreEqual(LoadGuard.Previews, guard.Level);
    }

    [TestMethod]
    public void Under_load_it_sheds_one_thing_after_the_other()
    {
        var guard = new LoadGuard();
        for (int level = LoadGuard.Previews; level <= LoadGuard.HalfRate; level++)
        {
            Look(guard, 1, StallUs, 12);
            Assert.AreEqual(level, guard.Level);
        }

        Look(guard, 5, StallUs, 12);
        Assert.AreEqual(LoadGuard.HalfRate, guard.Level);
        Assert.AreEqual(9, guard.Stalls);
    }

    [TestMethod]
    public void It_goes_back_within_two_seconds_but_not_while_clients_still_storm()
    {
        var guard = new LoadGuard();
        Look(guard, 4, StallUs, 12);
        Look(guard, 20, CalmUs, 12);
        Assert.AreEqual(LoadGuard.HalfRate, guard.Level);
        Look(guard, 8, CalmUs, 3);
        Assert.AreEqual(0, guard.Level);
    }

    [TestMethod]
    public void Clients_that_go_on_are_given_another_chance_after_five_seconds()
    {
        var guard = new LoadGuard();
        Look(guard, 1, StallUs, 12);
        Look(guard, 20, CalmUs, 12);
        Assert.AreEqual(1, guard.Level);
        Look(guard, 1, CalmUs, 12);
        Assert.AreEqual(0, guard.Level);
    }

    [TestMethod]
    public void At_half_the_rate_frames_may_take_twice_the_time()
    {
        var guard = new LoadGuard();
        Look(guard, 4, StallUs, 12);
        for (int i = 0; i < 8; i++)
        {
            guard.Look(34000, AllFrames / 2, 3, true);
        }

        Assert.AreEqual(0, guard.Level);
    }

    [TestMethod]
    public void Slips_that_only_its_own_remedy_prevents_do_not_make_it_waver()
    {
        // As sixteen requests a second do: at level 0 frames slip, at level 1 nothing does.
        var guard = new LoadGuard();
        int changes = 0;
        for (int look = 0; look < 240; look++)
        {
            int before = guard.Level;
            guard.Look(guard.Level == 0 ? StallUs : CalmUs, MostFrames, 4, false);
            changes += guard.Level == before ? 0 : 1;
        }

        Assert.IsTrue(changes <= 12, changes.ToString() + " changes a minute");
    }

    [TestMethod]
    public void After_a_long_calm_it_is_as_quick_to_return_as_at_first()
    {
        var guard = new LoadGuard();
        for (int relapse = 0; relapse < 4; relapse++)
        {
            Look(guard, 1, StallUs, 12);
            Look(guard, 240, CalmUs, 3);
        }

        Look(guard, 240, CalmUs, 3);
        Look(guard, 1, StallUs, 12);
        Look(guard, 8, CalmUs, 3);
        Assert.AreEqual(0, guard.Level);
    }

    [TestMethod]
    public void Half_of_the_frames_is_not_better_than_most_of_them_unevenly()
    {
        var guard = new LoadGuard();
        Look(guard, 40, StallUs, MostFrames, 12);
        Assert.AreEqual(LoadGuard.Metrics, guard.Level);
        Look(guard, 8, StallUs, FewFrames, 12);
        Assert.AreEqual(LoadGuard.HalfRate, guard.Level);
    }

    [TestMethod]
    public void The_frames_of_half_a_rate_do_not_call_for_it_again()
    {
        var guard = new LoadGuard();
        Look(guard, 4, StallUs, 12);
        for (int look = 0; guard.Level == LoadGuard.HalfRate && look < 40; look++)
        {
            guard.Look(34000, AllFrames / 2, 3, true);
        }

        Look(guard, 2, StallUs, MostFrames, 3);
        Assert.AreEqual(LoadGuard.Metrics, guard.Level);
    }

    private static void Look(LoadGuard guard, int times, int longestUs, int requests) =>
        Look(guard, times, longestUs, longestUs == StallUs ? FewFrames : AllFrames, requests);

    private static void Look(LoadGuard guard, int times, int longestUs, int frames, int requests)
    {
        for (int i = 0; i < times; i++)
        {
            guard.Look(longestUs, frames, requests, false);
        }
    }
}
