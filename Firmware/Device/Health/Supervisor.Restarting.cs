using System.Threading;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Health;

/// <content>The last means: what waits is stored, the reason is noted.</content>
internal sealed partial class Supervisor
{
    // A save takes a tenth of a second, or seconds when the drive has to make room first.
    private const int FlushMs = 5000;

    /// <summary>Restarts the device for a reason; returns only when it had better not.</summary>
    public void RestartDevice(int cause)
    {
        if (_isStoring)
        {
            return;
        }

        bool isStored = false;
        if (Ends(() => isStored = Note.TryStore(cause, Now())) && isStored)
        {
            Ends(_device.Settings.Flush);
            Power.RebootDevice();
        }
    }

    // On a thread of its own: a drive that hangs may be the very reason for the restart, and must not hold the supervisor too.
    // What hangs is not asked again.
    private bool Ends(ThreadStart work)
    {
        var ended = new AutoResetEvent(false);
        _isStoring = true;
        var thread = new Thread(() =>
        {
            try
            {
                work();
                ended.Set();
            }
            finally
            {
                _isStoring = false;
            }
        });
        thread.Start();
        return ended.WaitOne(FlushMs, false);
    }
}
