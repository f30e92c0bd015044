using System.Threading;

namespace NanoFirmware.Audio;

/// <summary>
/// Hands snapshots from one writer to any number of readers without a lock, and never a torn one.
/// </summary>
/// <remarks>
/// Two slots and one counter: odd while the writer fills a slot, even when that slot is complete. Snapshot n
/// (counter 2n) lies in slot n &amp; 1, and its slot is touched again only from counter 2n + 3 on, so a copy that began
/// at 2n and ended at or before 2n + 2 is whole, even if the writer stopped half-way through the other slot.
/// The counter moves through <see cref="Interlocked"/>: there is no volatile on this runtime, and a desktop
/// processor needs the fence (docs/adr/0002-snapshots-without-locks.md).
/// </remarks>
public sealed class SnapshotExchange
{
    // A copy takes 1 µs of reference time and a publish comes every 16 667: a second failure means that this thread
    // was held up twice in a row, and its old picture is better than a longer wait.
    private const int Attempts = 3;

    private readonly AudioSnapshot _slot0 = new AudioSnapshot();
    private readonly AudioSnapshot _slot1 = new AudioSnapshot();
    private int _counter;

    /// <summary>Makes <paramref name="snapshot"/> the newest. One thread only; the caller may reuse the object at once.</summary>
    public void Publish(AudioSnapshot snapshot)
    {
        int filling = Interlocked.Increment(ref _counter);
        AudioSnapshot slot = ((filling + 1) & 2) == 0 ? _slot0 : _slot1;
        slot.CopyFrom(snapshot);
        Interlocked.Increment(ref _counter);
    }

    /// <summary>
    /// Copies the newest complete snapshot into <paramref name="snapshot"/>; false when the writer overtook every attempt,
    /// and then what <paramref name="snapshot"/> holds is not to be used.
    /// </summary>
    public bool TryRead(AudioSnapshot snapshot)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int before = Interlocked.CompareExchange(ref _counter, 0, 0) & ~1;
            snapshot.CopyFrom((before & 2) == 0 ? _slot0 : _slot1);
            int after = Interlocked.CompareExchange(ref _counter, 0, 0);
            if (after - before <= 2)
            {
                return true;
            }
        }

        return false;
    }
}
