using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;
using NanoFirmware.Generator;
using NanoFirmware.HostTests.Page;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>
/// The page for any host has the jam a second time, in a browser's language: held against the firmware's, and its MQTT against
/// a library's. No network is in it.
/// </summary>
[TestClass]
[RealTime]
public sealed class FarJamCodecTests
{
    private static TestBrowser _browser;
    private static IPage _page;

    [ClassInitialize]
    public static async Task OpenAsync(TestContext context)
    {
        TestBrowser.Find();
        _browser = await TestBrowser.StartAsync();
        _page = await (await _browser.VisitAsync(new BrowserNewContextOptions())).NewPageAsync();
        await _page.SetContentAsync(JamPages.Far(Repository.Root()));
    }

    [ClassCleanup]
    public static async Task CloseAsync()
    {
        if (_browser != null)
        {
            await _browser.DisposeAsync();
        }
    }

    [TestMethod]
    public void The_page_that_is_hosted_is_what_its_sources_make() => Assert.IsTrue(
        File.ReadAllText(Path.Combine(Repository.Root(), JamPages.FarPath)) == JamPages.Far(Repository.Root()),
        "run: dotnet run --project Tools/Generator");

    public static IEnumerable<object[]> Seeds() =>
        from seed in Enumerable.Range(0, 16)
        select new object[] { seed };

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public async Task Whatever_is_done_and_heard_the_page_says_what_a_device_says_to_the_byte(int seed)
    {
        var twin = new JamTwin(seed);
        twin.Run();
        string[] said = await _page.EvaluateAsync<string[]>(
            """
            deeds => {
              deeds = JSON.parse(deeds);
              let bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
              let text = packet => packet ? btoa(String.fromCharCode(...packet)) : '';
              let jam;
              return deeds.map(({ What: deed, At: at, With: more }) => {
                let said = '';
                if (deed === 'begin') jam = new JamSession(+more, 'twin', at);
                if (deed === 'join') jam.join(more, at);
                if (deed === 'edit') jam.edit(JSON.parse(more), at);
                if (deed === 'hear') jam.receive(bytes(more), at);
                if (deed === 'return') { jam.feed.meetStranger(); jam.feed.edited(true, Math.trunc(at / 1000)); }
                if (deed === 'say') { jam.tick(at); said = text(jam.feed.fill(at)); }
                return [said, jam.id, jam.state.digest, jam.state.originMs, jam.clock.ms(at), jam.count, jam.refused,
                  ...jam.people.all.map(one => one.name)].join(' ');
              });
            }
            """,
            JsonSerializer.Serialize(twin.Deeds));
        for (int i = 0; i < said.Length; i++)
        {
            Assert.AreEqual(twin.Expected[i], said[i], $"after deed {i} of {said.Length}: {twin.Deeds[i]}");
        }

        Assert.IsTrue(twin.Packets > 40, $"{twin.Packets} packets were said");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task The_pages_clock_goes_as_a_devices_whatever_pings_say(int seed)
    {
        var random = new Random(seed);
        var clock = new JamClock();
        long nowUs = random.NextInt64(0, 7_200_000_000);
        var deeds = new List<long[]>();
        var wanted = new List<string>();
        clock.Begin(nowUs);
        deeds.Add([nowUs, 0]);
        for (int i = 0; i < 2000; i++)
        {
            nowUs += random.Next(3) == 0 ? random.Next(60_000_000) : random.Next(20_000);
            clock.Drift(nowUs);
            int us = (int)clock.SessionUs(nowUs);
            int way = random.Next(1, 5) * random.Next(1, 8000);
            int off = random.Next(40) == 0 ? random.Next(-400_000, 400_000) : random.Next(-9000, 9000);
            int[] times = [us - way, us - (way / 2) + off, us - (way / 2) + off + random.Next(300), us];
            switch (random.Next(60))
            {
                case 0:
                    clock.Search();
                    deeds.Add([nowUs, 1]);
                    break;
                case 1:
                    clock.Adopt(times[1]);
                    deeds.Add([nowUs, 2, times[1]]);
                    break;
                default:
                    clock.Answered(times[0], times[1], times[2], times[3]);
                    deeds.Add([nowUs, 3, .. times]);
                    break;
            }

            wanted.Add($"{clock.SessionUs(nowUs)} {clock.IsSet}");
        }

        string[] gone = await _page.EvaluateAsync<string[]>(
            """
            text => {
              let [[begun], ...deeds] = JSON.parse(text), clock = new JamClock(begun);
              return deeds.map(([at, deed, ...times]) => {
                clock.drift(at);
                if (deed === 1) clock.search();
                if (deed === 2) clock.adopt(times[0]);
                if (deed === 3) clock.answered(...times);
                return clock.us(at) + (clock.isSet ? ' True' : ' False');
              });
            }
            """,
            JsonSerializer.Serialize(deeds));
        CollectionAssert.AreEqual(wanted, gone);
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("lights", "")]
    [DataRow("Jürgen", "sieben Farben, 七色")]
    public async Task A_connection_is_asked_for_as_a_library_asks(string user, string password)
    {
        byte[] will = [0x4A, 0x10, 0x31, 0x1D, 200, 0, 0, 0, 7];
        var packet = new MqttConnectPacket
        {
            ClientId = "jamk3j2h1",
            KeepAlivePeriod = 60,
            CleanSession = true,
            WillFlag = true,
            WillTopic = "nano/jam/JAM347",
            WillMessage = will,
            Username = user.Length > 0 ? user : null,
            Password = password.Length > 0 ? Encoding.UTF8.GetBytes(password) : null,
        };

        Assert.AreEqual(Encode(packet), await SaidAsync(
            "mqttConnect('jamk3j2h1', 60, 'nano/jam/JAM347', byePacket(roomSum('JAM347'), 200), user, password)",
            new { user, password }));
    }

    [TestMethod]
    public async Task Everything_else_is_said_as_a_library_says_it()
    {
        var subscribe = new MqttSubscribePacket
        {
            PacketIdentifier = 1,
            TopicFilters = [new MqttTopicFilter { Topic = "nano/jam/JAM347" }],
        };
        Assert.AreEqual(Encode(subscribe), await SaidAsync("mqttSubscribe('nano/jam/JAM347')"));
        Assert.AreEqual(Encode(MqttPingReqPacket.Instance), await SaidAsync("mqttPacket(mqtt.ping, 0, [])"));
        Assert.AreEqual(Encode(new MqttDisconnectPacket()), await SaidAsync("mqttPacket(mqtt.disconnect, 0, [])"));
        foreach (int length in new[] { 0, 1, 111, 112, 127, 128, 1400 })
        {
            var publish = new MqttPublishPacket
            {
                Topic = "nano/jam/K7",
                PayloadSegment = new ArraySegment<byte>([.. Enumerable.Range(0, length).Select(i => (byte)i)]),
            };
            Assert.AreEqual(
                Encode(publish),
                await SaidAsync("mqttPublish('nano/jam/K7', Uint8Array.from({ length }, (_, i) => i))", new { length }),
                $"{length} bytes");
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    public async Task Packets_are_read_however_they_are_cut_and_what_is_no_jam_s_is_passed_over(int seed)
    {
        var random = new Random(seed);
        var wanted = new List<string>();
        var all = new List<byte>();
        for (int i = 0; i < 60; i++)
        {
            byte[] payload = new byte[random.Next(8) == 0 ? random.Next(4000, 30_000) : random.Next(200)];
            random.NextBytes(payload);
            bool isKept = random.Next(6) == 0;
            int quality = random.Next(2);
            var packet = new MqttPublishPacket
            {
                Topic = "nano/jam/JAM347",
                PayloadSegment = new ArraySegment<byte>(payload),
                Retain = isKept,
                QualityOfServiceLevel = (MqttQualityOfServiceLevel)quality,
                PacketIdentifier = (ushort)(quality * random.Next(1, 60_000)),
            };
            byte[] bytes = Convert.FromBase64String(Encode(packet));
            all.AddRange(bytes);
            all.AddRange(Convert.FromBase64String(Encode(MqttPingRespPacket.Instance)));
            if (!isKept && bytes.Length <= 4096)
            {
                wanted.Add(Convert.ToBase64String(payload));
            }
        }

        var pieces = new List<string>();
        for (int at = 0; at < all.Count;)
        {
            int length = Math.Min(all.Count - at, random.Next(3) == 0 ? random.Next(1, 4) : random.Next(1, 6000));
            pieces.Add(Convert.ToBase64String([.. all.GetRange(at, length)]));
            at += length;
        }

        string[] read = await _page.EvaluateAsync<string[]>(
            """
            pieces => {
              let reader = new MqttReader(), read = [];
              for (let piece of pieces) {
                for (let packet of reader.take(Uint8Array.from(atob(piece), letter => letter.charCodeAt(0)))) {
                  let payload = packet.type === mqtt.publish ? mqttPayload(packet) : null;
                  if (payload) read.push(btoa(String.fromCharCode(...payload)));
                }
              }
              return read;
            }
            """,
            pieces);
        CollectionAssert.AreEqual(wanted, read);
    }

    [TestMethod]
    public async Task What_never_ends_is_no_MQTT() => Assert.IsTrue(
        await _page.EvaluateAsync<bool>("() => new MqttReader().take(new Uint8Array([48, 255, 255, 255, 255, 1])) === null"),
        "a length of five bytes");

    private static Task<string> SaidAsync(string call, object with = null) => _page.EvaluateAsync<string>(
        $"({{ user, password, length }}) => btoa(String.fromCharCode(...{call}))", with ?? new { });

    private static string Encode(MqttPacket packet)
    {
        var writer = new MqttBufferWriter(4096, 65535);
        MqttPacketBuffer buffer = new MqttPacketFormatterAdapter(MqttProtocolVersion.V311, writer).Encode(packet);
        return Convert.ToBase64String(buffer.ToArray());
    }
}
