using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Discovery;

namespace NanoFirmware.HostTests.Discovery;

/// <summary>Questions by multicast for the device's name and its services, byte by byte.</summary>
[TestClass]
public sealed class MdnsPacketTests
{
    private const int A = 1;
    private const int Pointer = 12;
    private const int Text = 16;
    private const int Service = 33;
    private const int Any = 255;
    private const string Name = "nanoFirmware-00A1";
    private const string Host = "nanofirmware-00a1.local";

    private static readonly byte[] Address = [192, 168, 4, 1];
    private static readonly string[] BothServices = ["_http._tcp.local", "_wled._tcp.local"];
    private static readonly byte[] Mac = [2, 0, 0, 0, 0x00, 0xA1];

    private readonly MdnsPacket _packet = new(new MdnsRecords(Name, Mac));
    private readonly byte[] _reply = new byte[MdnsPacket.AnswerBytes];

    [TestMethod]
    [DataRow(Host, A)]
    [DataRow("NanoFirmware-00A1.LOCAL", A, DisplayName = "whatever its capitals")]
    [DataRow(Host, Any)]
    public void The_devices_name_is_its_address_in_the_askers_network(string name, int type)
    {
        Record[] records = Ask(Question(name, type));

        CollectionAssert.AreEqual(new[] { new Record(Host, A, "192.168.4.1") }, records);
    }

    [TestMethod]
    [DataRow("_http._tcp.local", "")]
    [DataRow("_wled._tcp.local", "mac=0200000000a1")]
    public void A_service_is_found_with_all_that_belongs_to_it(string service, string text)
    {
        string instance = $"{Name}.{service}";

        Record[] records = Ask(Question(service, Pointer));

        CollectionAssert.AreEqual(
            new[]
            {
                new Record(service, Pointer, instance),
                new Record(Host, A, "192.168.4.1"),
                new Record(instance, Service, "0 0 80 " + Host),
                new Record(instance, Text, text),
            },
            records);
    }

    [TestMethod]
    public void Whoever_asks_for_all_services_hears_of_both() => CollectionAssert.AreEqual(
        BothServices,
        Ask(Question("_services._dns-sd._udp.local", Pointer)).Select(r => r.Data).ToArray());

    [TestMethod]
    public void Questions_come_several_in_one_packet_and_their_names_point_at_each_other()
    {
        // _http._tcp.local; _wled and from there to the first one's _tcp.local.
        byte[] first = Question("_http._tcp.local", Pointer);
        byte[] query = [.. first, 5, .. Encoding.ASCII.GetBytes("_wled"), 0xC0, 18, 0, Pointer, 0x80, 1];
        query[5] = 2;

        string[] owners = [.. Ask(query).Where(r => r.Type == Pointer).Select(r => r.Owner)];

        CollectionAssert.AreEqual(BothServices, owners);
    }

    [TestMethod]
    [DataRow("elsewhere.local", A)]
    [DataRow("nanofirmware-00a1", A, DisplayName = "without its local")]
    [DataRow("nanofirmware-00a1.local.more", A)]
    [DataRow(Host, 28, DisplayName = "an address of IPv6")]
    [DataRow("_ipp._tcp.local", Pointer)]
    public void What_is_anothers_is_not_answered(string name, int type)
    {
        byte[] query = Question(name, type);
        Assert.AreEqual(0, _packet.Answer(query, query.Length, false, Address, _reply));
    }

    [TestMethod]
    public void An_answer_is_never_answered()
    {
        byte[] query = Question(Host, A);
        query[2] = 0x84;
        Assert.AreEqual(0, _packet.Answer(query, query.Length, false, Address, _reply));
    }

    [TestMethod]
    public void A_plain_resolver_gets_its_number_and_its_question_back_and_keeps_nothing_for_long()
    {
        byte[] query = Question(Host, A);
        query[0] = 0x12;
        query[1] = 0x34;

        int count = _packet.Answer(query, query.Length, true, Address, _reply);

        CollectionAssert.AreEqual(query[12..], _reply[12..query.Length], "the question");
        Assert.AreEqual(0x1234, (_reply[0] << 8) | _reply[1]);
        Assert.AreEqual(1, _reply[5], "questions");
        int ttlAt = count - 10;
        CollectionAssert.AreEqual(
            new byte[] { 0, 1, 0, 0, 0, 10, 0, 4 }, _reply[(ttlAt - 2)..(ttlAt + 6)], "no flush, ten seconds");
    }

    [TestMethod]
    public void Whoever_browses_is_told_of_everything_when_the_device_comes()
    {
        int count = _packet.Announce(Address, _reply);

        Record[] records = Read(count);

        Assert.HasCount(MdnsRecords.Count, records);
        CollectionAssert.Contains(records, new Record("_wled._tcp.local", Pointer, $"{Name}._wled._tcp.local"));
        CollectionAssert.Contains(records, new Record(Host, A, "192.168.4.1"));
    }

    [TestMethod]
    public void Names_that_point_at_themselves_end()
    {
        byte[] query = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 12, 0, Any, 0, 1];
        Assert.AreEqual(0, _packet.Answer(query, query.Length, false, Address, _reply));
    }

    [TestMethod]
    public void The_longest_name_fits_with_everything_asked_at_once()
    {
        string longest = new('ü', 15);
        var packet = new MdnsPacket(new MdnsRecords(longest, Mac));
        byte[] query = Question("_services._dns-sd._udp.local", Any);
        foreach (string name in new[] { "_http._tcp.local", "_wled._tcp.local", new string('-', 30) + ".local" })
        {
            query = [.. query, .. Question(name, Any)[12..]];
            query[5]++;
        }

        int count = packet.Answer(query, query.Length, true, Address, _reply);

        Assert.AreEqual(MdnsRecords.Count, _reply[7] + _reply[11], "records");
        Assert.IsTrue(count > 500 && count <= _reply.Length, $"{count} bytes");
    }

    [TestMethod]
    public void Whatever_comes_is_answered_within_bounds_or_not_at_all()
    {
        var random = new Random(1);
        byte[][] seeds = [Question(Host, A), Question("_wled._tcp.local", Pointer), Question($"{Name}._http._tcp.local", Any)];
        int answered = 0;
        for (int round = 0; round < 400_000; round++)
        {
            byte[] query = [.. seeds[round % seeds.Length], .. new byte[random.Next(0, 40)]];
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                query[random.Next(query.Length)] = (byte)random.Next(256);
            }

            int count = _packet.Answer(query, random.Next(query.Length + 1), random.Next(2) == 0, Address, _reply);
            answered += count > 0 ? 1 : 0;
            bool isSilent = count == 0;
            bool isAnswer = count > 12 && count <= _reply.Length && (query[2] & 0x80) == 0;
            Assert.IsTrue(isSilent || isAnswer, $"round {round}: {count} bytes");
        }

        Assert.IsTrue(answered > 10_000, $"{answered} answers: the questions are of no use");
    }

    private Record[] Ask(byte[] query)
    {
        int count = _packet.Answer(query, query.Length, false, Address, _reply);
        Assert.IsTrue(count > 0, "no answer");
        return Read(count);
    }

    private Record[] Read(int count)
    {
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0x84, 0, 0, 0 }, _reply[..6], "header");
        var records = new List<Record>();
        int at = 12;
        for (int i = _reply[7] + _reply[11]; i > 0; i--)
        {
            string owner = Read(ref at);
            int type = _reply[at + 1];
            int length = (_reply[at + 8] << 8) | _reply[at + 9];
            records.Add(new Record(owner, type, Data(type, at + 10, length)));
            at += 10 + length;
        }

        Assert.AreEqual(count, at, "bytes");
        return [.. records];
    }

    private string Data(int type, int at, int length)
    {
        switch (type)
        {
            case A:
                return string.Join('.', _reply[at..(at + length)]);
            case Pointer:
                return Read(ref at);
            case Service:
                int port = (_reply[at + 4] << 8) | _reply[at + 5];
                at += 6;
                return $"0 0 {port} {Read(ref at)}";
            default:
                return Encoding.UTF8.GetString(_reply, at + 1, length - 1);
        }
    }

    private string Read(ref int at)
    {
        var labels = new List<string>();
        for (int length = _reply[at]; length > 0; length = _reply[at])
        {
            labels.Add(Encoding.UTF8.GetString(_reply, at + 1, length));
            at += 1 + length;
        }

        at++;
        return string.Join('.', labels);
    }

    internal static byte[] Question(string name, int type) =>
    [
        0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0,
        .. name.Split('.').Select(Encoding.UTF8.GetBytes).SelectMany(label => (byte[])[(byte)label.Length, .. label]),
        0, (byte)(type >> 8), (byte)type, 0, 1,
    ];

    private sealed record Record(string Owner, int Type, string Data);
}
