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

    // From the look to the end of a read there is about a millisecond, to the beginning of a write less; for so long no
    // transmission starts.
    private const int HoldUs = 3000;

    // The library asks for each interface by itself.
    private const int QuestionHoldUs = 8000;

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
    /// Returns at such a moment; to be called right before each call that reads or writes, since each takes its own time.
    /// </summary>
    public static void Await() => Await(HoldUs);

    /// <summary>The same, before a call of the network's library.</summary>
    public static void AwaitQuestion() => Await(QuestionHoldUs);

    private static void Await(int holdUs)
    {
        if (_installed != null)
        {
            _installed.Wait(holdUs);
        }
    }

    // Looks without a pause: after one the thread would wait up to 170 ms for its next turn, and find the strips busy again. Held
    // before it is looked at: no transmission starts between look and call.
    private void Wait(int holdUs)
    {
        for (int look = 0; look < Looks; look++)
        {
            long now = (long)HighResTimer.GetCurrent();
            _a.Hold(now + holdUs);
            _b.Hold(now + holdUs);
            if (_a.IsQuiet(now) && _b.IsQuiet(now))
            {
                return;
            }
        }
    }
}
