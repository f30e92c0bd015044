using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Outputs;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What a frame adds up to is counted where it might be too much, and told from some of its bytes elsewhere.</summary>
[TestClass]
public sealed class LightMeterTests
{
    private const int Leds = 384;
    private const int Frames = 600;

    // Of fine stripes in pure colours that move and change at once more may be hidden than is reckoned with.
    private const double OfStripes = 1.02;

    private readonly LightMeter _meter = new(new FrameBlocks(ColourOrder.Usual));
    private readonly byte[] _frame = new byte[Leds * 3];

    private int Sum => _frame.Sum(part => part);

    [TestMethod]
    public void A_picture_far_from_the_limit_is_counted_four_times_a_second()
    {
        int counted = Enumerable.Range(0, Frames).Count(at => Read(at, Moving, Leds * 400));

        Assert.AreEqual(Frames / 16, counted, 3, "frames of 600 that were counted");
    }

    [TestMethod]
    public void A_steady_picture_just_below_the_limit_is_trusted_by_and_by()
    {
        Moving(0);
        int most = Sum * 104 / 100;
        int counted = Enumerable.Range(0, Frames).Count(at => Read(at, Moving, most));

        Assert.IsTrue(counted < Frames / 8, $"{counted} frames of {Frames} were counted");
    }

    [TestMethod]
    public void Whatever_is_shown_what_is_taken_for_less_than_the_limit_is_no_more_than_two_hundredths_beyond_it()
    {
        var dice = new Random(14);
        for (int at = 0; at < 20 * Frames; at++)
        {
            // A new picture now and then: how bright, of which colours, how fine, and how it moves.
            if (at % 90 == 0)
            {
                _meter.Forget();
            }

            Draw(at, at / 90, dice);
            int most = Leds * 200;
            bool isCounted = _meter.Read(_frame, most, isBusy: false);
            Assert.IsTrue(Sum <= most * OfStripes || isCounted, $"frame {at}: {Sum} were taken for less than {most}");
            bool isRight = isCounted ? _meter.Sum == Sum : _meter.MostSum <= most;
            Assert.IsTrue(isRight, $"frame {at}: the sum is {Sum}, not {_meter.Sum}");
        }
    }

    [TestMethod]
    public void A_picture_that_becomes_too_bright_at_once_is_counted_at_once()
    {
        Enumerable.Range(0, 100).ToList().ForEach(at => Read(at, Moving, Leds * 400));
        Array.Fill(_frame, (byte)250);

        Assert.IsTrue(_meter.Read(_frame, Leds * 400, isBusy: false), "a frame beyond the limit was not counted");
        Assert.AreEqual(Sum, _meter.Sum);
    }

    private bool Read(int at, Action<int> draw, int most)
    {
        draw(at);
        return _meter.Read(_frame, most, isBusy: false);
    }

    // A soft wave of all colours.
    private void Moving(int at)
    {
        for (int i = 0; i < _frame.Length; i++)
        {
            _frame[i] = (byte)(60 + (40 * Math.Sin((i / 40.0) + (i % 3) + (at / 25.0))));
        }
    }

    private void Draw(int at, int picture, Random dice)
    {
        int period = 2 + (picture * 7 % 30);
        int speed = picture % 4;
        double light = 0.2 + (0.8 * Math.Abs(Math.Sin((at / 17.0) + picture)));
        for (int i = 0; i < _frame.Length; i++)
        {
            int pixel = (i / 3) + (at * speed / 3);
            bool isLit = pixel % period < 1 + (picture % period);
            int colour = ((picture >> (i % 3)) & 1) == 0 ? 30 : 250;
            _frame[i] = isLit ? (byte)(colour * light) : (byte)dice.Next(4);
        }
    }
}
