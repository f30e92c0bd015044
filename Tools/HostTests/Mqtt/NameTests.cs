using System.Net;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Mqtt;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>Names of brokers, asked for by a query of the device's own.</summary>
[TestClass]
public sealed class NameTests : IDisposable
{
    private const int Id = 0x1234;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("192.168.1.20", true)]
    [DataRow("0.0.0.0", true)]
    [DataRow("255.255.255.255", true)]
    [DataRow("256.1.1.1", false)]
    [DataRow("1.2.3", false)]
    [DataRow("1.2.3.", false)]
    [DataRow("1.2.3.4.5", false)]
    [DataRow("1..2.3", false)]
    [DataRow("99999999999.1.1.1", false)]
    [DataRow("broker", false)]
    [DataRow("", false)]
    public void An_address_is_four_numbers(string host, bool isAddress) =>
        Assert.AreEqual(isAddress, NameQuery.IsAddress(host), host);

    [TestMethod]
    public void A_question_is_as_RFC_1035_has_it()
    {
        var packet = new byte[NameQuery.MaxBytes];

        int length = NameQuery.Write(packet, Id, "mqtt.home", isLocal: false);

        Assert.AreEqual(
            "12-34-01-00-00-01-00-00-00-00-00-00-04-6D-71-74-74-04-68-6F-6D-65-00-00-01-00-01",
            BitConverter.ToString(packet, 0, length));
    }

    [TestMethod]
    public void An_address_behind_another_name_is_found()
    {
        byte[] answer = Answer(0, Record(5, [4, (byte)'b', (byte)'o', (byte)'x', (byte)'1', 0]), Record(1, [10, 0, 0, 7]));

        Assert.AreEqual(NameAnswer.Found, NameQuery.Read(answer, answer.Length, Id, out string address));
        Assert.AreEqual("10.0.0.7", address);
    }

    [TestMethod]
    [DataRow(3, NameAnswer.NoSuchName)]
    [DataRow(2, NameAnswer.Failed)]
    [DataRow(0, NameAnswer.NoSuchName)]
    public void No_address_is_told_apart(int code, object expected)
    {
        byte[] answer = Answer(code);

        Assert.AreEqual((NameAnswer)expected, NameQuery.Read(answer, answer.Length, Id, out string address));
        Assert.IsNull(address);
    }

    [TestMethod]
    public void An_answer_to_another_question_is_nobodys()
    {
        byte[] answer = Answer(0, Record(1, [10, 0, 0, 7]));

        Assert.AreEqual(NameAnswer.NotOurs, NameQuery.Read(answer, answer.Length, Id + 1, out _), "another number");
        answer[2] = 1;
        Assert.AreEqual(NameAnswer.NotOurs, NameQuery.Read(answer, answer.Length, Id, out _), "a question");
    }

    [TestMethod]
    public void No_bytes_break_what_reads_answers()
    {
        byte[] good = Answer(0, Record(5, [0xC0, 12]), Record(1, [10, 0, 0, 7]));
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] answer = (byte[])good.Clone();
            for (int j = random.Next(6); j >= 0; j--)
            {
                answer[3 + random.Next(answer.Length - 3)] = (byte)random.Next(256);
            }

            NameQuery.Read(answer, random.Next(answer.Length + 1), Id, out _);
        }
    }

    [TestMethod]
    public void The_networks_server_is_asked_and_the_library_gets_the_address()
    {
        using WiredDevice device = Joined();
        Answers(device, "10.0.0.7");

        string address = new NameLookup(device.Device.Radio).Find("mqtt.home");

        Assert.AreEqual("10.0.0.7", address);
        Assert.AreEqual("192.168.1.1:53", device.Network.Datagrams.Sent.First().Peer.ToString(), "who was asked");
        Assert.AreEqual(0, device.Network.Far.LookUps, "look-ups by the platform, which hold everything");
    }

    [TestMethod]
    public void Neighbours_are_asked_for_a_name_that_is_local()
    {
        using WiredDevice device = Joined();
        Answers(device, "192.168.1.20");

        string address = new NameLookup(device.Device.Radio).Find("HomeAssistant.Local");

        Datagrams.Datagram asked = device.Network.Datagrams.Sent.First();
        Assert.AreEqual("192.168.1.20", address);
        Assert.AreEqual("224.0.0.251:5353", asked.Peer.ToString(), "who was asked");
        Assert.AreEqual(IPAddress.Parse("192.168.1.50"), asked.Interface, "by the network that it is in");
    }

    [TestMethod]
    public void A_name_that_nobody_has_is_told()
    {
        using WiredDevice device = Joined();
        Answers(device, null);
        var lookup = new NameLookup(device.Device.Radio);

        Assert.IsNull(lookup.Find("nobody.home"));
        Assert.AreEqual("there is no nobody.home", lookup.Problem);
    }

    [TestMethod]
    public void Where_nobody_could_be_asked_no_socket_is_made()
    {
        using var device = new WiredDevice();
        var lookup = new NameLookup(device.Device.Radio);

        Assert.IsNull(lookup.Find("mqtt.home"));
        Assert.AreEqual("no network that could be asked for the name: give the broker's address", lookup.Problem);
        Assert.AreEqual(0, device.Network.Datagrams.Sent.Count, "datagrams");
    }

    [TestMethod]
    public void A_broker_that_is_away_is_tried_again_after_pauses_that_grow_to_eight_seconds_and_differ()
    {
        using var bench = new BrokerBench(0, BrokerBench.Login());
        List<long> tries = [];
        bench.Web.Network.Far.Reach = (_, _) =>
        {
            tries.Add(bench.Web.Clock.NowUs / 1000);
            return null;
        };
        for (int i = 0; i < 12_000; i++)
        {
            bench.Round();
        }

        long[] pauses = [.. tries.Zip(tries.Skip(1), (one, next) => next - one)];
        Assert.IsTrue(pauses[0] is >= 500 and <= 1020, $"the first one: {pauses[0]} ms");
        Assert.IsTrue(pauses.All(pause => pause <= 8020), $"the longest one: {pauses.Max()} ms");
        Assert.IsTrue(pauses.Skip(3).All(pause => pause >= 4000), "later ones");
        Assert.IsTrue(pauses.Skip(3).Distinct().Count() > 3, $"chance: {string.Join(' ', pauses)}");
    }

    private WiredDevice Joined()
    {
        NetworkPeripheral.Provision(_folder.Name, null, "home", "password");
        Wiring wiring = Strips.Wiring(Board.StripLeds, Board.StripLeds);
        return new WiredDevice(
            () => Strips.Store(wiring), _folder.Name, board => board.Network.Appear(new SurroundingNetwork("home", "password")));
    }

    // Whoever is asked answers at once, with an address or with none.
    private static void Answers(WiredDevice device, string address)
    {
        Task.Run(() =>
        {
            Datagrams.Datagram asked;
            while (!device.Network.Datagrams.Sent.TryPeek(out asked))
            {
                Thread.Sleep(5);
            }

            byte[] question = asked.Bytes;
            byte[] answer = address == null ? Answer(3) : Answer(0, Record(1, IPAddress.Parse(address).GetAddressBytes()));
            answer[0] = question[0];
            answer[1] = question[1];
            device.Network.Datagrams.Deliver(49152 + (((question[0] << 8) | question[1]) % 16000), answer, asked.Peer);
        });
    }

    private static byte[] Answer(int code, params byte[][] records) =>
        [0x12, 0x34, 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)records.Length, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes("\u0004mqtt\u0004home\0"), 0, 1, 0, 1, .. records.SelectMany(record => record)];

    private static byte[] Record(int type, byte[] data) =>
        [0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 60, 0, (byte)data.Length, .. data];
}
