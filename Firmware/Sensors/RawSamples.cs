namespace NanoFirmware.Sensors;

/// <summary>
/// The newest samples of a sensor as they came. Whoever reads them has them held meanwhile: what comes then is watched as ever,
/// but not kept here.
/// </summary>
internal abstract class RawSamples
{
    /// <summary>Samples that are kept.</summary>
    public const int Most = 4000;

    /// <summary>Samples that are told in lite mode.</summary>
    public const int MostInLite = 1000;

    // A reader that never comes to its end holds them for so long.
    private const int HoldUs = 10000000;

    private long _heldUntilUs;

    /// <summary>Samples that are there now.</summary>
    public abstract int Count { get; }

    /// <summary>The sample with that number, 0 the oldest.</summary>
    public abstract int At(int index);

    /// <summary>Keeps them as they are for a while.</summary>
    public void Hold(long nowUs) => _heldUntilUs = nowUs + HoldUs;

    /// <summary>They may go on.</summary>
    public void Release() => _heldUntilUs = 0;

    protected bool IsHeld(long nowUs) => nowUs < _heldUntilUs;
}
