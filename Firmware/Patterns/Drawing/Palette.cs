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

    // Slices before the first segment; what was read is made light at once.
    private const int BeforeReading = -5;
    private const int BeforeLight = -4;

    /// <summary>Most pixels of a run that may be copied from anywhere within the first turn of <see cref="Wheel"/>.</summary>
    public const int LongestRun = Size * 3 / 4;

    private readonly byte[] _given = new byte[PaletteCatalog.ReadBytes];
    private readonly KeyLights _lights;

    // The lights of the keys in the order of the wire.
    private readonly int[] _sorted;
    private int _index = -1;
    private int _level;
    private int _segment = Segments;

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
}
