using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Live;
using NanoFirmware.Tests.Live;

namespace NanoFirmware.HostTests.Live;

/// <summary>Datagrams that nobody meant: whatever is refused changes nothing, and nothing ever fails.</summary>
[TestClass]
public sealed class LiveFuzzTests
{
    private const int Datagrams = 70_000;

    [TestMethod]
    [DataRow("ddp")]
    [DataRow("e131")]
    [DataRow("artnet")]
    [DataRow("wled")]
    [DataRow("tpm2")]
    [DataRow("rgb")]
    public void What_is_refused_changes_nothing(string protocol)
    {
        var random = new Random(20261127);
        var booth = new LiveBooth();
        LiveInput input = InputOf(protocol, booth);
        byte[] before = new byte[booth.Frame.Waiting.Length];
        byte[] packet = new byte[1472];
        int taken = 0;

        for (int i = 0; i < Datagrams; i++)
        {
            byte[] good = Good(protocol, random);
            good.CopyTo(packet, 0);
            int length = Spoil(packet, good.Length, random);
            booth.Frame.Waiting.CopyTo(before, 0);
            int shown = booth.Shown;

            if (input.Hear(packet, length, booth.NowMs))
            {
                taken++;
                input.Draw(packet);
            }
            else
            {
                Assert.IsTrue(booth.Frame.Waiting.AsSpan().SequenceEqual(before), $"datagram {i} was refused and drawn");
                Assert.AreEqual(shown, booth.Shown, $"datagram {i} was refused and shown");
            }

            if (i % 7 == 0)
            {
                booth.EndFrame(input);
            }
        }

        Assert.IsTrue(taken > 0 && taken < Datagrams, $"{taken} taken");
    }

    private static LiveInput InputOf(string protocol, LiveBooth booth) => protocol switch
    {
        "ddp" => new DdpInput(booth.Controls, booth.Canvas),
        "e131" => new E131Input(booth.Controls, booth.Canvas),
        "artnet" => new ArtNetInput(booth.Controls, booth.Canvas),
        "wled" => new WledInput(booth.Controls, booth.Canvas),
        "tpm2" => new Tpm2Input(booth.Controls, booth.Canvas),
        _ => new RgbInput(booth.Controls, booth.Canvas),
    };

    private static byte[] Good(string protocol, Random random) => protocol switch
    {
        "ddp" => LiveMessage.Ddp(LiveMessage.DdpPush, random.Next(16), random.Next(400) * 3, random.Next(100), 9),
        "e131" => LiveMessage.E131(random.Next(1, 4), random.Next(256), 100, random.Next(8), 9),
        "artnet" => LiveMessage.ArtDmx(random.Next(3), random.Next(256), random.Next(1, 170), 9),
        "wled" => LiveMessage.Drgb(random.Next(1, 256), random.Next(100), 9),
        "tpm2" => [0x9C, 0xDA, 0, 3, (byte)random.Next(1, 4), 3, 9, 9, 9, 0x36],
        _ => [9, 9, 9, 8, 8, 8],
    };

    // Cut, longer, some bytes others, or nothing but noise.
    private static int Spoil(byte[] packet, int length, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return random.Next(length + 1);
            case 1:
                return Math.Min(packet.Length, length + random.Next(200));
            case 2:
                for (int i = 0; i < 4; i++)
                {
                    packet[random.Next(Math.Min(length, 130))] = (byte)random.Next(256);
                }

                return length;
            default:
                random.NextBytes(packet);
                return random.Next(packet.Length + 1);
        }
    }
}
