using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Health;

/// <summary>
/// Looks at everything four times a second: loops that died or hang get a new thread, what was counted becomes an event, load
/// is shed. What cannot be mended restarts the device, with a note of the reason.
/// </summary>
internal sealed partial class Supervisor
{
    public const int LookMs = 250;

    private readonly FaultWatch _watch;
    private readonly SerialLog _serial;
    private readonly Device _device;
    private Loop[] _loops = new Loop[0];
    private int _seenRequests;
    private bool _isStoring;

    public Supervisor(Device device)
    {
        _device = device;
        Heap = new HeapWatch(Requests, device.Audio);
        Log = new EventLog(device.Master);
        _serial = new SerialLog(Log, new EventSentences(device, this));
        _watch = new FaultWatch(device, Requests, Log);
    }

    /// <summary>What the web counts.</summary>
    public readonly RequestCounts Requests = new RequestCounts();

    public readonly EventLog Log;

    public readonly LoadGuard Load = new LoadGuard();

    public readonly RestartNote Note = new RestartNote();

    /// <summary>What the heap has left.</summary>
    public readonly HeapWatch Heap;

    /// <summary>Faults of the supervisor itself.</summary>
    public int Faults;

    /// <summary>What the last of them said; null if it never failed.</summary>
    public string LastFault;

    /// <summary>
    /// What is shed, 0 to 4: what the load asks for, or all of it when the user does; with little memory, whatever answers can be
    /// done without.
    /// </summary>
    public int Level
    {
        get
        {
            int level = _device.Master.Lite ? LoadGuard.HalfRate : Load.Level;
            return Heap.IsLow && level < LoadGuard.Metrics ? LoadGuard.Metrics : level;
        }
    }

    private static long Now() => (long)(HighResTimer.GetCurrent() / 1000);
}
