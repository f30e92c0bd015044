using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Looks;

namespace NanoFirmware.HostTests.Looks;

/// <summary>Looks that come at their time: each once, whatever clocks and power do.</summary>
[TestClass]
public sealed class ScheduleTests
{
    [TestMethod]
    [DataRow("2027-03-25T11:00", "summer begins on Sunday")]
    [DataRow("2027-10-28T11:00", "summer ends on Sunday")]
    [DataRow("2027-01-07T11:00", "an ordinary week")]
    public void In_a_week_with_power_cuts_every_event_comes_once(string start, string why)
    {
        using var evening = new Evening(Utc(start));
        evening.Device.Post("/api/schedule/1", """{"on":true,"minute":150,"preset":1}""");
        evening.Device.Post("/api/schedule/2", """{"on":true,"minute":420,"days":31,"preset":2}""");
        evening.Device.Post("/api/schedule/3", """{"on":true,"at":"sunset","minute":-30,"preset":3}""");
        evening.Device.Post("/api/schedule/4", """{"on":true,"minute":1410,"preset":4}""");
        var seen = new int[5];
        int done = evening.Looks.Schedule.Count;
        for (int look = 0; look < 7 * 24 * 120; look++)
        {
            evening.Look();
            if (look % 1700 == 1699)
            {
                // Any time of the day: some of these hide an event, some come right after one.
                evening.CutPower(1200);
                look += 40;
                done = 0;
                evening.Look();
            }

            seen[evening.Looks.Schedule.Shown] += evening.Looks.Schedule.Count - done;
            done = evening.Looks.Schedule.Count;
        }

        Assert.AreEqual("7 5 7 7", $"{seen[1]} {seen[2]} {seen[3]} {seen[4]}", why);
    }

    [TestMethod]
    public void What_a_power_cut_held_up_is_made_up_for_once_and_only_the_last_of_it()
    {
        using var evening = new Evening(Utc("2027-01-07T17:00"));
        evening.Device.Post("/api/schedule/1", """{"on":true,"minute":1110,"preset":1}""");
        evening.Device.Post("/api/schedule/2", """{"on":true,"minute":1140,"preset":2}""");
        evening.Device.Post("/api/schedule/3", """{"on":true,"minute":1090,"preset":3}""");
        for (int look = 0; look < 30; look++)
        {
            evening.Look();
        }

        Assert.AreEqual(3, evening.Seen, "10 past 6");
        evening.CutPower(3600);
        evening.Look();
        Assert.AreEqual(2, evening.Seen, "7 o'clock has passed, and half past 6 before it");
        Assert.AreEqual(1, evening.Looks.Schedule.Count);
        evening.Looks.Flush();
        evening.CutPower(60);
        evening.Look();
        Assert.AreEqual(0, evening.Looks.Schedule.Count, "it is not done again");
    }

    [TestMethod]
    public void An_event_of_this_morning_that_is_written_down_now_waits_for_tomorrow()
    {
        using var evening = new Evening(Utc("2027-01-07T11:00"));
        evening.Look();
        evening.Device.Post("/api/schedule/1", """{"on":true,"minute":420,"preset":1}""");
        evening.Look();
        Assert.AreEqual(0, evening.Looks.Schedule.Count);
    }

    [TestMethod]
    public void Preset_0_turns_the_power_off_and_the_next_event_on_again()
    {
        using var evening = new Evening(Utc("2027-01-07T11:00"));
        evening.Device.Post("/api/schedule/1", """{"on":true,"minute":721,"preset":0}""");
        evening.Device.Post("/api/schedule/2", """{"on":true,"minute":722,"preset":2}""");
        Look(evening, 3);
        Assert.IsFalse(evening.Device.Device.Master.Power, "a minute past twelve");
        Look(evening, 2);
        Assert.IsTrue(evening.Device.Device.Master.Power, "two minutes past twelve");
    }

    [TestMethod]
    [DataRow("2027-06-21", 5252, 1340, "02:43", "19:33")]
    [DataRow("2027-12-21", 5252, 1340, "07:15", "14:54")]
    [DataRow("2027-03-20", 0, 0, "06:04", "18:11")]
    [DataRow("2027-12-21", -3387, 15121, "-05:19", "09:05")]
    public void The_sun_rises_and_sets_within_three_minutes_of_the_almanac(
        string day, int latitude, int longitude, string rises, string sets)
    {
        int epochDay = (int)(Utc(day + "T00:00") / 86400);
        foreach ((bool isRise, string told) in new[] { (true, rises), (false, sets) })
        {
            double wanted = told[0] == '-'
                ? -TimeSpan.Parse(told[1..], CultureInfo.InvariantCulture).TotalMinutes
                : TimeSpan.Parse(told, CultureInfo.InvariantCulture).TotalMinutes;
            double minutes = (Sun.EventS(epochDay, latitude, longitude, isRise) - (epochDay * 86400L)) / 60.0;
            Assert.AreEqual(wanted, minutes, 3, $"{day} {told}");
        }
    }

    [TestMethod]
    public void In_polar_night_the_sun_brings_nothing()
    {
        Assert.AreEqual(-1, Sun.EventS((int)(Utc("2027-12-21T00:00") / 86400), 7000, 2500, isRise: true));
    }

    [TestMethod]
    public void A_minute_that_no_day_has_is_refused()
    {
        using var evening = new Evening(Utc("2027-01-07T11:00"));
        Assert.AreEqual(409, evening.Device.Post("/api/schedule/1", """{"at":"time","minute":-5}""").Status);
        Assert.AreEqual(409, evening.Device.Post("/api/schedule/1", """{"at":"sunset","minute":600}""").Status);
        Assert.AreEqual(404, evening.Device.Post("/api/schedule/9", """{"on":true}""").Status);
    }

    private static void Look(Evening evening, int count)
    {
        for (int i = 0; i < count; i++)
        {
            evening.Look();
        }
    }

    private static long Utc(string time) =>
        DateTimeOffset.Parse(time + "Z", CultureInfo.InvariantCulture).ToUnixTimeSeconds();
}
