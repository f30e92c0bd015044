namespace NanoFirmware.Rendering;

/// <summary>
/// Lets no more than three general flashes a second out, of either strip and of both together. It darkens what would be the
/// fourth; a strip that does not rise is never touched.
/// </summary>
internal sealed class FlashGuard
{
    private readonly FlashWatch[] _strips = { new FlashWatch(), new FlashWatch() };
    private readonly FlashWatch _both = new FlashWatch();
    private readonly int[] _shown = new int[2];

    /// <summary>The greatest luminance that a strip may show now, 0–<see cref="FlashWatch.Full"/>.</summary>
    public int Ceiling(int strip, long nowUs)
    {
        int own = _strips[strip].Ceiling(nowUs);
        int together = _both.Ceiling(nowUs);
        if (together < FlashWatch.Full)
        {
            // Both are seen as one picture of twice the size.
            int left = (2 * together) - _shown[1 - strip];
            own = own < left ? own : left;
        }

        return own > 0 ? own : 0;
    }

    /// <summary>Takes note of what a strip is about to show.</summary>
    public void Show(int strip, int luminance, long nowUs)
    {
        _shown[strip] = luminance;
        _strips[strip].Show(luminance, nowUs);
        _both.Show((_shown[0] + _shown[1]) / 2, nowUs);
    }
}
