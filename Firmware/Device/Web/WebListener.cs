using System;
using System.Net;
using System.Reflection;
using nanoFramework.WebServer;

namespace NanoFirmware.Web;

/// <summary>
/// One web server and its listener, on every interface: without an address the library binds to the first that has one, and
/// neither the hotspot beside a station nor the device itself gets in. Once closed it is not used again, since a listener that
/// hangs ignores its next start.
/// </summary>
internal sealed class WebListener
{
    // The library keeps its listener to itself, and its Stop leaves the port taken.
    private const string HiddenListener = "_listener";

    private readonly WebServer _server;

    public WebListener(WebServer.GetRequestHandler handler)
    {
        _server = new WebServer(Board.HttpPort, HttpProtocol.Http, IPAddress.Any);
        _server.CommandReceived += handler;
    }

    /// <summary>What the library says of itself: it stays true when the listener dies or hangs.</summary>
    public bool IsRunning => _server.IsRunning;

    public void Open() => _server.Start();

    /// <summary>Ends the server and frees its port for the next one.</summary>
    public void Close()
    {
        _server.Stop();
        try
        {
            FieldInfo field = typeof(WebServer).GetField(HiddenListener, BindingFlags.NonPublic | BindingFlags.Instance);
            ((HttpListener)field.GetValue(_server)).Close();
        }
        catch (Exception)
        {
            // A version of the library that calls it otherwise: then the next server starts if this one let go of the port.
        }
    }
}
