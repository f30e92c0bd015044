using System;
using System.IO;
using System.Net;
using System.Threading;

namespace NanoFirmware.Web;

/// <summary>One place at which a request is served, with buffers for life.</summary>
internal sealed class Desk
{
    private readonly Request _request = new Request();
    private readonly Reply _reply = new Reply();
    private int _taken;

    /// <summary>True when the desk was free; it is the caller's until <see cref="Leave"/>.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    public void Leave() => Interlocked.Exchange(ref _taken, 0);

    /// <summary>Reads the request, has it answered, sends the answer.</summary>
    public void Serve(Dispatcher dispatcher, HttpListenerContext context)
    {
        try
        {
            _request.Begin(context.Request.HttpMethod, context.Request.RawUrl);
            if (!_request.IsRead)
            {
                _request.Host = context.Request.Headers["Host"];
                _request.Origin = context.Request.Headers["Origin"];
            }

            ReadBody(context.Request);
            dispatcher.Handle(_request, _reply);
        }
        catch (Exception)
        {
            _reply.Error(500, "the request failed inside the device");
        }

        Send(_reply, context.Response);
    }

    /// <summary>Sends an answer and ends the connection's turn.</summary>
    public static void Send(Reply reply, HttpListenerResponse response)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.KeepAlive = false;
        response.Headers.Add("Cache-Control", reply.CacheControl);
        if (reply.Allow != null)
        {
            response.Headers.Add("Allow", reply.Allow);
        }

        if (reply.Location != null)
        {
            response.Headers.Add("Location", reply.Location);
        }

        Stream body = response.OutputStream;
        if (reply.Stored == null)
        {
            response.ContentLength64 = reply.Length;
            body.Write(reply.Bytes, 0, reply.Length);
            return;
        }

        response.ContentLength64 = reply.Stored.Length;
        for (int at = 0; at < reply.Stored.Length;)
        {
            int length = reply.TakePiece(at);
            body.Write(reply.Bytes, 0, length);
            at += length;
        }
    }

    // Read here and not by the library, whose ReadBody allocates whatever length the client claims.
    private void ReadBody(HttpListenerRequest request)
    {
        if (!_request.IsWrite)
        {
            return;
        }

        long claimed = request.ContentLength64;
        if (claimed > Request.BodyLimit)
        {
            _request.BodyTooLong = true;
            return;
        }

        // A length of −1 means that the client sends in chunks: read on until it ends, or until it is too much.
        Stream body = request.InputStream;
        int wanted = claimed < 0 ? Request.BodyLimit : (int)claimed;
        int length = 0;
        while (length < wanted)
        {
            int count = body.Read(_request.Body, length, wanted - length);
            if (count <= 0)
            {
                break;
            }

            length += count;
        }

        _request.BodyLength = length;
        _request.BodyTooLong = claimed < 0 && length == wanted && body.ReadByte() >= 0;
    }
}
