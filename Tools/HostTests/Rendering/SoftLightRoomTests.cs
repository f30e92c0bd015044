using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>The room of soft lights: nobody's before a pattern needs it, and made outside of frames.</summary>
[TestClass]
public sealed class SoftLightRoomTests
{
    [TestMethod]
    public void Patterns_without_soft_lights_take_no_room_for_them()
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a", """{"pattern":"fire"}""");
        device.Settle();

        Assert.IsNull(PaletteOf(device.Device.ChannelA).Glows, "strip A");
        Assert.IsNull(PaletteOf(device.Device.ChannelB).Glows, "strip B");
    }

    [TestMethod]
    [DataRow("a")]
    [DataRow("b")]
    public void The_request_that_chooses_soft_lights_makes_their_room_for_both_strips(string channel)
    {
        using var device = new WiredDevice();
        device.Settle();
        device.Post("/api/channel/" + channel, """{"pattern":"comets"}""");
        byte[] roomA = PaletteOf(device.Device.ChannelA).Glows;
        byte[] roomB = PaletteOf(device.Device.ChannelB).Glows;
        Assert.IsNotNull(roomA, "strip A, before any frame");
        Assert.IsNotNull(roomB, "strip B, which may be linked to draw the same");

        device.Post("/api/global", """{"link":"canon"}""");
        device.Settle();
        device.Post("/api/channel/" + channel, """{"pattern":"ripple"}""");
        device.Settle();
        Assert.AreSame(roomA, PaletteOf(device.Device.ChannelA).Glows, "strip A keeps its room for life");
        Assert.AreSame(roomB, PaletteOf(device.Device.ChannelB).Glows, "strip B keeps its room for life");
    }

    private static Palette PaletteOf(Channel channel)
    {
        FieldInfo canvas = typeof(Channel).GetField("_canvas", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return ((Canvas)canvas.GetValue(channel)!).Palette;
    }
}
