using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>The exchange under two real threads on two real cores, which the board does not even have.</summary>
[TestClass]
public class SnapshotExchangeThreadTests
{
    private const int Publishes = 300_000;

    [TestMethod]
    public void No_reader_ever_sees_a_mixed_snapshot()
    {
        var exchange = new SnapshotExchange();
        bool done = false;
        int mixed = 0;
        int read = 0;
        int backwards = 0;
        var reader = new Thread(() =>
        {
            var snapshot = new AudioSnapshot();
            int newest = 0;
            while (!Volatile.Read(ref done))
            {
                if (!exchange.TryRead(snapshot))
                {
                    continue;
                }

                read++;
                mixed += IsWhole(snapshot) ? 0 : 1;
                backwards += snapshot.Sequence < newest ? 1 : 0;
                newest = snapshot.Sequence;
            }
        });
        reader.Start();

        var writing = new AudioSnapshot();
        for (int i = 1; i <= Publishes; i++)
        {
            Fill(writing, i);
            exchange.Publish(writing);
        }

        Volatile.Write(ref done, true);
        reader.Join();

        Assert.AreEqual(0, mixed);
        Assert.AreEqual(0, backwards);
        Assert.IsTrue(read > 0, "the reader never read");
    }

    private static void Fill(AudioSnapshot snapshot, int number)
    {
        Array.Fill(snapshot.Bands, (byte)number);
        Array.Fill(snapshot.Peaks, (byte)number);
        snapshot.Level = snapshot.LevelDb10 = snapshot.OnsetStrength = snapshot.BeatPhase = number;
        snapshot.Bpm10 = snapshot.Confidence = snapshot.Bar = snapshot.Gain = snapshot.Sequence = number;
        snapshot.CapturedUs = snapshot.BarBeats = snapshot.BarConfidence = snapshot.Onsets = number;
        snapshot.OnsetKind = (OnsetKind)number;
    }

    private static bool IsWhole(AudioSnapshot snapshot)
    {
        int number = snapshot.Sequence;
        return number == 0 || (Array.TrueForAll(snapshot.Bands, band => band == (byte)number)
            && Array.TrueForAll(snapshot.Peaks, peak => peak == (byte)number)
            && snapshot.Level == number && snapshot.LevelDb10 == number && snapshot.OnsetStrength == number
            && snapshot.BeatPhase == number && snapshot.Bpm10 == number && snapshot.Confidence == number
            && snapshot.OnsetKind == (OnsetKind)number && snapshot.BarBeats == number && snapshot.BarConfidence == number
            && snapshot.Onsets == number && snapshot.Bar == number && snapshot.Gain == number && snapshot.CapturedUs == number);
    }
}
