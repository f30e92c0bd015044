using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Rooms;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>What rooms do to the ears: silence, noise, claps and the user's own squelch.</summary>
[TestClass]
public sealed class RoomTests
{
    [TestMethod]
    public void A_squelch_above_the_music_silences_onsets_beats_and_bands_alike() => AssertHolds("squelch above the music");

    [TestMethod]
    public void Two_seconds_after_the_last_onset_no_beat_is_trusted_and_then_nothing_glows()
    {
        AssertHolds("trust after the music");
        AssertHolds("glow after the music");
    }

    [TestMethod]
    public void Noise_has_no_beat_that_anybody_follows()
    {
        AssertHolds("beats in noise");
        AssertHolds("beats in beating tones");
        AssertHolds("beats in swelling noise");
    }

    [TestMethod]
    public void Blows_now_and_then_in_noise_are_seldom_taken_for_a_beat() => AssertHolds("blows in noise");

    [TestMethod]
    public void A_song_is_followed_below_noise_that_is_louder_by_9_dB() => AssertHolds("song below noise");

    [TestMethod]
    public void Music_down_to_72_dB_below_full_scale_is_lit_once_the_room_is_learnt()
    {
        AssertHolds("quiet music, −66 dBFS");
        AssertHolds("quiet music, −72 dBFS");
        AssertHolds("hiss before it is learnt");
    }

    [TestMethod]
    public void A_fan_or_a_hum_goes_dark_and_music_above_it_does_not()
    {
        AssertHolds("steady noise");
        AssertHolds("music over a learnt fan");
        AssertHolds("level over a learnt fan");
    }

    [TestMethod]
    public void One_clap_does_not_darken_the_music_after_it() => AssertHolds("one clap");

    [TestMethod]
    public void A_low_tone_lights_no_comb_of_bands_above_it() => AssertHolds("ghosts of a low tone");

    [TestMethod]
    public void The_attack_of_a_held_tone_is_found() => AssertHolds("attack of a held tone");

    [TestMethod]
    public void A_tone_that_is_held_begins_once() => AssertHolds("held tone");

    [TestMethod]
    public void A_hat_louder_than_the_pulses_of_a_held_tone_is_an_onset()
    {
        const double hatsFrom = 3;
        const double apart = 0.25;
        float[] tone = RoomSounds.HeldTone(55, -20, 10);
        float[] strokes = RoomSounds.Noise(0.1, -6, 5);
        float[] hats = RoomSounds.Silence(11);
        const int rateHz = 15_360;
        int struck = 0;
        for (double at = hatsFrom; at < 10; at += apart, struck++)
        {
            for (int i = 1; i < strokes.Length; i++)
            {
                hats[(int)(at * rateHz) + i] = (float)((strokes[i] - strokes[i - 1]) * Math.Exp(-i / (0.02 * rateHz)));
            }
        }

        RoomHearing heard = RoomHearing.Of(Hearing.Quantise(RoomSounds.Mix(tone, hats)), 0);
        int onsets = heard.Between(hatsFrom, 10.1).Count(hop => hop.Onset);
        Assert.IsTrue(onsets >= 0.9 * struck && onsets <= struck, $"{onsets} onsets of {struck} hats");
    }

    [TestMethod]
    public void Somebody_who_talks_begins_at_most_twenty_onsets_a_minute() => AssertHolds("speech-like");

    [TestMethod]
    public void A_dimmer_buzzes_without_an_onset() => AssertHolds("buzz");

    [TestMethod]
    public void A_waltz_of_a_band_and_six_eighths_are_counted_right()
    {
        AssertHolds("waltz, band");
        AssertHolds("six eight");
    }

    [TestMethod]
    public void A_quickstep_and_drum_and_bass_are_not_counted_by_halves() => AssertHolds("fast");

    [TestMethod]
    public void A_waltz_whose_two_and_three_are_hardly_tapped_is_counted_in_three() => AssertHolds("waltz, tapped");

    [TestMethod]
    public void A_slow_song_is_not_counted_twice() => AssertHolds("slow");

    [TestMethod]
    public void A_tempo_is_told_within_half_a_percent_and_eighths_are_no_beats() => AssertHolds("tempo");

    [TestMethod]
    public void Somebody_who_reads_aloud_begins_at_most_twenty_onsets_a_minute()
    {
        if (EspeakVoice.Missing is string reason)
        {
            Assert.Inconclusive(reason);
        }

        AssertHolds("speech");
    }

    [TestMethod]
    public void Applause_rain_and_wind_light_half_of_what_they_did()
    {
        AssertHolds("applause");
        AssertHolds("rain");
        AssertHolds("wind");
    }

    [TestMethod]
    public void Asked_to_learn_the_ears_take_a_fan_for_the_room_at_once()
    {
        var ears = new Ears();
        ears.Hear(new NoiseSource(-52, NoiseColour.Pink, 6), 5);
        Assert.IsTrue(ears.Heard.Level > 0, "five seconds of a fan are still shown");
        ears.Spectrum.Controls.Set(AudioControls.LearnIndex, 1);
        int lit = 0;
        ears.Hear(new Ears.Shifted(new NoiseSource(-52, NoiseColour.Pink, 6), ears), 0.5);
        ears.Hear(new Ears.Shifted(new NoiseSource(-52, NoiseColour.Pink, 7), ears), 5, heard => lit += heard.Level > 0 ? 1 : 0);
        Assert.AreEqual(0, lit, "hops in which the learnt fan is shown");
        Assert.AreEqual(0, ears.Spectrum.Controls.Values[AudioControls.LearnIndex], "learning is done, not on");
    }

    private static void AssertHolds(string row)
    {
        RoomCase[] rooms = RoomSet.Make().Where(room => room.Row == row).ToArray();
        Assert.AreNotEqual(0, rooms.Length, $"there is no row {row}");
        foreach (RoomCase room in rooms)
        {
            double figure = room.Measure();
            Assert.IsTrue(room.Holds(figure), $"{row}, {room.Name}: {figure:0.00} {room.Unit}, allowed is {room.Limit}");
        }
    }
}
