using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Live;
using NanoFirmware.Outputs;
using NanoFirmware.Sensors;
using NanoFirmware.Tests.Live;

namespace NanoFirmware.HostTests.Live;

/// <summary>
/// Over a bad Wi-Fi: one datagram in twenty is lost, and one in five arrives behind up to three that were sent after it. Whatever
/// carries a number never shows an older frame after a newer.
/// </summary>
[TestClass]
public sealed class LiveOrderTests
{
    private const int Cases = 200;

    // By what a die of a hundred sides says of each datagram.
    private const int Sides = 100;
    private const int LostBelow = 5;
    private const int OvertakenBelow = 25;
    private const int MostPlaces = 3;

    private const int Universes = 3;
    private const int UniversePixels = 170;
    private const int HalfPixels = LiveBooth.Pixels / 2;

    private static readonly Gen<int[]> Dice =
        Gen.Choose(1, 600).SelectMany(count => Gen.ArrayOf(Gen.Choose(0, Sides - 1), count));

    [TestMethod]
    public void Ddp_in_one_datagram_a_frame() => Check(dice =>
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        var shown = new Shown(booth.Frame, 0);
        return Arrivals(dice).All(frame =>
        {
            booth.Send(ddp, Numbered(LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (frame % 15), 0, 2, 0), 10, frame));
            return shown.IsNoOlder();
        });
    });

    [TestMethod]
    public void Ddp_in_two_datagrams_of_one_number() => Check(dice => ShowsHalves(dice, datagram => datagram / 2));

    [TestMethod]
    public void Ddp_in_two_datagrams_each_of_its_own_number() => Check(dice => ShowsHalves(dice, datagram => datagram));

    [TestMethod]
    public void Ddp_in_messages_of_the_socket() => Check(dice =>
    {
        var pixels = new SocketPixels(new LiveControls(), LiveBooth.Pixels);
        var shown = new Shown(pixels.Frame, 0);
        return Arrivals(dice).All(frame =>
        {
            byte[] packet = Numbered(LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (frame % 15), 0, 2, 0), 10, frame);
            pixels.Take(this, packet, packet.Length, 0);
            return shown.IsNoOlder();
        });
    });

    [TestMethod]
    public void E131_in_three_universes() => Check(dice =>
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        return ShowsUniverses(
            dice, booth, e131, (universe, frame) => Numbered(LiveMessage.E131(1 + universe, frame & 255, 100, 1, 0), 126, frame));
    });

    [TestMethod]
    public void Art_net_in_three_universes() => Check(dice =>
    {
        var booth = new LiveBooth();
        var artNet = new ArtNetInput(booth.Controls, booth.Canvas);
        return ShowsUniverses(
            dice, booth, artNet,
            (universe, frame) => Numbered(LiveMessage.ArtDmx(universe, 1 + (frame % 255), UniversePixels, 0), 18, frame));
    });

    [TestMethod]
    public void Sound_sync() => Check(dice =>
    {
        var booth = new LiveBooth();
        var sound = new ToldSound();
        var input = new SoundSyncInput(booth.Controls, sound);
        int newest = 0;
        return Arrivals(dice).All(hop =>
        {
            byte[] packet = LiveMessage.Sound(1 + (hop % 255), 0, false);
            packet[18] = (byte)(hop >> 8);
            packet[19] = (byte)hop;
            booth.Send(input, packet);
            int told = (sound.Bands[0] << 8) | sound.Bands[1];
            bool isNoOlder = told >= newest;
            newest = told;
            return isNoOlder;
        });
    });

    [TestMethod]
    public void What_a_sensor_tells()
    {
        using var device = new WiredDevice();
        SensorSet sensors = device.Device.Sensors;
        Check(dice =>
        {
            var booth = new LiveBooth();
            var input = new SensorInput(booth.Controls, sensors);
            int newest = 0;
            return Arrivals(dice).All(point =>
            {
                byte[] packet = new byte[SensorMessage.HeadBytes];
                packet[0] = SensorMessage.Kind;
                packet[6] = packet[10] = (byte)((point + 1) >> 8);
                packet[7] = packet[11] = (byte)(point + 1);
                int before = newest;
                newest = booth.Send(input, packet) ? sensors.All[0].Peaks : newest;
                return newest >= before;
            });
        });
    }

    [TestMethod]
    public void Most_of_what_comes_is_shown()
    {
        var random = new Random(20261128);
        int[] dice = [.. Enumerable.Range(0, 2000).Select(_ => random.Next(Sides))];
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        foreach (int frame in Arrivals(dice))
        {
            booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (frame % 15), 0, 2, 0));
        }

        Assert.IsTrue(booth.Shown > dice.Length * 0.7, $"{booth.Shown} of {dice.Length} frames were shown");
        Assert.IsTrue(ddp.Late > 0 && ddp.Lost > 0, $"{ddp.Late} late, {ddp.Lost} lost");
    }

    private static void Check(Func<int[], bool> isInOrder) =>
        Prop.ForAll(Dice.ToArbitrary(), isInOrder).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithQuietOnSuccess(true));

    // A frame is two halves, the second one pushes.
    private static bool ShowsHalves(int[] dice, Func<int, int> numberOf)
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        Shown[] halves = [new Shown(booth.Frame, 0), new Shown(booth.Frame, HalfPixels)];
        return Arrivals(dice).All(datagram =>
        {
            int half = datagram % 2;
            int flags = half == 0 ? LiveMessage.DdpMore : LiveMessage.DdpPush;
            byte[] packet = LiveMessage.Ddp(flags, 1 + (numberOf(datagram) % 15), half * HalfPixels * 3, HalfPixels, 0);
            booth.Send(ddp, Numbered(packet, 10, datagram / 2));
            return halves.All(h => h.IsNoOlder());
        });
    }

    private static bool ShowsUniverses(int[] dice, LiveBooth booth, LiveInput input, Func<int, int, byte[]> packetOf)
    {
        Shown[] parts = [.. Enumerable.Range(0, Universes).Select(i => new Shown(booth.Frame, i * UniversePixels))];
        return Arrivals(dice).All(datagram =>
        {
            booth.Send(input, packetOf(datagram % Universes, datagram / Universes));
            if (datagram % Universes == Universes - 1)
            {
                booth.EndFrame(input);
            }

            return parts.All(part => part.IsNoOlder());
        });
    }

    // Numbers in the order in which they arrive.
    private static IEnumerable<int> Arrivals(int[] dice) => Enumerable.Range(0, dice.Length)
        .Where(i => dice[i] >= LostBelow)
        .OrderBy(i => dice[i] < OvertakenBelow ? (2 * i) + 1 + (2 * (1 + (dice[i] % MostPlaces))) : 2 * i);

    // The frame's number in the first pixel of the piece: red and green.
    private static byte[] Numbered(byte[] packet, int at, int frame)
    {
        packet[at] = (byte)(frame >> 8);
        packet[at + 1] = (byte)frame;
        return packet;
    }

    /// <summary>What is shown of a piece of the frames.</summary>
    private sealed class Shown(SentFrame frames, int pixel)
    {
        private readonly Picture _picture = new(LiveBooth.Pixels);
        private int _newest;

        /// <summary>Whether it is no older than at the last look.</summary>
        internal bool IsNoOlder()
        {
            frames.TryRead(_picture);
            int number = (_picture.Grb[pixel * 3] << 8) | _picture.Grb[(pixel * 3) + 1];
            bool isNoOlder = number >= _newest;
            _newest = number;
            return isNoOlder;
        }
    }
}
