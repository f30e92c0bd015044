using System;
using System.Net;
using System.Threading;
using NanoFirmware.Health;

namespace NanoFirmware.Web;

/// <summary>One place at which a request is served, with buffers for life.</summary>
internal sealed class RequestSlot
{
    // First of all: its buffer takes the room that was kept back for it.
    private readonly Reply _reply = new Reply();
    private readonly Request _request = new Request();
    private readonly BodyReader _reader;
    private readonly AnswerSender _sender = new AnswerSender();

    // Mostly the same for hours, and then known without a look at it.
    private string _ownHost = string.Empty;
    private int _taken;

    public RequestSlot(Supervisor supervisor) => _reader = new BodyReader(supervisor);

    /// <summary>True when the slot was free; it is the caller's until <see cref="Leave"/>.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    public void Leave()
    {
        _request.End();
        Interlocked.Exchange(ref _taken, 0);
    }

    /// <summary>Reads the request, has it answered, sends the answer.</summary>
    /// <param name="dispatcher">Answers it.</param>
    /// <param name="context">Its connection.</param>
    /// <param name="sinceMs">When that was accepted.</param>
    /// <returns>Bytes of the body that are unread, −1 when nobody knows how many.</returns>
    public long Serve(Dispatcher dispatcher, HttpListenerContext context, long sinceMs)
    {
        _reader.Unread = 0;
        try
        {
            _reply.Begin();
            _request.Begin(context.Request.HttpMethod, context.Request.RawUrl);
            ReadHeaders(context.Request);
            if (_reader.Read(_request, context.Request, sinceMs, _reply))
            {
                dispatcher.Handle(_request, _reply);
            }
        }
        catch (Exception)
        {
            _reply.Error(500, "the request failed inside the device");
        }

        _sender.Send(_request, _reply, context.Response);
        return _reader.Unread;
    }

    private void ReadHeaders(HttpListenerRequest source)
    {
        string host = source.Headers["Host"];
        _request.Host = host;
        if (host != null && host != _ownHost)
        {
            _request.IsForeign = !OriginGuard.IsOwn(host);
            _ownHost = _request.IsForeign ? _ownHost : host;
        }

        if (_request.IsForeign)
        {
            IPEndPoint called = source.LocalEndPoint;
            _request.CalledAt = called.Address.ToString() + (
                called.Port == Board.HttpPort ? string.Empty : ":" + called.Port.ToString());
        }

        if (_request.IsChange)
        {
            _request.Origin = source.Headers["Origin"];
            _request.Key = source.Headers["X-Api-Key"];
        }

        if (_request.ChangesByGet)
        {
            _request.Referer = source.Headers["Referer"];
            _request.FetchSite = source.Headers["Sec-Fetch-Site"];
            _request.Agent = source.Headers["User-Agent"];
        }

        if (_request.SegmentCount == 0)
        {
            _request.KnownTag = source.Headers["If-None-Match"];
        }

        if (_request.IsChange || CaptivePortal.MustKnow(_request))
        {
            byte[] address = source.RemoteEndPoint.Address.GetAddressBytes();
            _request.From = (address[0] << 24) | (address[1] << 16) | (address[2] << 8) | address[3];
        }
    }
}
