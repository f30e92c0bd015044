using System;

namespace NanoFirmware.Rendering;

// How a wheel is made, slice by slice: the keys' lights first, then the colours between them.
public sealed partial class Palette
{
    private const int SegmentColours = Size / Segments;
    private const int SegmentsPerSlice = 2;
    private const int BeforeHues = -3;

    // Dim key colours keep their hues in three slices: a change is to show within a quarter of a second.
    private const int HuesPerSlice = 6 * 3;

    private readonly byte[] _nextWheel = new byte[Turn * 3];

    private void WorkOnWheel()
    {
        if (_segment < 0)
        {
            Prepare();
            return;
        }

        // A segment whose colours are looked at one by one is a slice of its own.
        bool isDear = false;
        for (int i = 0; i < SegmentsPerSlice && _segment < Segments && !isDear; i++)
        {
            isDear = _lights.IsTurning(_segment);
            if (isDear && i > 0)
            {
                break;
            }

            FillSegment(_segment);
            if (isDear)
            {
                KeepShown(_segment);
            }

            _segment++;
        }

        if (_segment == Segments)
        {
            Show();
        }
    }

    // Nothing that is shown was ever half of a wheel.
    private void Show()
    {
        byte[] made = _nextWheel;
        Array.Copy(made, 0, Wheel, 0, Turn * 3);
        Array.Copy(made, 0, Wheel, Turn * 3, LongestRun * 3);
        Level = _level;
        BrightestSum = _lights.BrightestSum;
        _glowsAreOld = true;
        _glow = GlowColours;
        Version++;
    }

    private void Prepare()
    {
        KeyLights lights = _lights;
        if (_segment == BeforeReading)
        {
            PaletteCatalog.Read(_index, _given);
            _segment = BeforeLight;
        }

        if (_segment == BeforeLight)
        {
            lights.Make(_level);
        }

        if (_segment >= BeforeHues)
        {
            int from = (_segment - BeforeHues) * HuesPerSlice;
            lights.KeepHues(from, from + HuesPerSlice < KeyBytes ? from + HuesPerSlice : KeyBytes);
        }

        // Only dim colours need the slices for hues.
        _segment = _segment == BeforeLight && !lights.IsDim ? 0 : _segment + 1;
        if (_segment == 0 && !Order.IsUsual)
        {
            SortLights();
        }
    }

    private void SortLights()
    {
        int[] light = _lights.Values;
        int[] sorted = _sorted;
        int[] colours = Order.Colours;
        for (int key = 0; key < KeyBytes; key += 3)
        {
            sorted[key] = light[key + colours[0]];
            sorted[key + 1] = light[key + colours[1]];
            sorted[key + 2] = light[key + colours[2]];
        }
    }

    private void FillSegment(int segment)
    {
        // The last segment ends on the last key itself.
        int steps = segment == Segments - 1 ? SegmentColours - 1 : SegmentColours;
        int[] light = _sorted;
        byte[] wheel = _nextWheel;
        int key = segment * 3;
        int first = light[key];
        int second = light[key + 1];
        int third = light[key + 2];
        int firstStep = (light[key + 3] - first) / steps;
        int secondStep = (light[key + 4] - second) / steps;
        int thirdStep = (light[key + 5] - third) / steps;
        int at = segment * SegmentColours * 3;
        int back = ((Turn - 1) * 3) - at;
        for (int i = 0; i < SegmentColours; i++)
        {
            wheel[at] = wheel[back] = (byte)(first >> 16);
            wheel[at + 1] = wheel[back + 1] = (byte)(second >> 16);
            wheel[at + 2] = wheel[back + 2] = (byte)(third >> 16);
            first += firstStep;
            second += secondStep;
            third += thirdStep;
            at += 3;
            back -= 3;
        }
    }

    // Of every colour that shows at DimLevel, the part that is strongest there shows below it too.
    private void KeepShown(int segment)
    {
        KeyLights lights = _lights;
        ColourOrder order = Order;
        int greenPlace = order.Green;
        int redPlace = order.Red;
        int bluePlace = order.Blue;
        byte[] wheel = _nextWheel;
        int steps = segment == Segments - 1 ? SegmentColours - 1 : SegmentColours;
        int key = segment * 3;
        int green = lights.AtDimLevel(key, 0);
        int red = lights.AtDimLevel(key, 1);
        int blue = lights.AtDimLevel(key, 2);
        int greenStep = (lights.AtDimLevel(key + 3, 0) - green) / steps;
        int redStep = (lights.AtDimLevel(key + 3, 1) - red) / steps;
        int blueStep = (lights.AtDimLevel(key + 3, 2) - blue) / steps;
        int at = segment * SegmentColours * 3;
        int back = ((Turn - 1) * 3) - at;
        for (int i = 0; i < SegmentColours; i++)
        {
            int part = green > red ? greenPlace : redPlace;
            int strongest = green > red ? green : red;
            if (blue >= strongest)
            {
                part = bluePlace;
                strongest = blue;
            }

            if (strongest >= KeyLights.OneStep && wheel[at + part] == 0)
            {
                wheel[at + part] = wheel[back + part] = 1;
            }

            green += greenStep;
            red += redStep;
            blue += blueStep;
            at += 3;
            back -= 3;
        }
    }
}
