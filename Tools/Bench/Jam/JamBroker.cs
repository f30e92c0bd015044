using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NanoFirmware.Bench.Jam;

/// <summary>Mosquitto on a free port of this machine, for as long as it is measured.</summary>
internal sealed class JamBroker : IDisposable
{
    private const int Tries = 500;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jam-broker-");
    private readonly Process _broker;

    internal JamBroker()
    {
        Port = FreePort();
        string settings = Path.Combine(_folder.FullName, "broker.conf");
        File.WriteAllText(
            settings,
            $"listener {Port} 127.0.0.1\nallow_anonymous true\nlog_dest none\n"
                + (Environment.UserName == "root" ? "user root\n" : string.Empty));
        _broker = Process.Start(new ProcessStartInfo("mosquitto", ["-c", settings]))!;
        for (int i = 0; i < Tries && !IsAnswering(); i++)
        {
            Thread.Sleep(10);
        }
    }

    internal int Port { get; }

    public void Dispose()
    {
        _broker.Kill();
        _broker.WaitForExit();
        _broker.Dispose();
        _folder.Delete(recursive: true);
    }

    private bool IsAnswering()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
