using NanoFirmware.Storage;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Storage;

[TestClass]
public class Crc32Tests
{
    [TestMethod]
    public void The_check_value_of_the_standard_comes_out()
    {
        byte[] digits = { 0, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0 };

        Assert.IsTrue(Crc32.Of(digits, 1, 9) == 0xCBF43926, "the standard's nine digits give another checksum");
    }

    [TestMethod]
    public void Nothing_has_the_checksum_zero() => Assert.IsTrue(
        Crc32.Of(new byte[1], 0, 0) == 0, "no bytes have a checksum other than 0");
}
