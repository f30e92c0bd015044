using NanoFirmware.Network;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Network;

[TestClass]
public class DnsPacketTests
{
    private static readonly DnsPacket Dns = new DnsPacket(new byte[] { 192, 168, 4, 1 });
    private static readonly byte[] Reply = new byte[DnsPacket.MaxBytes];

    [TestMethod]
    public void Any_name_is_the_hotspot()
    {
        byte[] query = Query(1);
        int length = Dns.Answer(query, query.Length, Reply);

        Assert.AreEqual(query.Length + 16, length);
        for (int i = 12; i < query.Length; i++)
        {
            Assert.AreEqual(query[i], Reply[i]);
        }

        byte[] expected = { 0xC0, 0x0C, 0, 1, 0, 1, 0, 0, 0, 10, 0, 4, 192, 168, 4, 1 };
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], Reply[query.Length + i]);
        }
    }

    [TestMethod]
    public void The_header_is_the_questions_with_an_answer()
    {
        byte[] query = Query(1);
        Dns.Answer(query, query.Length, Reply);

        byte[] expected = { 0x12, 0x34, 0x85, 0x00, 0, 1, 0, 1, 0, 0, 0, 0 };
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], Reply[i]);
        }
    }

    [TestMethod]
    [DataRow(28)]
    [DataRow(65)]
    [DataRow(16)]
    public void There_is_no_other_record_and_that_is_no_error(int type)
    {
        byte[] query = Query(type);

        Assert.AreEqual(query.Length, Dns.Answer(query, query.Length, Reply));
        Assert.AreEqual(0, (int)Reply[3]);
        Assert.AreEqual(0, (int)Reply[7]);
    }

    [TestMethod]
    public void A_question_cut_anywhere_is_a_format_error_or_nothing()
    {
        byte[] query = Query(1);
        for (int length = 0; length < query.Length; length++)
        {
            Assert.AreEqual(length < 12 ? 0 : 12, Dns.Answer(query, length, Reply));
            Assert.AreEqual(length < 12 ? 0 : 1, (int)Reply[3]);
        }
    }

    [TestMethod]
    public void A_compressed_name_in_a_question_is_a_format_error()
    {
        byte[] query = Query(1);
        query[12] = 0xC0;

        Assert.AreEqual(12, Dns.Answer(query, query.Length, Reply));
        Assert.AreEqual(1, (int)Reply[3]);
    }

    [TestMethod]
    public void Other_operations_are_not_implemented()
    {
        byte[] query = Query(1);
        query[2] = 0x28;

        Assert.AreEqual(12, Dns.Answer(query, query.Length, Reply));
        Assert.AreEqual(4, (int)Reply[3]);
    }

    [TestMethod]
    public void An_answer_is_never_answered()
    {
        byte[] query = Query(1);
        query[2] = 0x81;

        Assert.AreEqual(0, Dns.Answer(query, query.Length, Reply));
    }

    // dig connectivitycheck.gstatic.com, without its extension record.
    private static byte[] Query(int type) => new byte[]
    {
        0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0,
        17, 0x63, 0x6F, 0x6E, 0x6E, 0x65, 0x63, 0x74, 0x69, 0x76, 0x69, 0x74, 0x79, 0x63, 0x68, 0x65, 0x63, 0x6B,
        7, 0x67, 0x73, 0x74, 0x61, 0x74, 0x69, 0x63,
        3, 0x63, 0x6F, 0x6D, 0,
        0, (byte)type, 0, 1,
    };
}
