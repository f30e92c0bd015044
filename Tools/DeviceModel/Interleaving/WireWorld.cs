using Mono.Cecil;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>The witness of the wire buffer: a clock, and a transmission that nobody may disturb.</summary>
internal static class WireWorld
{
    /// <summary>Time on the wire.</summary>
    internal const long FrameUs = 200;

    // The driver starts this much after the call, less than the guard's margin.
    private const long DriverUs = 60;
    private const long StepUs = 50;

    private const int Clock = 0;
    private const int BusyUntil = 1;

    internal static bool Native(MachineState state, CallFrame f, MethodReference method)
    {
        switch (method.Name)
        {
            case "Now":
                f.Pop();
                f.Push(state.Outside[Clock]);
                return true;
            case "PassTime" when !method.HasParameters:
                f.Pop();
                state.Outside[Clock] += StepUs;
                return true;
            case "Write":
                f.Pop();
                Check(state, "written");
                return true;
            case "Start":
                f.Pop();
                Check(state, "sent again");
                state.Outside[BusyUntil] = state.Outside[Clock] + DriverUs + FrameUs;
                return true;
            default:
                return false;
        }
    }

    private static void Check(MachineState state, string deed)
    {
        if (state.Outside[Clock] < state.Outside[BusyUntil])
        {
            throw new ViolationException(
                $"the buffer was {deed} {state.Outside[BusyUntil] - state.Outside[Clock]} µs before its transmission was over");
        }
    }
}
