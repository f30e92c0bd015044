using System;
using NanoFirmware.Control;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Control;

[TestClass]
public class ControlSetTests
{
    private static readonly string[] Patterns = { "spectrum", "pulse" };
    private static readonly string[] Palettes = { "rainbow", "fire", "ice" };
    private static readonly byte[] Initial = new byte[8];
    private static readonly FirstLook Look = new FirstLook(Patterns[0], Palettes[0]);

    [TestMethod]
    public void Two_channels_keep_their_own_brightness()
    {
        var a = new ChannelControls(Patterns, Palettes, Initial, 180, Look);
        var b = new ChannelControls(Patterns, Palettes, Initial, 180, Look);
        b.Set("brightness", 200);

        a.Set("brightness", 55);

        Assert.AreEqual(55, a.Values[ChannelControls.BrightnessIndex]);
        Assert.AreEqual(200, b.Values[ChannelControls.BrightnessIndex]);
    }

    [TestMethod]
    public void A_value_out_of_range_is_refused_and_changes_nothing()
    {
        var controls = new ChannelControls(Patterns, Palettes, Initial, 180, Look);
        controls.Set("brightness", 7);

        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => controls.Set("brightness", 256));
        Assert.ThrowsException(typeof(ArgumentOutOfRangeException), () => controls.Set("brightness", -1));

        Assert.AreEqual(7, controls.Values[ChannelControls.BrightnessIndex]);
    }

    [TestMethod]
    public void An_unknown_control_is_refused()
    {
        var controls = new MasterControls();

        Assert.AreEqual(-1, controls.IndexOf("colour"));
        Assert.ThrowsException(typeof(ArgumentException), () => controls.Set("colour", 1));
    }

    [TestMethod]
    public void A_choice_is_found_by_name_whatever_its_case()
    {
        ControlSpec palette = new ChannelControls(Patterns, Palettes, Initial, 180, Look).Controls[ChannelControls.PaletteIndex];

        Assert.AreEqual(2, palette.IndexOfChoice("ICE"));
        Assert.AreEqual(-1, palette.IndexOfChoice("snow"));
    }

    [TestMethod]
    public void A_batch_changes_what_was_chosen_and_leaves_the_rest()
    {
        var controls = new ChannelControls(Patterns, Palettes, Initial, 180, Look);
        controls.Set("speed", 9);
        var values = new int[controls.Values.Length];
        var chosen = new bool[values.Length];
        values[ChannelControls.BrightnessIndex] = 40;
        chosen[ChannelControls.BrightnessIndex] = true;

        controls.Apply(values, chosen);

        Assert.AreEqual(40, controls.Values[ChannelControls.BrightnessIndex]);
        Assert.AreEqual(9, controls.Values[ChannelControls.SpeedIndex]);
        Assert.AreEqual(1, controls.Values[ChannelControls.EnabledIndex]);
    }

    [TestMethod]
    public void Every_change_moves_the_version()
    {
        var controls = new MasterControls();
        int before = controls.Version;

        controls.Set(MasterControls.PowerIndex, 0);

        Assert.AreNotEqual(before, controls.Version);
        Assert.IsFalse(controls.Power, "power is still on");
    }
}
