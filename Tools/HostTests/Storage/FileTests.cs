using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.IO;
using Directory = NanoHost.IO.Directory;
using DriveInfo = NanoHost.IO.DriveInfo;
using File = NanoHost.IO.File;
using FileInfo = NanoHost.IO.FileInfo;
using FileStream = NanoHost.IO.FileStream;

namespace NanoFirmware.HostTests.Storage;

[TestClass]
public class FileTests
{
    private static readonly byte[] Bytes = { 1, 2, 3, 4, 5 };

    [TestMethod]
    public void What_is_written_lies_in_the_drives_folder_and_reads_back()
    {
        using var board = new Board();
        File.WriteAllBytes("I:\\state.bin", Bytes);
        CollectionAssert.AreEqual(Bytes, File.ReadAllBytes("I:\\state.bin"));
        CollectionAssert.AreEqual(Bytes, System.IO.File.ReadAllBytes(board.PcPath("state.bin")));
        Assert.AreEqual(5, new FileInfo("I:\\state.bin").Length);
    }

    [TestMethod]
    [DataRow("D:\\state.bin")]
    [DataRow("I:\\..\\state.bin")]
    [DataRow("I:\\a\\..\\..\\state.bin")]
    [DataRow("../state.bin")]
    [DataRow("I:\\.board\\network.json")]
    public void Nothing_outside_the_drive_can_be_written(string path)
    {
        using var board = new Board();
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes(path, Bytes));
        Assert.IsFalse(File.Exists(path), "a file was written outside of the drive");
    }

    [TestMethod]
    public void A_move_replaces_nothing()
    {
        using var board = new Board();
        File.WriteAllText("I:\\new", "new");
        File.WriteAllText("I:\\old", "old");
        Assert.ThrowsExactly<IOException>(() => File.Move("I:\\new", "I:\\old"));
        Assert.AreEqual("old", File.ReadAllText("I:\\old"));
        File.Delete("I:\\old");
        File.Move("I:\\new", "I:\\old");
        Assert.AreEqual("new", File.ReadAllText("I:\\old"));
        Assert.IsFalse(File.Exists("I:\\new"), "the moved file is still at its old place");
    }

    [TestMethod]
    public void An_open_file_is_neither_moved_nor_deleted_nor_written_by_another()
    {
        using var board = new Board();
        using (FileStream file = File.Create("I:\\open"))
        {
            Assert.ThrowsExactly<IOException>(() => File.Move("I:\\open", "I:\\moved"));
            Assert.ThrowsExactly<IOException>(() => File.Delete("I:\\open"));
            Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes("I:\\open", Bytes));
        }

        File.Delete("I:\\open");
        Assert.IsFalse(File.Exists("I:\\open"), "a closed file cannot be deleted");
    }

    [TestMethod]
    public void A_file_is_shared_only_where_both_sides_allow_it()
    {
        using var board = new Board();
        File.WriteAllBytes("I:\\shared", Bytes);
        using (FileStream reader = File.OpenRead("I:\\shared"))
        {
            CollectionAssert.AreEqual(Bytes, File.ReadAllBytes("I:\\shared"));
            Assert.ThrowsExactly<IOException>(() => File.OpenWrite("I:\\shared"));
        }

        using FileStream writer = File.Open("I:\\shared", FileMode.Open, FileAccess.Write, FileShare.Read);
        Assert.ThrowsExactly<IOException>(
            () => File.OpenRead("I:\\shared"), "the writer shares, a reader who shares no writing does not");
        File.Open("I:\\shared", FileMode.Open, FileAccess.Read, FileShare.ReadWrite).Dispose();
    }

    [TestMethod]
    public void Deleting_a_file_that_is_not_there_is_no_error_and_a_directory_that_is_not_there_is()
    {
        using var board = new Board();
        File.Delete("I:\\nothing");
        Assert.ThrowsExactly<IOException>(() => File.Delete("I:\\nowhere\\nothing"));
    }

    [TestMethod]
    public void Directories_are_made_one_level_at_a_time()
    {
        using var board = new Board();
        Assert.ThrowsExactly<IOException>(() => Directory.CreateDirectory("I:\\a\\b"));
        Directory.CreateDirectory("I:\\a");
        Directory.CreateDirectory("I:\\a\\b");
        File.WriteAllText("I:\\a\\b\\c", "deep");
        Assert.AreEqual("I:\\a\\b\\c", Directory.GetFiles("I:\\a\\b").Single());
        Assert.AreEqual("I:\\a\\b", Directory.GetDirectories("I:\\a").Single());
        Assert.ThrowsExactly<IOException>(() => Directory.Delete("I:\\a"));
        Directory.Delete("I:\\a", recursive: true);
        Assert.AreEqual(0, Directory.GetDirectories("I:\\").Length);
    }

    [TestMethod]
    public void What_the_host_keeps_in_the_folder_is_not_on_the_board()
    {
        using var board = new Board();
        System.IO.Directory.CreateDirectory(board.PcPath(".board"));
        System.IO.File.WriteAllText(board.PcPath(".board/network.json"), new string('x', 10_000));
        Assert.AreEqual(0, Directory.GetDirectories("I:\\").Length);
        Assert.AreEqual(2 * FlashDrive.BlockBytes, board.Drive.UsedBytes);
    }

    [TestMethod]
    public void Appending_writes_behind_the_end_and_cannot_go_back()
    {
        using var board = new Board();
        File.WriteAllText("I:\\log", "one");
        using (FileStream log = File.Open("I:\\log", FileMode.Append))
        {
            log.Write(Encoding.ASCII.GetBytes("two"), 0, 3);
            Assert.ThrowsExactly<IOException>(() => log.Position = 0);
        }

        Assert.AreEqual("onetwo", File.ReadAllText("I:\\log"));
    }

    [TestMethod]
    public void A_read_only_file_is_not_written()
    {
        using var board = new Board();
        File.WriteAllText("I:\\fixed", "fixed");
        File.SetAttributes("I:\\fixed", FileAttributes.ReadOnly);
        Assert.ThrowsExactly<IOException>(() => File.WriteAllText("I:\\fixed", "changed"));
        Assert.ThrowsExactly<IOException>(() => File.Delete("I:\\fixed"));
        Assert.AreEqual("fixed", File.ReadAllText("I:\\fixed"));
        File.SetAttributes("I:\\fixed", FileAttributes.Normal);
    }

    [TestMethod]
    public void Two_boards_have_two_drives()
    {
        using (new Board())
        {
            File.WriteAllText("I:\\first", "first");
        }

        using var second = new Board();
        Assert.IsFalse(File.Exists("I:\\first"), "one board sees the other one's file");
    }

    [TestMethod]
    public void Formatting_empties_the_drive()
    {
        using var board = new Board();
        Directory.CreateDirectory("I:\\a");
        File.WriteAllText("I:\\a\\b", "b");
        File.WriteAllText("I:\\c", "c");
        DriveInfo drive = DriveInfo.GetDrives().Single();
        drive.Format("littlefs", 0);
        Assert.AreEqual(256 * 1024, drive.TotalSize);
        Assert.AreEqual(0, Directory.GetFiles("I:\\").Length + Directory.GetDirectories("I:\\").Length);
    }
}
