namespace NanoFirmware.Outputs;

/// <summary>
/// Lets no more than three general flashes a second out, of any strip and of all together. It darkens what would be the
/// fourth; a strip that does not rise is never touched.
/// </summary>
internal sealed class FlashGuard
{
    private readonly FlashWatch[] _strips;
    private readonly FlashWatch _together = new FlashWatch();
    private readonly int[] _leds;
    private readonly int _allLeds;

    // Luminance × LEDs of each strip: all are seen as one picture, of which a longer strip is more.
    private readonly int[] _shown;

    /// <param name="leds">Pixels of each strip; 0 where there is none.</param>
    public FlashGuard(int[] leds)
    {
        _leds = leds;
        _shown = new int[leds.Length];
        _strips = new FlashWatch[leds.Length];
        for (int i = 0; i < leds.Length; i++)
        {
            _strips[i] = new FlashWatch();
            _allLeds += leds[i];
        }
    }

    /// <summary>The greatest luminance that a strip may show now, 0–<see cref="FlashWatch.Full"/>.</summary>
    public int Ceiling(int strip, long nowUs)
    {
        FlashWatch watch = _strips[strip];
        FlashWatch all = _together;
        if (nowUs >= watch.FreeFromUs && nowUs >= all.FreeFromUs)
        {
            return FlashWatch.Full;
        }

        int own = watch.Ceiling(nowUs);
        int together = all.Ceiling(nowUs);
        if (together < FlashWatch.Full)
        {
            int left = ((together * _allLeds) - Others(strip)) / _leds[strip];
            own = own < left ? own : left;
        }

        return own > 0 ? own : 0;
    }

    /// <summary>Takes note of what a strip is about to show.</summary>
    public void Show(int strip, int luminance, long nowUs)
    {
        int[] shown = _shown;
        shown[strip] = luminance * _leds[strip];
        int all = 0;
        for (int i = 0; i < shown.Length; i++)
        {
            all += shown[i];
        }

        _strips[strip].Show(luminance, nowUs);
        _together.Show(all / _allLeds, nowUs);
    }

    private int Others(int strip)
    {
        int others = 0;
        for (int i = 0; i < _shown.Length; i++)
        {
            others += i == strip ? 0 : _shown[i];
        }

        return others;
    }
}
