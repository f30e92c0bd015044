namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>What one collection of the heap cost.</summary>
/// <param name="AtUs">When it began, µs.</param>
/// <param name="TookUs">How long it held everybody, µs.</param>
/// <param name="LateFrames">Times of a frame that passed without one, on the strip that had to wait longer.</param>
public sealed record CollectionCost(long AtUs, long TookUs, int LateFrames)
{
    private const double FrameUs = 1e6 / Board.FrameRateHz;

    internal static CollectionCost Of(long atUs, long tookUs, IEnumerable<IReadOnlyList<long>> startsUs) =>
        new(atUs, tookUs, startsUs.Select(strip => LateOn(strip, atUs, atUs + tookUs)).DefaultIfEmpty(0).Max());

    // From the last frame before it to the first one after it.
    private static int LateOn(IReadOnlyList<long> startsUs, long fromUs, long toUs)
    {
        int next = 0;
        while (next < startsUs.Count && startsUs[next] < toUs)
        {
            next++;
        }

        int last = next - 1;
        while (last >= 0 && startsUs[last] > fromUs)
        {
            last--;
        }

        return last < 0 || next == startsUs.Count ? 0 : (int)((startsUs[next] - startsUs[last]) / FrameUs) - (next - last);
    }
}
