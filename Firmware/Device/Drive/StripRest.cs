using NanoFirmware.Outputs;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Drive;

/// <summary>
/// Finds the moment for a call that reads or writes flash: one that finds both strips at rest. A write stops the chip for tens of
/// ms, a read for a little longer than a refill of a transmission may wait, so what is on the wire then is garbled; whatever else
/// wanted to run just comes later. A question to the network's configuration reads flash too.
/// </summary>
internal sealed class StripRest
{
    // A strip is busy for 5.7 ms: so many looks outlast it by far, on a clock that goes.
    private const int Looks = 20000;

    // Between the look and the call its thread may lose its turn, or a collection may come: for so long no transmission starts,
    // unless the call is over before.
    private const int HoldUs = 30000;

    private static StripRest _installed;

    private readonly WireBuffer _a;
    private readonly WireBuffer _b;

    public StripRest(Strip a, Strip b)
    {
        _a = a.Wire;
        _b = b.Wire;
    }

    /// <summary>
    /// From now on all files and the network's configuration mind these strips; before, there is no light to mind.
    /// </summary>
    public void Install() => _installed = this;

    /// <summary>
    /// Returns at such a moment, and keeps it until <see cref="Release"/>; to be called right before each call that reads or
    /// writes.
    /// </summary>
    public static void Await()
    {
        if (_installed != null)
        {
            _installed.Wait();
        }
    }

    /// <summary>The call is over: the strips may go on. One that fails lets them go on by itself.</summary>
    public static void Release()
    {
        if (_installed != null)
        {
            _installed._a.Hold(0);
            _installed._b.Hold(0);
        }
    }

    // Looks without a pause: after one the thread would wait up to 170 ms for its next turn, and find the strips busy again. Held
    // before it is looked at: no transmission starts between look and call.
    private void Wait()
    {
        for (int look = 0; look < Looks; look++)
        {
            long now = (long)HighResTimer.GetCurrent();
            _a.Hold(now + HoldUs);
            _b.Hold(now + HoldUs);
            if (_a.IsQuiet(now) && _b.IsQuiet(now))
            {
                return;
            }
        }
    }
}
