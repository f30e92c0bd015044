using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>
/// Evenings on which a strip stayed dark long after there was power enough, one by one, with the supply of a fresh device.
/// </summary>
[TestClass]
public sealed class PowerShareSequenceTests : IDisposable
{
    private const int HalfSecondFrames = 30;
    private const int OnsetEveryFrames = 30;

    private readonly WiredDevice _device = new();

    private Channel A => _device.Device.ChannelA;

    private Channel B => _device.Device.ChannelB;

    [TestInitialize]
    public void AsItComes()
    {
        MasterControls fresh = new();
        foreach (string budget in new[] { "channel-ma", "board-ma" })
        {
            _device.Device.Master.Set(budget, fresh.Controls.First(control => control.Name == budget).Initial);
        }

        Array.Fill(_device.Heard.Bands, (byte)200);
        _device.Heard.Level = 200;
    }

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_smaller_budget_beside_a_white_strip_leaves_its_half_to_the_other_and_no_mark_when_it_is_back()
    {
        Choose(A, "spectrogram", 128);
        B.Controls.Set("palette", Array.IndexOf(PaletteCatalog.Names(), "cool-white"));
        Choose(B, "solid", 255);
        Draw(240);
        double before = Milliamps(_device.LightA);
        int board = _device.Device.Master.Values[MasterControls.BoardBudgetIndex];

        _device.Device.Master.Set("board-ma", 2000);
        Draw(HalfSecondFrames);
        double shared = Milliamps(_device.LightA);
        Assert.IsTrue(shared > Math.Min(before, 1000) * 0.9, $"{shared:0} mA of a half of 1000, and a wish of {before:0}");
        Assert.IsTrue(shared + Milliamps(_device.LightB) <= 2001, $"{shared + Milliamps(_device.LightB):0} mA of 2000");

        _device.Device.Master.Set("board-ma", board);
        B.Controls.Set("brightness", 30);
        Draw(HalfSecondFrames);
        double after = Milliamps(_device.LightA);
        Assert.IsTrue(after > before * 0.95, $"{after:0} mA where it was {before:0}");
    }

    [TestMethod]
    public void A_flash_that_nobody_limits_is_as_bright_as_asked_within_half_a_second()
    {
        int boardMa = _device.Device.Master.Values[MasterControls.BoardBudgetIndex];
        B.Controls.Set("brightness", 255);
        A.Controls.Set("brightness", 255);
        int palette = A.Controls.Values[ChannelControls.PaletteIndex];
        A.Controls.Set("palette", Array.IndexOf(PaletteCatalog.Names(), "cool-white"));
        Choose(A, "solid", 255);
        Draw(120);
        A.Controls.Set("palette", palette);
        Choose(A, "pulse", 255);
        Draw(HalfSecondFrames);

        int brightest = 0;
        double freeMa = 0;
        for (int frame = 0; frame < 2 * OnsetEveryFrames; frame++)
        {
            Draw(1);
            if (_device.LightA.Max() > brightest)
            {
                brightest = _device.LightA.Max();
                freeMa = boardMa - Milliamps(_device.LightA) - Milliamps(_device.LightB);
            }
        }

        Assert.IsTrue(brightest >= 250 || freeMa < boardMa / 10, $"at most {brightest} of 255 while {freeMa:0} mA are free");
        Assert.IsTrue(brightest >= 90, $"at most {brightest} of 255");

        _device.Device.Master.Set("channel-ma", 20000);
        _device.Device.Master.Set("board-ma", 40000);
        Draw(HalfSecondFrames);
        brightest = 0;
        for (int frame = 0; frame < 2 * OnsetEveryFrames; frame++)
        {
            Draw(1);
            brightest = Math.Max(brightest, _device.LightA.Max());
        }

        Assert.IsTrue(brightest >= 250, $"at most {brightest} of 255: darkened although nothing is limited any more");
    }

    [TestMethod]
    public void A_strip_that_is_switched_off_leaves_the_board_to_the_other()
    {
        A.Custom.Set([255, 255, 255, 255, 255, 255], 2);
        A.Controls.Set("palette", PaletteCatalog.Names().Length - 1);
        Choose(A, "solid", 255);
        Choose(B, "spectrum", 255);
        Draw(240);
        B.Controls.Set("enabled", 0);
        Draw(HalfSecondFrames);

        int[] values = _device.Device.Master.Values;
        int mostMa = Math.Min(
            values[MasterControls.ChannelBudgetIndex], values[MasterControls.BoardBudgetIndex] - Board.StripLeds);
        double shown = Milliamps(_device.LightA);
        Assert.IsTrue(shown > mostMa * 0.95 && shown <= mostMa + 1, $"{shown:0} of {mostMa} mA");
    }

    private static void Choose(Channel channel, string pattern, int brightness)
    {
        channel.Controls.Set("pattern", Array.IndexOf(PatternCatalog.Names, pattern));
        channel.Controls.Set("brightness", brightness);
        channel.Controls.Set("fade", 0);
    }

    private void Draw(int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            _device.Heard.Onset = A.Output.Metrics.Frames % OnsetEveryFrames == 0;
            _device.Heard.OnsetStrength = _device.Heard.Onset ? 255 : 0;
            _device.Frame();
        }
    }

    private static double Milliamps(byte[] light) => (light.Length / 3 * 1.0) + (light.Sum(part => (double)part) * 18.5 / 255);
}
