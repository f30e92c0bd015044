using NanoFirmware.Sensors;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Sensors;

[TestClass]
public class NumberLineTests
{
    [TestMethod]
    public void A_number_a_line_is_read_with_either_end()
    {
        var line = new NumberLine();

        Assert.AreEqual(512, Read(line, "512\n"));
        Assert.AreEqual(-7, Read(line, "-7\r\n"));
        Assert.AreEqual(32767, Read(line, " 32767 \n"));
        Assert.AreEqual(-32768, Read(line, "-32768\n"));
        Assert.AreEqual(0, line.BadLines);
    }

    [TestMethod]
    public void A_fraction_is_cut_off()
    {
        var line = new NumberLine();

        Assert.AreEqual(12, Read(line, "12.99\n"));
        Assert.AreEqual(-3, Read(line, "-3.5\n"));
    }

    [TestMethod]
    public void Whatever_else_is_a_bad_line_and_the_next_one_is_read()
    {
        string[] bad =
        {
            "abc\n", "12a\n", "1 2\n", "--3\n", "-\n", "32768\n", "-32769\n", "99999999999\n", "1.2.3\n", "\u00b5\n",
        };
        var line = new NumberLine();
        for (int i = 0; i < bad.Length; i++)
        {
            Assert.AreEqual(int.MinValue, Read(line, bad[i]));
            Assert.AreEqual(i + 1, line.BadLines);
            Assert.AreEqual(5, Read(line, "5\n"));
        }
    }

    [TestMethod]
    public void An_empty_line_is_neither_good_nor_bad()
    {
        var line = new NumberLine();

        Assert.AreEqual(int.MinValue, Read(line, "\r\n"));
        Assert.AreEqual(0, line.BadLines);
    }

    [TestMethod]
    public void A_line_that_lost_some_of_it_is_passed_over_and_is_not_bad()
    {
        var line = new NumberLine();
        Read(line, "51");
        line.SkipLine();

        Assert.AreEqual(int.MinValue, Read(line, "17x\n"));
        Assert.AreEqual(18, Read(line, "18\n"));
        Assert.AreEqual(0, line.BadLines);
    }

    [TestMethod]
    public void Bytes_that_came_together_are_read_number_by_number_whatever_is_cut_in_two()
    {
        var line = new NumberLine();
        var bytes = new byte[40];
        string text = "12\n-345\nx\n32767\n32768\n4";
        for (int i = 0; i < text.Length; i++)
        {
            bytes[i] = (byte)text[i];
        }

        int at = line.Read(bytes, 0, text.Length);
        Assert.AreEqual(12, line.Value);
        at = line.Read(bytes, at, text.Length);
        Assert.AreEqual(-345, line.Value);
        at = line.Read(bytes, at, text.Length);
        Assert.AreEqual(32767, line.Value);
        Assert.AreEqual(-1, line.Read(bytes, at, text.Length));
        Assert.AreEqual(2, line.BadLines);

        bytes[0] = (byte)'2';
        bytes[1] = (byte)'\n';
        Assert.AreEqual(2, line.Read(bytes, 0, 2));
        Assert.AreEqual(42, line.Value);
    }

    private static int Read(NumberLine line, string text)
    {
        bool isNumber = false;
        for (int i = 0; i < text.Length; i++)
        {
            isNumber = line.Take(text[i]);
        }

        return isNumber ? line.Value : int.MinValue;
    }
}
