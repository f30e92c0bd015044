using System.Net;
using System.Text;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using WebRequest = NanoFirmware.DeviceModel.Scenarios.WebRequest;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>Stand-in for NanoHost.Net.HttpListenerContext.</summary>
public sealed class HttpListenerContext
{
    /// <summary>One exchange.</summary>
    internal HttpListenerContext(HttpListenerRequest request, HttpListenerResponse response)
    {
        Request = request;
        Response = response;
    }

    /// <summary>What the client sent.</summary>
    public HttpListenerRequest Request { get; }

    /// <summary>What it gets.</summary>
    public HttpListenerResponse Response { get; }
}

/// <summary>Stand-in for NanoHost.Net.HttpListenerRequest.</summary>
public sealed class HttpListenerRequest
{
    private readonly byte[] _body;

    internal HttpListenerRequest(WebRequest request)
    {
        _body = request.Body == null ? [] : Encoding.UTF8.GetBytes(request.Body);
        ContentLength64 = request.ClaimedBytes ?? _body.Length;
        HttpMethod = request.Method;

        // A string of its own for every request, as the device makes one: else it would never be garbage.
        RawUrl = new string(request.Path.AsSpan());
        InputStream = request.BodyEveryUs > 0 || request.BodySentBytes < _body.Length
            ? new ArrivingBody(_body, request.BodyEveryUs, request.BodySentBytes)
            : new MemoryStream(_body, writable: false);
        Headers["Host"] = request.Host;
        Add("Origin", request.Origin);
        Add("X-Api-Key", request.Key);
    }

    /// <summary>GET, POST, …</summary>
    public string HttpMethod { get; }

    /// <summary>Path and query.</summary>
    public string RawUrl { get; }

    /// <summary>Bytes of the body.</summary>
    public long ContentLength64 { get; }

    /// <summary>The body.</summary>
    public Stream InputStream { get; }

    /// <summary>Host, and what else matters to the device.</summary>
    public WebHeaderCollection Headers { get; } = [];

    /// <summary>Where the client called.</summary>
    public IPEndPoint LocalEndPoint { get; } = new(new IPAddress(new byte[] { 192, 168, 4, 1 }), 80);

    /// <summary>Where it called from.</summary>
    public IPEndPoint RemoteEndPoint { get; } = new(new IPAddress(new byte[] { 192, 168, 4, 20 }), 50000);

    /// <summary>The type of the body.</summary>
    public string ContentType { get; } = "application/json";

    private void Add(string name, string? value)
    {
        if (value != null)
        {
            Headers[name] = value;
        }
    }
}

/// <summary>Stand-in for NanoHost.Net.HttpListenerResponse: counts what it takes to send.</summary>
public sealed class HttpListenerResponse
{
    private readonly CostConstants _costs;

    internal HttpListenerResponse(CostConstants costs, WebRequest request)
    {
        _costs = costs;
        OutputStream = request.Aborts || request.ReadsBytes < int.MaxValue ? new DeafWire(this, request) : new Wire(this);
    }

    /// <summary>HTTP status.</summary>
    public int StatusCode { get; set; } = 200;

    /// <summary>Type of the body.</summary>
    public string? ContentType { get; set; }

    /// <summary>Whether the connection stays.</summary>
    public bool KeepAlive { get; set; }

    /// <summary>Bytes of the body.</summary>
    public long ContentLength64 { get; set; }

    /// <summary>Further headers.</summary>
    public WebHeaderCollection Headers { get; } = [];

    /// <summary>Takes the body.</summary>
    public Stream OutputStream { get; }

    /// <summary>What was sent, as text.</summary>
    internal string Text => Encoding.UTF8.GetString(((MemoryStream)OutputStream).ToArray());

    /// <summary>Ends the exchange.</summary>
    public void Close() => Hardware.Take((int)(_costs.SocketChipUs * 1000));

    /// <summary>The same.</summary>
    public void Abort() => Close();

    private class Wire(HttpListenerResponse owner) : MemoryStream
    {
        private bool _headersSent;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (!_headersSent)
            {
                _headersSent = true;
                Meter.Charge(CostTable.Picoseconds(owner._costs.HttpAnswerNs));
            }

            Hardware.Take((int)(owner._costs.SocketChipUs * 1000));
            base.Write(buffer, offset, count);
        }
    }

    // To a client that is gone, or that reads no more: what the stack cannot hold waits, for ever unless it was told otherwise.
    private sealed class DeafWire(HttpListenerResponse owner, WebRequest request) : Wire(owner)
    {
        public override bool CanTimeout => true;

        public override int WriteTimeout { get; set; } = -1;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (request.Aborts)
            {
                throw new IOException("The connection was reset.");
            }

            if (Length + count > request.ReadsBytes)
            {
                Threading.Thread.Sleep(WriteTimeout);
                throw new IOException("The client took nothing in time.");
            }

            base.Write(buffer, offset, count);
        }
    }
}
