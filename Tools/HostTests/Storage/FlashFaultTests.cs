using NanoHost;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.IO;
using File = NanoHost.IO.File;
using FileStream = NanoHost.IO.FileStream;

namespace NanoFirmware.HostTests.Storage;

[TestClass]
[RealTime]
public class FlashFaultTests
{
    private const string Name = "I:\\state";
    private const string Temporary = "I:\\state.new";

    private static readonly byte[] Old = Enumerable.Repeat((byte)'o', 100).ToArray();
    private static readonly byte[] New = Enumerable.Repeat((byte)'n', 100).ToArray();

    [TestMethod]
    public void The_drive_is_full_at_its_256_KB_and_takes_again_what_is_freed()
    {
        using var board = new Board();
        byte[] block = new byte[FlashDrive.BlockBytes];
        int written = 0;
        Assert.ThrowsExactly<IOException>(() =>
        {
            for (; written < 100; written++)
            {
                File.WriteAllBytes("I:\\" + written, block);
            }
        });
        Assert.AreEqual(62, written, "64 blocks, two of them the root directory's");
        Assert.AreEqual(board.Drive.CapacityBytes, board.Drive.UsedBytes);
        File.Delete("I:\\0");
        File.WriteAllBytes("I:\\again", block);
    }

    [TestMethod]
    public void A_full_drive_refuses_even_to_write_over_old_data()
    {
        using var board = new Board();
        File.WriteAllBytes(Name, Old);
        board.Drive.Faults.Full = true;
        Assert.ThrowsExactly<IOException>(() =>
        {
            using FileStream file = File.OpenWrite(Name);
            file.Write(New, 0, New.Length);
        });
        CollectionAssert.AreEqual(Old, File.ReadAllBytes(Name));
    }

    [TestMethod]
    public void A_read_only_drive_refuses_every_change_and_still_reads()
    {
        using var board = new Board();
        File.WriteAllBytes(Name, Old);
        board.Drive.Faults.ReadOnly = true;
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes(Name, New));
        Assert.ThrowsExactly<IOException>(() => File.Delete(Name));
        Assert.ThrowsExactly<IOException>(() => File.Move(Name, Temporary));
        Assert.ThrowsExactly<IOException>(() => NanoHost.IO.Directory.CreateDirectory("I:\\d"));
        CollectionAssert.AreEqual(Old, File.ReadAllBytes(Name));
    }

    [TestMethod]
    public void A_slow_drive_is_told_of_every_write_before_it_happens()
    {
        using var board = new Board();
        var calls = new List<string>();
        board.Drive.Faults.Slow = (path, bytes) => calls.Add(path + " " + bytes);
        File.WriteAllBytes(Name, New);
        Assert.AreEqual("I:\\state 0, I:\\state 100", string.Join(", ", calls));
    }

    [TestMethod]
    public void A_power_cut_leaves_exactly_the_bytes_that_were_written_before_it()
    {
        using var board = new Board();
        board.Drive.Faults.CutPowerAfter(1 + 42);
        Assert.ThrowsExactly<PowerCutException>(() => File.WriteAllBytes(Name, New));
        board.Drive.Faults.RestorePower();
        Assert.AreEqual(42, File.ReadAllBytes(Name).Length);
    }

    [TestMethod]
    public void Without_power_every_call_throws_until_it_is_back()
    {
        using var board = new Board();
        File.WriteAllBytes(Name, Old);
        board.Drive.Faults.CutPowerAfter(0);
        Assert.ThrowsExactly<PowerCutException>(() => File.WriteAllBytes(Temporary, New));
        Assert.ThrowsExactly<PowerCutException>(() => File.Exists(Name));
        Assert.ThrowsExactly<PowerCutException>(() => File.ReadAllBytes(Name));
        Assert.ThrowsExactly<PowerCutException>(() => File.Delete(Name));
        Assert.ThrowsExactly<PowerCutException>(() => NanoHost.IO.Directory.GetFiles("I:\\"));
        board.Drive.Faults.RestorePower();
        CollectionAssert.AreEqual(Old, File.ReadAllBytes(Name));
    }

    [TestMethod]
    public void A_save_that_writes_a_temporary_file_and_moves_it_survives_a_cut_at_every_point()
    {
        long whole = BytesOf(SaveSafely);
        Assert.AreEqual(1 + 100 + 1 + 1, whole, "create, data, delete, move");
        for (long cut = 0; cut <= whole; cut++)
        {
            byte[] kept = KeptAfterCut(SaveSafely, cut);
            Assert.IsTrue(kept.SequenceEqual(Old) || kept.SequenceEqual(New), "torn by a cut after " + cut);
        }
    }

    [TestMethod]
    public void A_save_in_place_is_torn_by_a_cut()
    {
        long whole = BytesOf(SaveInPlace);
        int torn = 0;
        for (long cut = 0; cut <= whole; cut++)
        {
            byte[] kept = KeptAfterCut(SaveInPlace, cut);
            torn += kept.SequenceEqual(Old) || kept.SequenceEqual(New) ? 0 : 1;
        }

        Assert.AreEqual(New.Length, torn);
    }

    private static void SaveInPlace() => File.WriteAllBytes(Name, New);

    private static void SaveSafely()
    {
        File.WriteAllBytes(Temporary, New);
        File.Delete(Name);
        File.Move(Temporary, Name);
    }

    private static long BytesOf(Action save)
    {
        using var board = new Board();
        File.WriteAllBytes(Name, Old);
        long before = board.Drive.Faults.WrittenBytes;
        save();
        return board.Drive.Faults.WrittenBytes - before;
    }

    /// <summary>What the next start finds: the file, or the temporary one when the file is gone.</summary>
    private static byte[] KeptAfterCut(Action save, long cut)
    {
        using var board = new Board();
        File.WriteAllBytes(Name, Old);
        board.Drive.Faults.CutPowerAfter(cut);
        try
        {
            save();
        }
        catch (PowerCutException)
        {
            board.Drive.Faults.RestorePower();
        }

        return File.ReadAllBytes(File.Exists(Name) ? Name : Temporary);
    }

    [TestMethod]
    public void A_write_takes_its_time_and_garbles_the_frame_that_is_on_the_wire()
    {
        using Rmt.Strip strip = new();
        byte[] bytes = Rmt.Strip.Bytes(540);
        nanoFramework.Hardware.Esp32.Rmt.TransmitterEncodedChannel channel = Rmt.Strip.Open();
        channel.SendWithEncoders(Rmt.Strip.Data(bytes), false);
        strip.Clock.Advance(1000);
        NanoHost.IO.File.WriteAllBytes("I:\\file", bytes);

        const int LookUpUs = 4 * (FlashDrive.ReadUs + FlashDrive.ReadGapUs);
        Assert.AreEqual(
            2000 + LookUpUs + FlashDrive.ChangeUs + FlashDrive.WriteUs + FlashDrive.ChangeUs, strip.Clock.NowUs,
            "found, created, written, and committed by its close");
        strip.Clock.Advance(20_000);
        Assert.IsTrue(strip.Frames.Single().Torn, "the write garbled nothing");

        channel.SendWithEncoders(Rmt.Strip.Data(bytes), false);
        strip.Clock.Advance(7000);
        NanoHost.IO.File.Delete("I:\\file");
        Assert.IsFalse(strip.Frames.Last().Torn, "nothing was on the wire any more");
    }

    [TestMethod]
    public void In_real_time_where_other_threads_go_on_a_write_garbles_nothing()
    {
        using var clock = new RealTimeClock();
        using Rmt.Strip strip = new(clock);
        byte[] bytes = Rmt.Strip.Bytes(540);
        Rmt.Strip.Open().SendWithEncoders(Rmt.Strip.Data(bytes), false);
        NanoHost.IO.File.WriteAllBytes("I:\\file", bytes);

        Assert.AreEqual(0, strip.Line.TornFrames);
        Assert.IsTrue(clock.NowUs >= FlashDrive.ChangeUs + FlashDrive.WriteUs, "the write takes its time there too");
    }
}
