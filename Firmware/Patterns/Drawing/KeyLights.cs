namespace NanoFirmware.Rendering;

/// <summary>
/// The light of a palette's key colours at a brightness: gamma and white balance are in it. Where a dim colour has few steps of
/// eight bits left, they are shared out so that it keeps its hue and its strongest part never goes out.
/// </summary>
internal sealed class KeyLights
{
    /// <summary>One step of the eight bits that the LEDs take, in the fixed point of <see cref="Values"/>.</summary>
    public const int OneStep = 1 << 16;

    /// <summary>Below this brightness the steps of eight bits are reckoned with.</summary>
    public const int DimLevel = 64;

    /// <summary>Green, red, blue of each key in 8.16 fixed point.</summary>
    public readonly int[] Values = new int[Palette.KeyBytes];

    /// <summary>The bytes of the brightest key added up, at most.</summary>
    public int BrightestSum;

    private readonly byte[] _given;
    private int _level;
    private int _turning;

    /// <param name="given">Red, green, blue of each key as a screen would show them.</param>
    public KeyLights(byte[] given) => _given = given;

    /// <summary>True when steps have to be shared out.</summary>
    public bool IsDim => _level > 0 && _level < DimLevel;

    /// <summary>Makes the light of all keys, as <see cref="Light"/> does, without 51 calls.</summary>
    public void Make(int level)
    {
        _level = level;
        _turning = 0;
        int[] values = Values;
        ushort[] gamma = Gamma.Linear;
        byte[] given = _given;
        int brightest = 0;
        int red = Whole(Board.WhiteRed, level);
        int green = Whole(Board.WhiteGreen, level);
        int blue = Whole(Board.WhiteBlue, level);
        for (int i = 0; i < Palette.KeyBytes; i += 3)
        {
            values[i] = gamma[given[i + 1]] * green / 255 << 8;
            values[i + 1] = gamma[given[i]] * red / 255 << 8;
            values[i + 2] = gamma[given[i + 2]] * blue / 255 << 8;
            int sum = values[i] + values[i + 1] + values[i + 2];
            brightest = sum > brightest ? sum : brightest;
        }

        BrightestSum = (brightest >> 16) + 1;
    }

    /// <summary>Shares out the steps of dim keys; raised ones may add up to more than was found before.</summary>
    /// <param name="from">Index of the first key's first value.</param>
    /// <param name="to">Index after the last one's.</param>
    public void KeepHues(int from, int to)
    {
        int[] values = Values;
        int brightest = (BrightestSum - 1) << 16;
        for (int i = from; i < to; i += 3)
        {
            KeepHue(values, i);
            if (i > 0 && MayGoOut(i - 3))
            {
                _turning |= 1 << ((i / 3) - 1);
            }

            int sum = values[i] + values[i + 1] + values[i + 2];
            brightest = sum > brightest ? sum : brightest;
        }

        BrightestSum = (brightest >> 16) + 1;
    }

    /// <summary>
    /// True when a dim colour after a key might lose its strongest part before the next one, since that is another one at either
    /// end or one of the two shows nothing.
    /// </summary>
    /// <param name="segment">Which key.</param>
    public bool IsTurning(int segment) => (_turning >> segment & 1) != 0;

    /// <summary>What a part of a key would be at <see cref="DimLevel"/>.</summary>
    /// <param name="key">Index of the key's first value.</param>
    /// <param name="part">0 green, 1 red, 2 blue.</param>
    public int AtDimLevel(int key, int part)
    {
        if (part == 0)
        {
            return Light(key + 1, Whole(Board.WhiteGreen, DimLevel));
        }

        return part == 1 ? Light(key, Whole(Board.WhiteRed, DimLevel)) : Light(key + 2, Whole(Board.WhiteBlue, DimLevel));
    }

    private bool MayGoOut(int key)
    {
        int here = Strongest(key);
        int there = Strongest(key + 3);
        bool isHere = Values[key + here] >= OneStep;
        bool isThere = Values[key + 3 + there] >= OneStep;
        return isHere != isThere || (isHere && here != there);
    }

    private static int Whole(int white, int level) => level * white / 255;

    // 65535 × 256 stays below 256 in 8.16, so that full is 255 and not more.
    private int Light(int given, int whole) => Gamma.Linear[_given[given]] * whole / 255 << 8;

    // Its strongest part is never below one step, and the others are rounded to the nearest. None gets more than it has at
    // DimLevel, so that more brightness is never less of anything. Raised parts are told from DimLevel, where little was rounded
    // away.
    private void KeepHue(int[] values, int at)
    {
        int part = Strongest(at);
        int strongestAtDim = AtDimLevel(at, part);
        if (strongestAtDim < OneStep)
        {
            return;
        }

        for (int i = 0; i < 3; i++)
        {
            int most = AtDimLevel(at, i);
            int least = (int)((long)most * OneStep / strongestAtDim);
            int raised = (least > values[at + i] ? least : values[at + i]) + (OneStep / 2);
            values[at + i] = raised < most ? raised : most;
        }
    }

    private int Strongest(int key)
    {
        int[] values = Values;
        int strongest = values[key] > values[key + 1] ? 0 : 1;
        return values[key + strongest] > values[key + 2] ? strongest : 2;
    }
}
