using NanoFirmware.Storage;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>Lets a request write to flash, or answers 429 when there were too many of them.</summary>
internal static class WriteGuard
{
    private const string TooMany =
        "too many writes: flash wears, so presets, key, network, wiring and backups are kept once a minute from here on";

    /// <summary>Takes a write from the budget; false when the reply says to come again later.</summary>
    public static bool Allows(WriteBudget budget, Reply reply)
    {
        long nowMs = (long)(HighResTimer.GetCurrent() / 1000);
        if (budget.TryTake(nowMs))
        {
            return true;
        }

        reply.Error(429, TooMany);
        reply.RetryAfterS = budget.WaitS(nowMs);
        return false;
    }
}
