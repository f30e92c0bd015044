namespace NanoFirmware.Simulator;

/// <summary>
/// Counts the frames of a strip that its device left out because it wanted half of them: no computer's fault. They are among
/// those that it counts as skipped.
/// </summary>
public sealed class RestedFrames
{
    private long _skipped;
    private long _hops;
    private bool _wasHalfRate;

    /// <summary>Since the device started.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Looks at what was counted when a frame is latched: at half rate every second hop since the last one is left out.
    /// </summary>
    /// <param name="skipped">Frames that were skipped since the device started.</param>
    /// <param name="hops">Hops that it has heard.</param>
    /// <param name="isHalfRate">Whether it leaves out every second frame.</param>
    public void Look(long skipped, long hops, bool isHalfRate)
    {
        if (skipped < _skipped || hops < _hops)
        {
            // It has started anew.
            (_skipped, _hops, Count) = (0, 0, 0);
        }

        Count += isHalfRate || _wasHalfRate ? Math.Min(skipped - _skipped, (hops - _hops + 1) / 2) : 0;
        (_skipped, _hops, _wasHalfRate) = (skipped, hops, isHalfRate);
    }
}
