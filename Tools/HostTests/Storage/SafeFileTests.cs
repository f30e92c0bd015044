using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Storage;
using NanoHost.IO;
using File = NanoHost.IO.File;

namespace NanoFirmware.HostTests.Storage;

[TestClass]
public class SafeFileTests
{
    private const string Name = "I:\\settings";

    [TestMethod]
    public void A_fresh_drive_has_nothing()
    {
        using var board = new Board();
        var file = new SafeFile(Name, 64);

        Assert.AreEqual(-1, file.Load());
        Assert.AreEqual(0, file.SetAside);
    }

    [TestMethod]
    public void What_was_saved_last_is_loaded()
    {
        using var board = new Board();
        var file = new SafeFile(Name, 64);
        for (byte round = 1; round <= 5; round++)
        {
            Save(file, round);
            Assert.AreEqual(round, Loaded());
        }
    }

    [TestMethod]
    public void A_power_cut_at_every_byte_leaves_the_old_or_the_new()
    {
        int old = 0;
        int @new = 0;
        for (int cut = 0; cut <= 1 + SafeFile.HeadBytes + 40; cut++)
        {
            using var board = new Board();
            var file = new SafeFile(Name, 64);
            Save(file, 1);
            Save(file, 2);
            board.Drive.Faults.CutPowerAfter(cut);
            try
            {
                Save(file, 3);
            }
            catch (PowerCutException)
            {
                board.Drive.Faults.RestorePower();
            }

            int loaded = Loaded();
            old += loaded == 2 ? 1 : 0;
            @new += loaded == 3 ? 1 : 0;
        }

        Assert.AreEqual(1 + SafeFile.HeadBytes + 40, old, "every cut before the last byte");
        Assert.AreEqual(1, @new, "the save that had its last byte");
    }

    [TestMethod]
    public void After_a_cut_the_next_save_counts_again()
    {
        using var board = new Board();
        Save(new SafeFile(Name, 64), 1);
        board.Drive.Faults.CutPowerAfter(20);
        var cut = new SafeFile(Name, 64);
        cut.Load();
        Assert.ThrowsExactly<PowerCutException>(() => Save(cut, 2));
        board.Drive.Faults.RestorePower();

        var file = new SafeFile(Name, 64);
        file.Load();
        Save(file, 3);

        Assert.AreEqual(3, Loaded());
    }

    [TestMethod]
    public void A_damaged_byte_anywhere_is_noticed_and_the_file_set_aside()
    {
        for (int at = 0; at < SafeFile.HeadBytes + 40; at++)
        {
            using var board = new Board();
            var file = new SafeFile(Name, 64);
            Save(file, 1);
            Save(file, 2);
            byte[] bytes = File.ReadAllBytes(Name + ".0");
            bytes[at] ^= 0x10;
            File.WriteAllBytes(Name + ".0", bytes);

            var after = new SafeFile(Name, 64);

            Assert.AreEqual(40, after.Load());
            Assert.AreEqual(1, after.Bytes[SafeFile.HeadBytes]);
            Assert.AreEqual(1, after.SetAside, "byte " + at);
            Assert.IsTrue(File.Exists(Name + ".0.bad"), "the damaged generation was not set aside");
            Assert.IsFalse(File.Exists(Name + ".0"), "the damaged generation is still in its place");
        }
    }

    [TestMethod]
    public void A_full_drive_keeps_the_generation_of_before()
    {
        using var board = new Board();
        var file = new SafeFile(Name, 64);
        Save(file, 1);
        board.Drive.Faults.Full = true;

        Assert.ThrowsExactly<IOException>(() => Save(file, 2));

        board.Drive.Faults.Full = false;
        Assert.AreEqual(1, Loaded());
    }

    private static void Save(SafeFile file, byte content)
    {
        Array.Fill(file.Bytes, content, SafeFile.HeadBytes, 40);
        file.Save(40);
    }

    private static int Loaded()
    {
        var file = new SafeFile(Name, 64);
        Assert.AreEqual(40, file.Load());
        Assert.IsTrue(
            file.Bytes.Skip(SafeFile.HeadBytes).Take(40).All(each => each == file.Bytes[SafeFile.HeadBytes]),
            "the bytes are not those of one save");
        return file.Bytes[SafeFile.HeadBytes];
    }
}
