using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class GainTests
{
    [TestMethod]
    public void A_soft_and_a_loud_song_look_the_same_after_three_seconds()
    {
        double soft = AverageDb(-40);
        double loud = AverageDb(-6);
        Assert.AreEqual(loud, soft, 3);
    }

    [TestMethod]
    public void After_a_minute_of_silence_the_first_beat_shows_within_100_ms()
    {
        var ears = new Ears();
        ears.Hear(new NoiseSource(NoiseSource.SelfNoiseDb), 60);
        int hops = 0;
        int shown = -1;
        bool onset = false;
        ears.Hear(new ClickSource(120, -30), 0.1, heard =>
        {
            hops++;
            onset |= heard.Onset;
            shown = shown < 0 && heard.Bands.Any(band => band > 100) ? hops : shown;
        });
        Assert.IsTrue(onset && shown is > 0 and <= 6, $"onset {onset}, shown after {shown} hops");
    }

    [TestMethod]
    public void No_input_locks_the_ears_at_zero_or_at_full()
    {
        Gen<int[]> hop = Gen.OneOf(
            Gen.Constant(new int[256]),
            Gen.Constant(Enumerable.Repeat(32767, 256).ToArray()),
            Gen.Constant(Enumerable.Repeat(-32768, 256).ToArray()),
            Gen.Constant(Enumerable.Range(0, 256).Select(i => i % 2 == 0 ? 32767 : -32768).ToArray()),
            Gen.ArrayOf(Gen.Choose(-32768, 32767), 256),
            Gen.ArrayOf(Gen.Choose(-3, 3), 256));
        Gen<int[][]> hops = Gen.Choose(1, 40).SelectMany(count => Gen.ArrayOf(hop, count));
        Prop.ForAll(Arb.From(hops), RecoversFrom).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static bool RecoversFrom(int[][] hops)
    {
        var ears = new Ears();
        for (int repeat = 0; repeat < 10; repeat++)
        {
            foreach (int[] samples in hops)
            {
                ears.Hear(samples);
                if (!float.IsFinite(ears.Spectrum.Bank.TotalPower) || ears.Heard.BeatPhase is < 0 or > 255)
                {
                    return false;
                }
            }
        }

        int loudest = 0;
        ears.Hear(new SineSource(404, -30), 5);
        ears.Hear(new SineSource(404, -30), 1, heard => loudest = Math.Max(loudest, heard.Bands.Max()));
        ears.Hear(new ZeroSource(), 3);
        return loudest > 128 && ears.Heard.Bands.Max() == 0 && ears.Heard.Level == 0;
    }

    private static double AverageDb(double levelDb)
    {
        var ears = new Ears();
        var source = new SongSource(new SongOptions { LevelDb = levelDb, Seconds = 20 });
        double sum = 0;
        ears.Hear(source, 3);
        ears.Hear(source, 10, heard => sum += heard.Bands.Average(band => (double)band));

        // A byte is the fourth root of a power: 40 dB for every tenfold.
        return 40 * Math.Log10(sum / 600);
    }
}
