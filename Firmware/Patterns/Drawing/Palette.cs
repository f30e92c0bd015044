using System;

namespace NanoFirmware.Rendering;

/// <summary>
/// The colours of one channel in wire order, ready to be copied: gamma, white balance, channel brightness and master
/// brightness are already in them, so that no pattern spends an instruction on any. A change is worked in by slices,
/// one a frame, since all of it at once would take the time of a frame.
/// </summary>
public sealed partial class Palette
{
    /// <summary>Number of colours, first to last.</summary>
    public const int Size = 256;

    /// <summary>Pixels of a turn of <see cref="Wheel"/>: there and back.</summary>
    public const int Turn = 512;

    /// <summary>Colours that a palette is given by.</summary>
    public const int Keys = 17;

    /// <summary>Bytes of them: red, green, blue as a screen would show them (sRGB-like, gamma 2.2).</summary>
    public const int KeyBytes = Keys * 3;

    private const int Segments = Keys - 1;
    private const int SegmentColours = Size / Segments;
    private const int SegmentsPerSlice = 2;
    // Slices before the first segment; what was read is made light at once.
    private const int BeforeReading = -5;
    private const int BeforeLight = -4;
    private const int BeforeHues = -3;

    // Dim key colours keep their hues in three slices: a change is to show within a quarter of a second.
    private const int HuesPerSlice = 6 * 3;

    /// <summary>Most pixels of a run that may be copied from anywhere within the first turn of <see cref="Wheel"/>.</summary>
    public const int LongestRun = Size * 3 / 4;

    private readonly byte[] _given = new byte[PaletteCatalog.ReadBytes];
    private readonly KeyLights _lights;

    // The lights of the keys in the order of the wire.
    private readonly int[] _sorted;
    private int _index = -1;
    private int _level;
    private int _segment = Segments;
    private readonly byte[] _nextWheel = new byte[Turn * 3];

    /// <summary>In the usual order.</summary>
    public Palette()
        : this(ColourOrder.Usual)
    {
    }

    /// <param name="order">That of the strip that shows it.</param>
    public Palette(ColourOrder order)
    {
        Order = order;
        _lights = new KeyLights(_given);
        _sorted = order.IsUsual ? _lights.Values : new int[KeyBytes];
    }

    /// <summary>The order of the bytes in <see cref="Wheel"/> and <see cref="Glows"/>.</summary>
    public readonly ColourOrder Order;

    /// <summary>3 bytes a pixel: colours 0–255, then 255–0, then the beginning again for runs across the seam.</summary>
    public readonly byte[] Wheel = new byte[(Turn + LongestRun) * 3];

    /// <summary>One more each time that new colours are complete; a pattern that keeps old pixels redraws them then.</summary>
    public int Version;

    /// <summary>The bytes of the brightest colour added up, at most; between key colours nothing is brighter than both.</summary>
    public int BrightestSum;

    /// <summary>Brightness of <see cref="Wheel"/>, 0–255.</summary>
    public int Level;

    /// <summary>True while another wheel is made.</summary>
    public bool IsBusy => _segment < Segments;

    /// <summary>Light in 256ths for a level to the eye, 0–255.</summary>
    public static int Scale(int level) => ((level * (level + 1)) >> 8) + 1;

    /// <summary>Takes over a palette of the table at a brightness, from the next <see cref="Work"/> on.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="level">Effective brightness, 0–255.</param>
    public void Begin(int index, int level)
    {
        _segment = index == _index && _segment != BeforeReading ? BeforeLight : BeforeReading;
        _index = index;
        _level = level;
    }

    /// <summary>Takes over <paramref name="keys"/> at a brightness, from the next <see cref="Work"/> on.</summary>
    /// <param name="keys">Key colours, see <see cref="KeyBytes"/>, evenly spaced from first to last.</param>
    /// <param name="level">Effective brightness, 0–255.</param>
    public void Begin(byte[] keys, int level)
    {
        Array.Copy(keys, 0, _given, 0, KeyBytes);
        _index = -1;
        _segment = BeforeLight;
        _level = level;
    }

    /// <summary>Does a slice of what is left of a change, about 6 µs of reference time.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public bool Work()
    {
        if (_segment < Segments)
        {
            WorkOnWheel();
            return true;
        }

        if (_keepsGlows && _glowsAreOld)
        {
            _glowsAreOld = false;
            _glow = 0;
            MakeGlowLevels();
        }

        if (!_keepsGlows || _glow == GlowColours)
        {
            return false;
        }

        WorkOnGlows();
        return true;
    }

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
        int first = light[key], second = light[key + 1], third = light[key + 2];
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
        int greenPlace = order.Green, redPlace = order.Red, bluePlace = order.Blue;
        byte[] wheel = _nextWheel;
        int steps = segment == Segments - 1 ? SegmentColours - 1 : SegmentColours;
        int key = segment * 3;
        int green = lights.AtDimLevel(key, 0), red = lights.AtDimLevel(key, 1), blue = lights.AtDimLevel(key, 2);
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
