using System.Net;
using System.Text;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using WebRequest = NanoFirmware.DeviceModel.Scenarios.WebRequest;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>
/// Stand-in for NanoHost.Net.HttpListenerContext: the request is read at the first look at it, on the looker's thread.
/// </summary>
public sealed class HttpListenerContext
{
    // The library reads so much of a header before it gives up.
    private const int LongestHeader = 4096;

    // Of this name and type on the device too, where it is as hidden as here.
    internal readonly HttpListenerResponse m_ResponseToClient;

    private readonly WebLoad _load;
    private readonly HttpListenerRequest _request;
    private readonly Threading.ManualResetEvent _ended = new(false);
    private bool _isParsed;
    private bool _isClosed;

    internal HttpListenerContext(WebLoad load, HttpListener listener, WebRequest asked)
    {
        _load = load;
        Listener = listener;
        Asked = asked;
        _request = new HttpListenerRequest(asked);
        m_ResponseToClient = new HttpListenerResponse(load.Costs, asked);
    }

    /// <summary>What the client sent; waits for it.</summary>
    public HttpListenerRequest Request
    {
        get
        {
            Parse();
            return _request;
        }
    }

    /// <summary>What it gets.</summary>
    public HttpListenerResponse Response
    {
        get
        {
            Parse();
            return m_ResponseToClient;
        }
    }

    /// <summary>Who accepted it.</summary>
    internal HttpListener Listener { get; }

    internal WebRequest Asked { get; }

    /// <summary>Its request was read.</summary>
    internal bool IsRead { get; private set; }

    /// <summary>A thread waits for what its client says.</summary>
    internal bool IsWaitedFor { get; private set; }

    /// <summary>Ends the exchange, also under a thread that reads from it.</summary>
    public void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _ended.Set();
            m_ResponseToClient.Close();
            _load.Ended(this);
        }
    }

    private void Parse()
    {
        if (_isParsed)
        {
            return;
        }

        Hardware.Take((int)(_load.Costs.SocketChipUs * 1000));
        switch (Asked.Misconduct)
        {
            case Misconduct.None:
                _load.Parse(Asked.HeaderBytes, Asked.Headers);
                IsRead = true;
                break;
            case Misconduct.EndlessHeader:
                _load.Parse(LongestHeader, 1);
                throw new WebException("Line too long", WebExceptionStatus.ServerProtocolViolation);
            case Misconduct.HalfSent:
                _load.Parse(Asked.HeaderBytes / 2, 0);
                WaitInVain();
                throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionAborted);
            default:
                WaitInVain();
                _request.SaidNothing();
                break;
        }

        _isParsed = true;
    }

    // For as long as the client stays, or until somebody closes it.
    private void WaitInVain()
    {
        IsWaitedFor = true;
        long leftUs = Asked.LeavesUs - Scheduling.Scheduler.Current.Clock.NowUs;
        _ended.WaitOne(Asked.LeavesUs == long.MaxValue ? -1 : (int)Math.Max(1, leftUs / 1000));
        IsWaitedFor = false;
    }
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

    /// <summary>Path and query; null of a client that left without a word.</summary>
    public string? RawUrl { get; private set; }

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

    internal void SaidNothing() => RawUrl = null;

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
