using NanoFirmware.Leds;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Drive;

/// <summary>
/// Finds the moment for a write to flash: one that finds both strips at rest. A write stops the chip for tens of ms, the refill of a
/// transmission included, so what is on the wire then is garbled; whatever else wanted to run just comes later.
/// </summary>
internal sealed class WritePause
{
    // A strip is busy for 5.7 ms: so many looks outlast it by far, on a clock that goes.
    private const int Looks = 20000;

    // From the look to the write there are few instructions; for so long no transmission starts.
    private const int HoldUs = 3000;

    private static WritePause _installed;

    private readonly WireBuffer _a;
    private readonly WireBuffer _b;

    public WritePause(Strip a, Strip b)
    {
        _a = a.Wire;
        _b = b.Wire;
    }

    /// <summary>From now on all files mind these strips; before, there is no light to mind.</summary>
    public void Install() => _installed = this;

    /// <summary>Returns at such a moment; to be called right before each call that writes, since each takes its own time.</summary>
    public static void Await()
    {
        if (_installed != null)
        {
            _installed.Wait();
        }
    }

    // Looks without a rest: after one the thread would wait up to 170 ms for its next turn, and find the strips busy again.
    private void Wait()
    {
        long now = 0;
        for (int look = 0; look < Looks; look++)
        {
            now = (long)HighResTimer.GetCurrent();
            if (_a.IsFree(now) && _b.IsFree(now))
            {
                break;
            }
        }

        _a.Hold(now + HoldUs);
        _b.Hold(now + HoldUs);
    }
}
