using System;
using NanoFirmware.Control;

namespace NanoFirmware.Storage;

/// <content>A wiring that was set has to prove itself, or the last good one comes back.</content>
internal sealed partial class WiringStore
{
    /// <summary>
    /// Finds out which wiring is to be tried. Whatever is missing or damaged never keeps the device from starting.
    /// </summary>
    public void Begin()
    {
        try
        {
            Load();
            TakeGiven();
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
        }

        if (Wanted.IsSame(_good))
        {
            Wanted = _good;
        }
        else
        {
            Try();
        }

        Running = Wanted;
    }

    /// <summary>The wiring in force does not work: another one takes its place. False when there is none left.</summary>
    /// <param name="reason">What failed.</param>
    public bool FallBack(string reason)
    {
        if (IsTrial)
        {
            GiveUp(reason);
            Running = _good;
            return true;
        }

        var initial = new Wiring();
        if (Running.IsSame(initial))
        {
            return false;
        }

        Problem = "the wiring did not come up, a new device's is in force: " + reason;
        Fail(Problem);
        Running = initial;
        return true;
    }
}
