using System.Net;
using System.Net.Sockets;
using nanoFramework.WebServer;
using NanoHost;
using NanoHost.Net;
using HttpListener = NanoHost.Net.HttpListener;
using HttpListenerContext = NanoHost.Net.HttpListenerContext;

namespace NanoFirmware.HostTests.Web;

/// <summary>A board with a web server on device port 80, which is a free port of the PC, and a client for it.</summary>
internal sealed class ServedBoard : IDisposable
{
    internal const int DevicePort = 80;

    private readonly SimulatedBoard _board;

    internal ServedBoard(params Type[] controllers)
        : this(null, controllers)
    {
    }

    internal ServedBoard(IPAddress address, params Type[] controllers)
    {
        HostPort = FreePort.Tcp();
        _board = SimulatedBoard.Install(
            new SimulatedBoard(new ManualClock()) { MapPort = port => port == DevicePort ? HostPort : port });
        Server = new nanoFramework.WebServer.WebServer(DevicePort, HttpProtocol.Http, address, controllers);
        Client = new HttpClient { BaseAddress = new Uri($"http://localhost:{HostPort}/"), Timeout = TimeSpan.FromSeconds(20) };
        _board.Web.HandlerFailed += failure => HandlerFailure = failure;
    }

    internal int HostPort { get; }

    internal nanoFramework.WebServer.WebServer Server { get; }

    internal HttpClient Client { get; }

    internal NanoHost.Web.WebServers Web => _board.Web;

    internal Exception HandlerFailure { get; private set; }

    /// <summary>Starts the server with a handler for whatever matches no route.</summary>
    internal static ServedBoard Answering(Action<HttpListenerContext> answer)
    {
        var board = new ServedBoard();
        board.Server.CommandReceived += (_, e) => answer(e.Context);
        board.Server.Start();
        return board;
    }

    /// <summary>Without the server: a listener alone, whose first connection is given out unread.</summary>
    internal static ServedBoard Listening(Action<HttpListenerContext> take)
    {
        var board = new ServedBoard();
        var listener = new HttpListener("http", DevicePort, IPAddress.Any);
        listener.Start();
        new Thread(() => take(listener.GetContext())) { IsBackground = true }.Start();
        return board;
    }

    internal static ServedBoard Routing(params Type[] controllers)
    {
        var board = new ServedBoard(controllers);
        board.Server.Start();
        return board;
    }

    /// <summary>The board becomes a client of a network.</summary>
    internal void Join(string name)
    {
        _board.Network.Surroundings.Add(new SurroundingNetwork(name, "correct horse"));
        System.Device.Wifi.WifiAdapter.FindAllAdapters()[0].Connect(
            name, System.Device.Wifi.WifiReconnectionKind.Manual, "correct horse");
    }

    /// <summary>Whether the board's own call over its loopback finds the server.</summary>
    internal static bool CallsItself()
    {
        try
        {
            using var socket = new NanoHost.Net.Sockets.Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(IPAddress.Loopback, DevicePort));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    internal static void Say(HttpListenerContext context, string text) =>
        nanoFramework.WebServer.WebServer.OutputAsStream(context.Response, text);

    /// <summary>A connection over which this was sent.</summary>
    internal Socket Call(string said)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 20_000 };
        client.Connect(IPAddress.Loopback, HostPort);
        client.Send(System.Text.Encoding.Latin1.GetBytes(said));
        return client;
    }

    /// <summary>Sends bytes as they are, ends the sending side, and returns all that comes back.</summary>
    internal string Raw(string request)
    {
        using var client = new TcpClient("127.0.0.1", HostPort);
        using NetworkStream stream = client.GetStream();
        stream.Write(System.Text.Encoding.ASCII.GetBytes(request));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        _board.Dispose();
    }
}
