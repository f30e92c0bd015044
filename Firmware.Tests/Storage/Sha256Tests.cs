using System.Text;
using NanoFirmware.Storage;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Storage;

[TestClass]
public class Sha256Tests
{
    // The examples of FIPS 180-4 and of NIST's page of example values.
    [TestMethod]
    public void Nothing_has_its_own_hash() =>
        Assert.AreEqual("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", Hash(""));

    [TestMethod]
    public void Three_letters() =>
        Assert.AreEqual("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Hash("abc"));

    [TestMethod]
    public void A_length_that_needs_a_second_block() =>
        Assert.AreEqual(
            "248D6A61D20638B8E5C026930C3E6039A33CE45964FF2167F6ECEDD419DB06C1",
            Hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));

    [TestMethod]
    public void A_whole_block_and_more()
    {
        var thousand = new byte[1000];
        for (int i = 0; i < thousand.Length; i++)
        {
            thousand[i] = (byte)'A';
        }

        Assert.AreEqual("C2E686823489CED2017F6059B8B239318B6364F6DCD835D0A519105A1EADD6E4", Hex(Sha256.Of(thousand, 1000)));
    }

    private static string Hash(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Hex(Sha256.Of(bytes, bytes.Length));
    }

    private static string Hex(byte[] bytes)
    {
        string text = string.Empty;
        for (int i = 0; i < bytes.Length; i++)
        {
            text = text + bytes[i].ToString("X2");
        }

        return text;
    }
}
