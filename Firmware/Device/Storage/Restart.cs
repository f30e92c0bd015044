using System.Threading;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Storage;

/// <summary>Starts the board again, when the answer that says so has left.</summary>
internal static class Restart
{
    private const int DelayMs = 1000;

    public static void Soon()
    {
        var thread = new Thread(Run) { Priority = ThreadPriority.Lowest };
        thread.Start();
    }

    private static void Run()
    {
        Thread.Sleep(DelayMs);
        Power.RebootDevice();
    }
}
