using System;
using System.Net;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// The device's port and the thread that takes connections from it, on every interface: without an address the library binds to
/// the first that has one, and neither the hotspot beside a station nor the device itself gets in. Once closed it is not used
/// again, since a listener that hangs ignores its next start.
/// </summary>
internal sealed class WebListener
{
    private readonly HttpListener _listener = new HttpListener("http", Board.HttpPort, IPAddress.Any);
    private readonly UnreadConnections _unread;
    private readonly RequestHandler _handler;

    public WebListener(UnreadConnections unread, RequestHandler handler)
    {
        _unread = unread;
        _handler = handler;
    }

    /// <summary>False when the port was not free, and once the library gave up accepting; true although it hangs.</summary>
    public bool IsListening => _listener.IsListening;

    public void Open()
    {
        try
        {
            _listener.Start();
            new Thread(Accept).Start();
        }
        catch (Exception)
        {
            // The port is taken, or there is no memory: whoever asks hears that nothing listens.
            _listener.Close();
        }
    }

    /// <summary>Frees the port for the next one; connections that were taken are served to their end.</summary>
    public void Close() => _listener.Close();

    private void Accept()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = _listener.GetContext();
                if (context != null)
                {
                    long nowMs = (long)(HighResTimer.GetCurrent() / 1000);
                    new WebConnection(context, _unread, _handler, nowMs).Begin();
                }
            }
            catch (Exception)
            {
                // Closed in between, or no memory for one connection: the listener knows whether there will be another.
            }
        }
    }
}
