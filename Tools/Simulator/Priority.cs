using System.ComponentModel;
using System.Diagnostics;

namespace NanoFirmware.Simulator;

/// <summary>The simulated board runs in real time, beside whatever else this computer does.</summary>
internal static class Priority
{
    /// <summary>
    /// Asks for much more than the usual share, where the system grants it: some want an administrator for that.
    /// </summary>
    internal static void Raise()
    {
        try
        {
            using Process self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.High;
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // Not granted: frames may be late while the computer is busy, and the report says so.
        }
    }
}
