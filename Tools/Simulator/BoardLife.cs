using NanoFirmware.Web;
using System.Net;
using NanoFirmware.Control;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.Simulator;

/// <summary>
/// One life of the board, from power-up to the next restart: a fresh clock, fresh peripherals, the firmware from its beginning.
/// </summary>
internal sealed class BoardLife : IDisposable
{
    // What phones on the hotspot ask; the PC's own network has servers of its own.
    private const int DhcpPort = 67;
    private const int DnsPort = 53;

    // The device's WebSocket, behind the bench page.
    private const int SocketAbove = 2;

    private readonly RealTimeClock _clock = new();
    private readonly Action<string> _tell;

    /// <summary>Powers a board up; nothing runs on it yet.</summary>
    /// <param name="options">The ports, and the folder of the device's drive.</param>
    /// <param name="sound">What the microphone hears.</param>
    /// <param name="bornUs">When that is, on the device's own time scale.</param>
    /// <param name="tell">Takes a sentence about what goes wrong.</param>
    /// <exception cref="UsageException">The folder of the device's drive cannot be used.</exception>
    internal BoardLife(SimulatorOptions options, IAudioSource sound, long bornUs, Action<string> tell)
    {
        BornUs = bornUs;
        _tell = tell;
        try
        {
            Board = new SimulatedBoard(_clock, options.StateFolder);
            Board.Network.WiredAddress = Board.Network.OwnAddress;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _clock.Dispose();
            throw new UsageException($"--state cannot use the folder '{options.StateFolder}': {e.Message}", e);
        }

        Wiring = WiringForecast.Of(options.StateFolder);
        WiringForecast.Solder(Wiring, Board);
        Board.MapPort = port => port == NanoFirmware.Board.HttpPort ? options.Port : port;
        Board.Network.Streams.HostPorts = port => port == SocketServer.Port ? options.Port + SocketAbove : null;
        Board.Network.Far.Reach = (host, port) => (host, port);
        Board.Network.Datagrams.HostInterface = options.UdpInterface;
        Board.Network.Datagrams.HostPorts = port => port is DhcpPort or DnsPort ? null : Moved(port, options.UdpOffset);

        // A first start would set up the hotspot and restart the board; phones reach the simulator through the PC's loopback.
        Board.Network.IsPresent = false;
        Board.I2s.Source = sound;
        Board.Web.StartFailed += e => tell($"The device's web server did not start: {e.Message}");
        Board.Web.HandlerFailed += e => tell($"A web handler of the firmware threw {e.GetType().Name}: {e.Message}");
        _clock.HardwareEventFailed += e => tell($"The simulated hardware failed: {e.Message}");
    }

    private static int Moved(int port, int offset) => port + offset <= IPEndPoint.MaxPort ? port + offset : port - offset;

    /// <summary>The board.</summary>
    internal SimulatedBoard Board { get; }

    /// <summary>What is soldered to it.</summary>
    internal Wiring Wiring { get; }

    /// <summary>When its clock was at nought, on the device's own time scale.</summary>
    internal long BornUs { get; }

    /// <summary>
    /// Runs the firmware on a thread of its own; <paramref name="ended"/> is called when its Main has come to an end.
    /// </summary>
    internal void Start(Action firmware, Action ended)
    {
        SimulatedBoard.Install(Board);
        new Thread(() => Run(firmware, ended)) { Name = "firmware main", IsBackground = true }.Start();
    }

    /// <summary>Cuts the power: whoever still runs stops at the next call into the board.</summary>
    public void Dispose()
    {
        Board.Dispose();
        _clock.Dispose();
    }

    private void Run(Action firmware, Action ended)
    {
        try
        {
            Board.Run(firmware);
            _tell("The firmware's Main has returned.");
        }
        catch (Exception e)
        {
            _tell($"The firmware has stopped: {e.GetType().Name}: {e.Message}");
        }

        ended();
    }
}
