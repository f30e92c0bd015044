using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>A moment by which something must be over, however many small waits it takes.</summary>
internal sealed class Deadline
{
    private long _endMs;

    /// <summary>Begins to run.</summary>
    public void Begin(int ms) => BeginAt(NowMs, ms);

    /// <summary>Began to run at an earlier moment.</summary>
    public void BeginAt(long sinceMs, int ms) => _endMs = sinceMs + ms;

    /// <summary>What is left, in ms; 0 when it is over.</summary>
    public int LeftMs
    {
        get
        {
            long left = _endMs - NowMs;
            return left > 0 ? (int)left : 0;
        }
    }

    private static long NowMs => (long)(HighResTimer.GetCurrent() / 1000);
}
