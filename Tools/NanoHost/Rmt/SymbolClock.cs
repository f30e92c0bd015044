namespace NanoHost.Rmt;

/// <summary>A channel's tick: 80 MHz divided by 1–256, as near to the resolution asked for as that goes.</summary>
internal readonly struct SymbolClock
{
    private const long SourceMHz = 80;
    private const long MaxDivider = 256;

    private readonly long _divider;

    public SymbolClock(int resolutionHz)
    {
        const long SourceHz = SourceMHz * 1_000_000;
        _divider = (SourceHz + resolutionHz / 2) / resolutionHz;
        if (_divider is < 1 or > MaxDivider)
        {
            throw new ArgumentException($"A resolution of {resolutionHz} Hz cannot be had: 312500 Hz to 80 MHz.");
        }
    }

    public long Ns(long ticks) => ticks * _divider * 1000 / SourceMHz;

    /// <summary>Whole µs that have passed when <paramref name="ticks"/> are over.</summary>
    public long UsUp(long ticks) => (ticks * _divider + SourceMHz - 1) / SourceMHz;

    /// <summary>Ticks that are over after <paramref name="us"/>.</summary>
    public long Ticks(long us) => us * SourceMHz / _divider;
}
