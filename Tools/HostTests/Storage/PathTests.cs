using Microsoft.VisualStudio.TestTools.UnitTesting;
using Path = NanoHost.IO.Path;

namespace NanoFirmware.HostTests.Storage;

[TestClass]
public class PathTests
{
    [TestMethod]
    [DataRow("I:\\", "state.json", "I:\\state.json")]
    [DataRow("I:\\a", "b", "I:\\a\\b")]
    [DataRow("I:\\a", "I:\\b", "I:\\b")]
    [DataRow("", "b", "b")]
    public void Parts_join_with_backslashes_on_any_PC(string first, string second, string whole) =>
        Assert.AreEqual(whole, Path.Combine(first, second));

    [TestMethod]
    [DataRow("I:\\a\\b.json", "I:\\a", "b.json", ".json", "b")]
    [DataRow("I:\\b", "I:\\", "b", "", "b")]
    [DataRow("I:\\", null, "", "", "")]
    public void A_path_comes_apart(string path, string directory, string name, string extension, string stem)
    {
        Assert.AreEqual(directory, Path.GetDirectoryName(path));
        Assert.AreEqual(name, Path.GetFileName(path));
        Assert.AreEqual(extension, Path.GetExtension(path));
        Assert.AreEqual(stem, Path.GetFileNameWithoutExtension(path));
    }

    [TestMethod]
    [DataRow("I:\\a.txt", ".json", "I:\\a.json")]
    [DataRow("I:\\a", "json", "I:\\a.json")]
    [DataRow("I:\\a.b\\c.txt", null, "I:\\a.b\\c")]
    public void An_extension_is_changed(string path, string extension, string expected) =>
        Assert.AreEqual(expected, Path.ChangeExtension(path, extension));

    [TestMethod]
    [DataRow("I:\\a\\.\\b\\..\\c", "I:\\a\\c")]
    [DataRow("I:/a/b", "I:\\a\\b")]
    [DataRow("\\a", "I:\\a")]
    public void A_full_path_names_its_drive_and_has_no_dots(string path, string expected)
    {
        using var board = new Board();
        Assert.AreEqual(expected, Path.GetFullPath(path));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("I:\\a?")]
    [DataRow("I:\\a:b")]
    public void What_is_no_path_is_refused(string path) => Assert.ThrowsExactly<ArgumentException>(() => Path.GetFullPath(path));
}
