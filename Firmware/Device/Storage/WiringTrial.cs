using System;
using NanoFirmware.Control;
using NanoFirmware.Outputs;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Storage;

/// <summary>Makes the strips of the wiring that is wanted, or of another one when they do not come up.</summary>
internal static class WiringTrial
{
    /// <summary>Strips A and B, in arrays that lie below everything that may die later.</summary>
    /// <exception cref="Exception">Not even those of a new device can be made.</exception>
    public static Strip[] MakeStrips(WiringStore wirings)
    {
        Strip[] strips = null;
        while (strips == null)
        {
            // What reading left behind would let the runtime move them; a collection alone leaves holes, so it is compacted.
            nanoFramework.Runtime.Native.GC.Run(true);
            strips = TryMake(wirings);
        }

        return strips;
    }

    /// <summary>What hangs on the strips could not be made: the device starts again with the last good wiring.</summary>
    public static void StartAgain(WiringStore wirings, string reason)
    {
        wirings.FallBack(reason);
        Power.RebootDevice();
    }

    // Null when others are to be tried. A transmitter that is refused to a wiring that was good before is tried again later.
    private static Strip[] TryMake(WiringStore wirings)
    {
        Wiring wiring = wirings.Running;
        var strips = new Strip[2];
        try
        {
            strips[0] = new Strip(wiring.A, wiring.MemoryBlocksOf(wiring.A));
            strips[1] = new Strip(wiring.B, wiring.MemoryBlocksOf(wiring.B));
        }
        catch (Exception fault)
        {
            Close(strips);
            if (!wirings.FallBack(fault.Message))
            {
                throw;
            }

            return null;
        }

        string refusal = strips[0].LastFault ?? strips[1].LastFault;
        if (!wirings.IsTrial || refusal == null)
        {
            return strips;
        }

        Close(strips);
        wirings.FallBack(refusal);
        return null;
    }

    private static void Close(Strip[] strips)
    {
        for (int i = 0; i < strips.Length; i++)
        {
            strips[i]?.Close();
        }
    }
}
