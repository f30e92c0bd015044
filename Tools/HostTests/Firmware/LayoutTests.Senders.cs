using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Firmware;

/// <content>What somebody sends to a grid.</content>
public sealed partial class LayoutTests
{
    [TestMethod]
    [DataRow("rgb", false)]
    [DataRow("grb", false)]
    [DataRow("rgb", true)]
    public void What_a_sender_sends_row_by_row_is_seen_as_it_was_sent(string order, bool byColumns)
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post(
            "/api/channel/a/layout", Grid.Replace("}", byColumns ? ",\"by\":\"columns\"}" : ",\"start\":\"bottom-right\"}"));
        device.Post("/api/live", $$"""{"ddp":true,"raw":true,"order":"{{order}}"}""");
        device.Device.Live.Run();
        device.Frame();
        byte[] picture = [.. Enumerable.Range(0, 600).SelectMany(at => new[] { (byte)(at % 25), (byte)(at / 25), (byte)7 })];
        Deliver(device, picture[..1440], 0, NanoFirmware.Tests.Live.LiveMessage.DdpMore);
        Deliver(device, picture[1440..], 1440, NanoFirmware.Tests.Live.LiveMessage.DdpPush);
        device.Device.Live.Run();
        device.Frame();
        string pixels = device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;
        for (int at = 0; at < 600; at++)
        {
            string expected = order == "rgb" ? $"{at % 25:X2}{at / 25:X2}07" : $"{at / 25:X2}{at % 25:X2}07";
            Assert.AreEqual(expected, pixels.Substring(at * 6, 6), $"column {at % 25}, row {at / 25}");
        }
    }

    [TestMethod]
    public void A_sender_goes_on_while_the_layout_changes()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/state", """{"a":{"brightness":255},"b":{"brightness":255}}""");
        device.Post("/api/live", """{"ddp":true}""");
        foreach (string layout in new[]
        {
            Grid, """{"kind":"line"}""", """{"kind":"grid","width":25,"height":12,"span":false}""", Grid, """{"kind":"line"}""",
        })
        {
            device.Post("/api/channel/a/layout", layout);
            byte[] picture = [.. Enumerable.Repeat((byte)255, 1800)];
            for (int i = 0; i < 3; i++)
            {
                device.Device.Live.Run();
                Deliver(device, picture[..1440], 0, NanoFirmware.Tests.Live.LiveMessage.DdpMore);
                Deliver(device, picture[1440..], 1440, NanoFirmware.Tests.Live.LiveMessage.DdpPush);
                device.Device.Live.Run();
                device.Frame();
            }

            Assert.IsTrue(device.LightA.Concat(device.LightB).All(part => part == 255), $"{layout}: white all over");
        }
    }

    private static void Deliver(WiredDevice device, byte[] pixels, int offset, int flags)
    {
        byte[] packet = NanoFirmware.Tests.Live.LiveMessage.Ddp(flags, 1, offset, pixels.Length / 3, 0);
        pixels.CopyTo(packet, packet.Length - pixels.Length);
        device.Network.Datagrams.Deliver(
            4048, packet, new System.Net.IPEndPoint(System.Net.IPAddress.Parse("192.168.4.20"), 5000));
    }
}
