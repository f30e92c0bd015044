using System.Net;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>Stand-in for NanoHost.Net.HttpListener: holds its port until it is stopped itself.</summary>
public sealed class HttpListener
{
    private readonly IPAddress? _address;
    private bool _isClosed;

    /// <summary>A listener on a port that nobody opens.</summary>
    public HttpListener(string prefix, int port, IPAddress? address) => _address = address;

    /// <summary>True from a start on until it was stopped, or gave up.</summary>
    public bool IsListening { get; internal set; }

    /// <summary>Bound to all interfaces, and not to the first one alone.</summary>
    internal bool IsEverywhere => IPAddress.Any.Equals(_address);

    /// <summary>Begins to listen; without any effect when it does already.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Another one holds the port.</exception>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (!IsListening)
        {
            WebLoad.Current.Open(this);
            IsListening = true;
        }
    }

    /// <summary>Waits for a connection; null once it does not listen any more.</summary>
    /// <exception cref="InvalidOperationException">It did not listen in the first place.</exception>
    public HttpListenerContext? GetContext()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return IsListening ? WebLoad.Current.Next(this) : throw new InvalidOperationException();
    }

    /// <summary>Ends listening.</summary>
    public void Stop()
    {
        if (IsListening)
        {
            WebLoad.Current.Close(this);
        }
    }

    /// <summary>The same, for good.</summary>
    public void Close()
    {
        Stop();
        _isClosed = true;
    }

    /// <summary>The same.</summary>
    public void Abort() => Close();
}
