using System.Threading;

namespace NanoFirmware.Outputs;

/// <summary>
/// An output's picture that comes from elsewhere: one writer, one reader, the newest whole picture, never a torn one. The rule is
/// that of the snapshots' exchange (docs/adr/0002-snapshots-without-locks.md): two slots and one counter, odd while a slot is
/// being filled.
/// </summary>
public sealed class LiveFrame
{
    // A copy takes 1 µs of reference time and a picture comes every 16 667: a second failure means that the reader was held up
    // twice.
    private const int Attempts = 3;

    private readonly Picture _slot0;
    private readonly Picture _slot1;
    private int _counter;

    /// <param name="leds">The output's pixels.</param>
    public LiveFrame(int leds)
    {
        _slot0 = new Picture(leds);
        _slot1 = new Picture(leds);
    }

    /// <summary>Number of the newest whole picture, 0 before the first; it tells a reader whether there is another.</summary>
    public int Number => Interlocked.CompareExchange(ref _counter, 0, 0) >> 1;

    /// <summary>The slot to fill next, all of it; nobody reads it before <see cref="End"/>.</summary>
    public Picture Begin()
    {
        // A writer that failed half-way fills the same slot again.
        int filling = (_counter & 1) != 0 ? _counter : Interlocked.Increment(ref _counter);
        return ((filling + 1) & 2) == 0 ? _slot0 : _slot1;
    }

    /// <summary>Makes what was filled the newest.</summary>
    public void End() => Interlocked.Increment(ref _counter);

    /// <summary>
    /// Copies the newest whole picture; false before the first, and when the writer overtook every attempt: then what
    /// <paramref name="picture"/> holds is not to be used.
    /// </summary>
    public bool TryRead(Picture picture)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int before = Interlocked.CompareExchange(ref _counter, 0, 0) & ~1;
            if (before == 0)
            {
                return false;
            }

            picture.CopyFrom((before & 2) == 0 ? _slot0 : _slot1);
            int after = Interlocked.CompareExchange(ref _counter, 0, 0);
            if (after - before <= 2)
            {
                return true;
            }
        }

        return false;
    }
}
