using NanoFirmware.Audio;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Audio;

[TestClass]
public class SnapshotExchangeTests
{
    [TestMethod]
    public void A_reader_gets_the_newest_snapshot_whole()
    {
        var exchange = new SnapshotExchange();
        exchange.Publish(Snapshot(1));
        exchange.Publish(Snapshot(2));
        exchange.Publish(Snapshot(3));

        var read = new AudioSnapshot();
        Assert.IsTrue(exchange.TryRead(read), "there is nothing to read after a publication");

        Assert.AreEqual(3, read.Sequence);
        Assert.AreEqual(3, read.Level);
        Assert.AreEqual((byte)3, read.Bands[0]);
        Assert.AreEqual((byte)3, read.Bands[AudioSnapshot.BandCount - 1]);
    }

    [TestMethod]
    public void What_the_writer_does_to_its_own_snapshot_later_is_not_seen()
    {
        var exchange = new SnapshotExchange();
        AudioSnapshot mine = Snapshot(1);
        exchange.Publish(mine);
        mine.Level = 99;
        mine.Bands[0] = 99;

        var read = new AudioSnapshot();
        exchange.TryRead(read);

        Assert.AreEqual(1, read.Level);
        Assert.AreEqual((byte)1, read.Bands[0]);
    }

    [TestMethod]
    public void Before_the_first_publish_a_reader_gets_silence()
    {
        AudioSnapshot read = new SnapshotReader(new SnapshotExchange()).Read();

        Assert.AreEqual(0, read.Sequence);
        Assert.AreEqual(0, read.Level);
        Assert.IsFalse(read.Onset, "silence has an onset");
    }

    [TestMethod]
    public void An_onset_is_shown_once_even_if_a_frame_is_drawn_twice_from_it()
    {
        var exchange = new SnapshotExchange();
        var reader = new SnapshotReader(exchange);
        AudioSnapshot drum = Snapshot(1);
        drum.Onset = true;
        drum.Onsets = 1;
        exchange.Publish(drum);

        Assert.IsTrue(reader.Read().Onset, "the onset is not shown at all");
        Assert.IsFalse(reader.Read().Onset, "the onset is shown a second time");
    }

    [TestMethod]
    public void An_onset_in_a_hop_that_was_skipped_is_shown_late_rather_than_never()
    {
        var exchange = new SnapshotExchange();
        var reader = new SnapshotReader(exchange);
        AudioSnapshot drum = Snapshot(1);
        drum.Onset = true;
        drum.Onsets = 1;
        drum.Beat = true;
        drum.Beats = 1;
        exchange.Publish(drum);
        AudioSnapshot after = Snapshot(2);
        after.Onsets = 1;
        after.Beats = 1;
        exchange.Publish(after);

        AudioSnapshot read = reader.Read();

        Assert.AreEqual(2, read.Sequence);
        Assert.IsTrue(read.Onset, "the onset of the hop that was skipped is lost");
        Assert.IsTrue(read.Beat, "the beat of the hop that was skipped is lost");
    }

    private static AudioSnapshot Snapshot(int number)
    {
        var snapshot = new AudioSnapshot { Sequence = number, Level = number };
        for (int i = 0; i < AudioSnapshot.BandCount; i++)
        {
            snapshot.Bands[i] = (byte)number;
        }

        return snapshot;
    }
}
