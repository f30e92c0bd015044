using System.Net.Sockets;
using System.Threading;
using NanoFirmware.Audio;
using NanoFirmware.Health;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// The WebSocket at port 81 (RFC 6455): pictures, events and commands for three clients at most, on one thread that asks each in
/// turn. While it is switched off it has no socket and no room.
/// </summary>
internal sealed partial class SocketServer : Loop
{
    /// <summary>TCP port.</summary>
    public const int Port = 81;

    private const int MostClients = 3;
    private const int PatienceMs = 10000;
    private const int PeriodMs = 10;
    private const int IdleMs = 100;
    private const int OffMs = 500;
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;

    private readonly Device _device;
    private readonly RequestCounts _counts;
    private readonly JamDoor _jams;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private SocketClient[] _clients;
    private SocketClient _spare;
    private SnapshotReader _ears;
    private Socket _listener;

    /// <param name="device">Whose strips and sound.</param>
    /// <param name="counts">What is counted for the status.</param>
    /// <param name="jams">Where clients find the jam.</param>
    public SocketServer(Device device, RequestCounts counts, JamDoor jams)
        : base("socket", ThreadPriority.Normal, PatienceMs)
    {
        _device = device;
        _counts = counts;
        _jams = jams;
    }

    /// <summary>One round; how long it may rest after it, in ms.</summary>
    internal int Serve(long nowMs)
    {
        if (!_device.Live.Controls.IsSocketOn)
        {
            CloseAll();
            return OffMs;
        }

        Open(nowMs);
        if (_listener == null)
        {
            return OffMs;
        }

        Accept(nowMs);
        AudioSnapshot heard = _ears.Read();
        int there = 0;
        int listeners = 0;
        bool isTelling = false;
        for (int i = 0; i < MostClients; i++)
        {
            SocketClient client = _clients[i];
            if (client.IsTaken)
            {
                client.Listen(nowMs);
                client.Tell(_device, heard, nowMs);
                isTelling = true;
                there += client.IsOpen ? 1 : 0;
                listeners += client.IsOpen && client.Wishes.SensorBits != 0 ? 1 : 0;
            }
        }

        _counts.SocketClients = there;
        _device.Sensors.Listeners = listeners;
        return isTelling ? PeriodMs : IdleMs;
    }

    protected override void Step()
    {
        int restMs = Serve((long)(HighResTimer.GetCurrent() / 1000));

        // Beside ears and renderers a usual thread has twenty turns a second: too few for pictures, which leave the ears asleep.
        Thread.CurrentThread.Priority = _device.Live.IsDrawnBySocket ? ThreadPriority.Highest : ThreadPriority.Normal;
        _device.Live.WaitForFrame(restMs);
    }

    protected override void Recover() => CloseAll();
}
