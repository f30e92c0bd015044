using System;
using System.Threading;
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

    // Between the look and the call its thread may lose its turn, another have one of 20 ms, and a collection come and move what
    // is alive: no transmission starts meanwhile. A longer hold would keep the strips waiting when the turn is lost after a call.
    private const int HoldUs = 100000;

    // As long as nobody else has the strips at rest: a call that never comes back keeps the others waiting for no longer.
    private const int LongestUs = 400000;

    // As long as a call takes that reads flash first and then waits for others.
    private const int BriefUs = 30000;

    private static StripRest _installed;

    private readonly WireBuffer _a;
    private readonly WireBuffer _b;
    private int _lastNumber;
    private int _holder;
    private long _endsUs;

    public StripRest(WireBuffer a, WireBuffer b)
    {
        _a = a;
        _b = b;
    }

    /// <summary>
    /// From now on all files and the network's configuration mind these strips; before, there is no light to mind.
    /// </summary>
    public void Install() => _installed = this;

    /// <summary>
    /// Returns at such a moment, and keeps it until what it returns is disposed of, right after the call. One thread has it at a
    /// time; null while there is no light to mind.
    /// </summary>
    public static IDisposable Begin() => _installed?.New(HoldUs);

    /// <summary>
    /// The same for a call that writes data, which takes as long as several turns: the strips have the frames first that the
    /// calls before it held up.
    /// </summary>
    public static IDisposable BeginWrite()
    {
        Thread.Sleep(0);
        return Begin();
    }

    /// <summary>The same for a call that waits for others when it has read: the strips do not wait with it.</summary>
    public static IDisposable BeginBrief() => _installed?.New(BriefUs);

    private Turn New(int holdUs)
    {
        var turn = new Turn(this, Interlocked.Increment(ref _lastNumber));
        for (int look = 0; look < Looks && !TryTake(turn.Number, Now()); look++)
        {
            Thread.Sleep(0);
        }

        Wait(holdUs);
        return turn;
    }

    /// <summary>Nobody else has the strips at rest from now on; false while somebody has.</summary>
    public bool TryTake(int number, long nowUs)
    {
        int holder = _holder;
        if (holder != 0 && nowUs < _endsUs)
        {
            return false;
        }

        // Before it is taken: who comes next must not find the end of a former one.
        _endsUs = nowUs + LongestUs;
        return Interlocked.CompareExchange(ref _holder, number, holder) == holder;
    }

    // Looks without a pause: after one the thread would wait up to 170 ms for its next turn, and find the strips busy again.
    private void Wait(int holdUs)
    {
        for (int look = 0; look < Looks; look++)
        {
            if (IsHad(Now(), holdUs))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Whether both strips are at rest and stay so. Held before it is looked at: no transmission starts between look and call.
    /// Those that are not go on: this thread may lose its turn before it looks again.
    /// </summary>
    public bool IsHad(long nowUs, int holdUs)
    {
        Hold(nowUs + holdUs);
        bool isHad = _a.IsQuiet(nowUs) && _b.IsQuiet(nowUs);
        if (!isHad)
        {
            Hold(0);
        }

        return isHad;
    }

    /// <summary>The call is over: the strips may go on, unless another thread has them at rest by now.</summary>
    public void End(int number)
    {
        if (_holder == number)
        {
            Hold(0);
            Interlocked.CompareExchange(ref _holder, 0, number);
        }
    }

    private void Hold(long untilUs)
    {
        _a.Hold(untilUs);
        _b.Hold(untilUs);
    }

    private static long Now() => (long)HighResTimer.GetCurrent();

    // One thread's rest of the strips.
    private sealed class Turn : IDisposable
    {
        private readonly StripRest _rest;

        public Turn(StripRest rest, int number)
        {
            _rest = rest;
            Number = number;
        }

        public readonly int Number;

        public void Dispose() => _rest.End(Number);
    }
}
