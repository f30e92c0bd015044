using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Rooms;
using NanoFirmware.Bench.Audio.Songs;
using Groove = NanoFirmware.Bench.Audio.Songs.Groove;

namespace NanoFirmware.HostTests.Audio;

/// <summary>A kick, a snare and a hat are told apart, and a hat flashes less than a kick.</summary>
[TestClass]
public sealed class OnsetKindTests
{
    private const double Seconds = 20;
    private const double Bpm = 100;

    // Kits are drawn at random: among them are kicks that fall from 220 Hz and snares without a body.
    private static readonly long[] Kits = [41, 42, 43, 44, 45, 46, 47, 48];

    [TestMethod]
    [DataRow(OnsetKind.Kick)]
    [DataRow(OnsetKind.Snare)]
    [DataRow(OnsetKind.Hat)]
    public void A_drum_is_called_by_its_name(OnsetKind kind)
    {
        Voice voice = Enum.Parse<Voice>(kind.ToString());
        List<RoomHop> onsets = Onsets(new Groove("one drum", Bpm, Bpm).With(voice, "x...x...x...x..."));
        int right = onsets.Count(hop => hop.Kind == kind);
        Assert.IsTrue(right >= 0.7 * onsets.Count, $"{right} of {onsets.Count} are called {kind}");
    }

    [TestMethod]
    public void In_a_rock_beat_kicks_and_snares_flash_twice_as_brightly_as_hats()
    {
        List<RoomHop> onsets = Onsets(new Groove("rock", Bpm, Bpm)
            .With(Voice.Kick, "x.......x.......").With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x."));
        double hats = onsets.Where(hop => hop.Kind == OnsetKind.Hat).Average(hop => hop.Strength);
        double drums = onsets.Where(hop => hop.Kind != OnsetKind.Hat).Average(hop => hop.Strength);
        Assert.IsTrue(drums >= 2 * hats, $"hats {hats:0}, drums {drums:0} of 255");
    }

    private static List<RoomHop> Onsets(Groove groove)
    {
        var onsets = new List<RoomHop>();
        foreach (long seed in Kits)
        {
            var song = new PlainSong(groove, Bpm, 0.01, Seconds, seed);
            onsets.AddRange(RoomHearing.Of(Hearing.Quantise(song.Render()), 0).After(1).Where(hop => hop.Onset));
        }

        Assert.IsTrue(onsets.Count > 100, $"{onsets.Count} onsets");
        return onsets;
    }
}
