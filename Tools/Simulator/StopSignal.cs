using System.Runtime.InteropServices;

namespace NanoFirmware.Simulator;

/// <summary>
/// Ctrl+C and the system's polite request to end: the first one is answered cleanly, a second one ends the process at once.
/// </summary>
public sealed class StopSignal : IDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens from now on.</summary>
    public StopSignal() => _registrations =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask)];

    /// <summary>Done when the user wants to stop.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Asks to stop, as Ctrl+C does.</summary>
    public void Ask() => _asked.TrySetResult();

    /// <summary>Leaves signals to the system again.</summary>
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Ask(PosixSignalContext signal)
    {
        signal.Cancel = _asked.TrySetResult();
        if (!signal.Cancel && !Console.IsOutputRedirected)
        {
            // Ended at once, in the middle of a picture perhaps: the cursor comes back, the colours go.
            Console.Out.Write("\e[0m\e[?25h\n");
        }
    }
}
