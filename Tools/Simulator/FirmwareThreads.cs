using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace NanoFirmware.Simulator;

/// <summary>The firmware's threads, as the board would treat them.</summary>
internal static class FirmwareThreads
{
    /// <summary>
    /// From now on an exception that nothing catches ends the firmware's thread without a word, as on the board, and not this
    /// process; <paramref name="tell"/> gets the sentence that the board would have kept to itself.
    /// </summary>
    internal static void SurviveUnhandled(Action<string> tell) =>
        ExceptionHandling.SetUnhandledExceptionHandler(e =>
        {
            if (!BeganInFirmware(e))
            {
                return false;
            }

            tell($"A thread of the firmware has died: {e.GetType().Name}: {e.Message}");
            return true;
        });

    private static bool BeganInFirmware(Exception e) =>
        Array.Exists(
            new StackTrace(e).GetFrames(),
            frame => frame.GetMethod()?.Module.Assembly is { } assembly && WarmStart.Firmware.Contains(assembly));
}
