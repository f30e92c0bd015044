using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Layout;
using NanoFirmware.Live;
using NanoFirmware.Simulator;
using NanoFirmware.Simulator.Sending;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>Where a picture is sent, in which pieces and datagrams.</summary>
[TestClass]
[RealTime]
public sealed class DdpTargetTests
{
    [TestMethod]
    [DataRow("ddp://10.0.0.7", 360, "0+360")]
    [DataRow("ddp://10.0.0.7,ddp://10.0.0.8", 600, "0+300 300+300")]
    [DataRow("ddp://10.0.0.7,ddp://10.0.0.8", 361, "0+181 181+180")]
    [DataRow("ddp://10.0.0.7/60,ddp://10.0.0.8:5000,ddp://x", 180, "0+60 60+60 120+60")]
    [DataRow("ddp://10.0.0.7,ddp://10.0.0.8/20", 180, "0+160 160+20")]
    [DataRow("ddp://10.0.0.7/200,ddp://10.0.0.8", 180, "0+180 180+0")]
    public void Each_device_gets_its_piece(string targets, int pixels, string pieces) =>
        Assert.AreEqual(pieces, string.Join(' ', DdpTarget.Cut(DdpTarget.ParseAll(targets)!, pixels)
            .Select(piece => $"{piece.First}+{piece.Count}")));

    [TestMethod]
    public void The_port_is_DDPs_unless_another_is_named()
    {
        DdpTarget[] targets = DdpTarget.ParseAll("ddp://strip.local, ddp://10.0.0.8:5000/30")!;
        Assert.AreEqual(new DdpTarget("strip.local", 4048, null), targets[0]);
        Assert.AreEqual(new DdpTarget("10.0.0.8", 5000, 30), targets[1]);
    }

    [TestMethod]
    public void A_picture_comes_in_numbered_datagrams_of_which_the_last_pushes()
    {
        using var ear = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)ear.Client.LocalEndPoint!).Port;
        using var sender = new DdpSender(DdpTarget.ParseAll($"ddp://127.0.0.1:{port}")!);
        byte[] picture = [.. Enumerable.Range(0, 1800).Select(i => (byte)(i * 7))];
        var told = new List<string>();
        for (int i = 0; i < 17; i++)
        {
            sender.Send(picture);
            byte[] seen = new byte[picture.Length];
            for (int part = 0; part < 2; part++)
            {
                IPEndPoint? from = null;
                byte[] datagram = ear.Receive(ref from);
                var packet = new DdpPacket();
                Assert.IsTrue(packet.Read(datagram, datagram.Length) && packet.IsForDisplay && packet.PixelBytes == 3,
                    "the firmware reads it");
                Array.Copy(datagram, packet.DataAt, seen, packet.Offset, packet.DataBytes);
                told.Add($"{packet.Sequence}{(packet.IsPush ? "!" : "")}");
            }

            CollectionAssert.AreEqual(picture, seen, $"picture {i}");
        }

        Assert.AreEqual("1 1! 2 2!", string.Join(' ', told.Take(4)));
        Assert.AreEqual("15 15! 1 1! 2 2!", string.Join(' ', told.Skip(28)), "15 is followed by 1: 0 would be none");
    }

    [TestMethod]
    public void A_grid_is_sent_row_by_row_however_the_strips_hang()
    {
        short[] places = GridLayout.Places(4, 3, GridLayout.Right, true, true);
        var plan = new GridPlan([5, 7], 0, true, places, 4, 3, GridPlan.Columns);
        byte[] leds = [.. places.SelectMany(place => new[] { (byte)place, (byte)0, (byte)0 })];
        byte[] picture = ShownPicture.Of(plan, leds[..15], leds[15..]);
        CollectionAssert.AreEqual(Enumerable.Range(0, 12).ToArray(), picture.Chunk(3).Select(pixel => (int)pixel[0]).ToArray());

        var small = new GridPlan([12, 7], 0, false, GridLayout.Places(2, 2, 0, false, true), 2, 2, GridPlan.Columns);
        byte[] alone = ShownPicture.Of(small, [.. Enumerable.Range(0, 12)
            .SelectMany(i => new[] { (byte)(i + 1), (byte)0, (byte)0 })], new byte[21]);
        Assert.AreEqual("1 2 4 3 0", string.Join(' ', alone.Chunk(3).Take(5).Select(pixel => pixel[0])), "rows first");
        Assert.AreEqual(19 * 3, alone.Length, "A's strip and then B's");
    }

    [TestMethod]
    [DataRow("--send", "http://10.0.0.7", "--send wants ddp://HOST[:PORT][/LEDS], and more of them after commas, not 'http")]
    [DataRow("--send", "ddp://10.0.0.7,", "--send wants ddp://HOST")]
    [DataRow("--send", "ddp://10.0.0.7/none", "--send wants ddp://HOST")]
    [DataRow("--grid", "25x24", "--grid belongs to --video")]
    [DataRow("--video", "a.mp4", "--video wants --send for where to, and --grid for how large")]
    public void What_cannot_be_sent_is_refused_in_a_sentence(string option, string value, string sentence)
    {
        UsageException refusal = Assert.ThrowsExactly<UsageException>(() =>
            CommandLine.ToOptions(CommandLine.Parse([option, value])));
        StringAssert.StartsWith(refusal.Message, sentence);
    }
}
