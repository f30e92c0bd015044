using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Rooms;
using NanoFirmware.Rendering;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>When the music stops, all that was drawn of it goes out.</summary>
[TestClass]
public sealed class EndOfMusicTests
{
    private const int FrameMs = 17;
    private const double MusicSeconds = 12.3;
    private const double BlackAfterSeconds = 2.5;

    private static readonly Lazy<List<AudioSnapshot>> Song = new(Hear);

    public static IEnumerable<object[]> SoundPatterns =>
        PatternCatalog.Names.Where(name => PatternSoakTests.Fresh(name).Audio).Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(SoundPatterns))]
    public void Two_and_a_half_seconds_after_the_last_onset_every_pattern_of_sound_is_black(string name)
    {
        Pattern pattern = PatternSoakTests.Fresh(name);
        Canvas canvas = PatternSoakTests.White(Board.StripLeds);
        List<AudioSnapshot> song = Song.Value;
        int lastOnset = song.FindLastIndex(heard => heard.Onset);
        int lit = 0;
        double light = 0;
        for (int hop = 0; hop < song.Count; hop++)
        {
            pattern.Render(song[hop], FrameMs, canvas);
            light += canvas.Grb.Average(part => (double)part);
            lit = canvas.Grb.Any(part => part > 0) ? hop : lit;
        }

        Assert.IsTrue(pattern.IsForGrids || light > 0, $"{name} shows nothing of the music");
        double seconds = (lit - lastOnset) / 60.0;
        Assert.IsTrue(seconds <= BlackAfterSeconds, $"{name} is lit for {seconds:0.0} s after the last onset");
    }

    private static List<AudioSnapshot> Hear()
    {
        var options = new SongOptions { Groove = Groove.House, Bpm = 118, Seconds = MusicSeconds, Seed = 77 };
        float[] signal = RoomSounds.OverSelfNoise(RoomSounds.Joined(RoomSounds.Song(options, -25), RoomSounds.Silence(8)));
        short[] samples = Hearing.Quantise(signal);
        var engine = new FirmwareEngine();
        var heard = new List<AudioSnapshot>();
        for (int at = 0; at + Hearing.HopFrames <= samples.Length; at += Hearing.HopFrames)
        {
            engine.Process(samples.AsSpan(at, Hearing.HopFrames));
            var copy = new AudioSnapshot();
            copy.CopyFrom(engine.Snapshot);
            heard.Add(copy);
        }

        return heard;
    }
}
