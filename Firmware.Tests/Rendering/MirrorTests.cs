using NanoFirmware.Rendering;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Rendering;

[TestClass]
public class MirrorTests
{
    [TestMethod]
    public void The_start_of_the_canvas_lies_in_the_middle_of_the_strip()
    {
        byte[] half = { 1, 2, 3, 4, 5, 6 };
        var wire = new byte[12];

        Mirror.FromMiddle(half, wire);

        AssertBytes(new byte[] { 4, 5, 6, 1, 2, 3, 1, 2, 3, 4, 5, 6 }, wire);
    }

    [TestMethod]
    public void An_odd_strip_shows_the_start_once()
    {
        byte[] half = { 1, 2, 3, 4, 5, 6 };
        var wire = new byte[9];

        Mirror.FromMiddle(half, wire);

        AssertBytes(new byte[] { 4, 5, 6, 1, 2, 3, 4, 5, 6 }, wire);
    }

    private static void AssertBytes(byte[] expected, byte[] actual)
    {
        Assert.AreEqual(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], actual[i]);
        }
    }
}
