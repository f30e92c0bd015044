using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32.Rmt;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Rmt;

[TestClass]
public class Ws2812DecoderTests
{
    [TestMethod]
    public void Nominal_pulses_become_bytes_without_a_violation()
    {
        Ws2812Decoder decoder = new();
        Assert.IsTrue(Pixel(decoder, 0x123456, 400, 850, 800, 450), "nominal pulses make no pixel");
        CollectionAssert.AreEqual(new byte[] { 0x12, 0x34, 0x56 }, decoder.Bytes.ToArray());
        Assert.AreEqual(0, decoder.Violations);
    }

    [TestMethod]
    [DataRow(250, 700, 650, 300, 0)]
    [DataRow(550, 1000, 950, 600, 0)]
    [DataRow(249, 850, 800, 450, 23)]
    [DataRow(551, 850, 800, 450, 23)]
    [DataRow(400, 699, 800, 450, 22)]
    [DataRow(400, 1001, 800, 450, 22)]
    [DataRow(400, 850, 649, 450, 1)]
    [DataRow(400, 850, 951, 450, 1)]
    [DataRow(400, 850, 800, 299, 1)]
    [DataRow(400, 850, 800, 601, 1)]
    public void Every_pulse_is_held_against_its_limits(int t0h, int t0l, int t1h, int t1l, int violations)
    {
        // A single 1 among 23 zeros, the last of which is followed by the reset.
        Ws2812Decoder decoder = new();
        Pixel(decoder, 0x800000, t0h, t0l, t1h, t1l);
        Assert.AreEqual(violations, decoder.Violations, decoder.FirstViolation);
    }

    [TestMethod]
    public void A_violation_says_which_pulse_of_which_bit()
    {
        Ws2812Decoder decoder = new();
        Pixel(decoder, 0x400000, 400, 850, 1000, 450);
        Assert.AreEqual("bit 1: T1H 1.00 µs, allowed 0.65-0.95", decoder.FirstViolation);
    }

    [TestMethod]
    public void A_reset_below_280_us_is_a_violation_and_the_frame_goes_on()
    {
        Ws2812Decoder decoder = new();
        Assert.IsFalse(Pixel(decoder, 0, 400, 850, 800, 450, resetNs: 279_999), "a reset that is too short ends the frame");
        Assert.AreEqual(1, decoder.Violations);
        StringAssert.Contains(decoder.FirstViolation, "no reset");
        Assert.IsTrue(Pixel(decoder, 0, 400, 850, 800, 450), "the pixel after the short reset is lost");
        Assert.AreEqual(48, decoder.BitCount);
    }

    [TestMethod]
    public void A_frame_that_ends_within_a_pixel_is_a_violation()
    {
        Ws2812Decoder decoder = new();
        decoder.Pulse(true, 400);
        Assert.IsTrue(decoder.Pulse(false, 280_000), "the low that ends the frame is not seen");
        Assert.AreEqual(1, decoder.Violations);
    }

    [TestMethod]
    public void Inverted_levels_are_no_frame_for_a_strip()
    {
        Assert.AreNotEqual(0, Violations(settings => settings.SignalInverterEnabled = true));
    }

    [TestMethod]
    public void An_idle_level_of_high_spoils_the_first_bit_of_the_next_frame()
    {
        Assert.AreNotEqual(0, Violations(settings => settings.IdleLevel = true));
    }

    [TestMethod]
    public void A_carrier_spoils_every_high_pulse()
    {
        Assert.AreEqual(48, Violations(settings => settings.EnableCarrierWave = true));
    }

    [TestMethod]
    public void The_defaults_leave_carrier_off_and_the_line_low()
    {
        Assert.AreEqual(0, Violations(_ => { }));
    }

    [TestMethod]
    [DataRow(LedType.WS2812, 0)]
    [DataRow(LedType.WS2813, 23)]
    [DataRow(LedType.WS2811, 23)]
    public void The_ready_made_timings_fit_a_WS2812B_or_not(LedType type, int violations)
    {
        using Strip strip = new();
        new LedTransmitChannel(Strip.Pin, type).SendLedData(new byte[3]);
        strip.Clock.Advance(1000);
        Assert.AreEqual(violations, strip.Line.TimingViolations, strip.Frames.Single().FirstViolation);
    }

    [TestMethod]
    public void A_reset_of_50_us_is_too_short_for_frames_back_to_back()
    {
        using Strip strip = new();
        LedTransmitChannel channel = new(Strip.Pin, LedType.WS2812);
        byte[] pixel = { 1, 2, 3 };
        channel.SendLedData(pixel);
        channel.SendLedData(pixel);
        strip.Clock.Advance(1000);
        Assert.AreEqual(6, strip.Frames.Single().Bytes.Length);
        Assert.AreEqual(1, strip.Line.TimingViolations);
    }

    /// <summary>Violations of two frames of one pixel.</summary>
    private static long Violations(Action<TransmitChannelSettings> change)
    {
        using Strip strip = new();
        TransmitChannelSettings settings = Strip.Settings();
        change(settings);
        TransmitterEncodedChannel channel = new(settings, new EncoderSettings[] { Strip.Bits, Strip.Reset() });
        EncoderData[] data = Strip.Data(new byte[] { 1, 2, 3 });
        channel.SendWithEncoders(data, true);
        strip.Clock.Advance(1000);
        channel.SendWithEncoders(data, true);
        strip.Clock.Advance(1000);
        return strip.Line.TimingViolations;
    }

    private static bool Pixel(Ws2812Decoder decoder, int grb, int t0h, int t0l, int t1h, int t1l, long resetNs = 280_000)
    {
        bool complete = false;
        for (int bit = 23; bit >= 0; bit--)
        {
            bool one = ((grb >> bit) & 1) != 0;
            decoder.Pulse(true, one ? t1h : t0h);
            long lowNs = one ? t1l : t0l;
            complete = decoder.Pulse(false, bit == 0 ? resetNs : lowNs);
        }

        return complete;
    }
}
