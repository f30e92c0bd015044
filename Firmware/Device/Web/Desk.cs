using System;
using System.IO;
using System.Net;
using System.Threading;

namespace NanoFirmware.Web;

/// <summary>One place at which a request is served, with buffers for life.</summary>
internal sealed class Desk
{
    // More than this is not read of a body that is refused: the client finds its connection closed.
    private const int DrainBytes = 65536;

    // A client that stops sending is not waited for.
    private const int BodyTimeoutMs = 2000;

    private readonly Request _request = new Request();
    private readonly Reply _reply = new Reply();
    private int _taken;

    /// <summary>True when the desk was free; it is the caller's until <see cref="Leave"/>.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _taken, 1, 0) == 0;

    public void Leave()
    {
        _request.End();
        Interlocked.Exchange(ref _taken, 0);
    }

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
                _request.Key = context.Request.Headers["X-Api-Key"];
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

        int retryAfterS = reply.Status == 503 ? 5 : reply.RetryAfterS;
        if (retryAfterS > 0)
        {
            response.Headers.Add("Retry-After", retryAfterS.ToString());
        }

        if (reply.Location != null)
        {
            response.Headers.Add("Location", reply.Location);
        }

        Stream body = response.OutputStream;
        if (reply.Long == null)
        {
            response.ContentLength64 = reply.Length;
            body.Write(reply.Bytes, 0, reply.Length);
            return;
        }

        // Without a length the answer ends with its connection: the device's library cannot end an answer in chunks.
        if (reply.Long.Length >= 0)
        {
            response.ContentLength64 = reply.Long.Length;
        }

        bool isMore;
        do
        {
            isMore = reply.NextPiece();
            body.Write(reply.Bytes, 0, reply.Length);
        }
        while (isMore);
    }

    /// <summary>Reads on and forgets it, so that closing the connection does not cut the answer off.</summary>
    /// <param name="body">What the client sends.</param>
    /// <param name="scratch">Is overwritten.</param>
    /// <param name="bytes">How much is left; −1 when nobody knows.</param>
    /// <returns>Bytes read.</returns>
    public static int Drain(Stream body, byte[] scratch, long bytes)
    {
        int most = bytes < 0 || bytes > DrainBytes ? DrainBytes : (int)bytes;
        int drained = 0;
        int count;
        do
        {
            int wanted = most - drained;
            count = body.Read(scratch, 0, wanted < scratch.Length ? wanted : scratch.Length);
            drained += count;
        }
        while (count > 0 && drained < most);

        return drained;
    }

    // Read here and not by the library, whose ReadBody allocates whatever length the client claims.
    private void ReadBody(HttpListenerRequest request)
    {
        if (!_request.IsWrite)
        {
            return;
        }

        Stream body = request.InputStream;
        if (body.CanTimeout)
        {
            body.ReadTimeout = BodyTimeoutMs;
        }

        long claimed = request.ContentLength64;
        if (claimed > _request.Limit)
        {
            _request.BodyTooLong = true;
            Drain(body, _request.Body, claimed);
            return;
        }

        // A length of −1 means that the client sends in chunks: read on until it ends, or until it is too much.
        int wanted = claimed < 0 ? _request.Limit : (int)claimed;
        _request.MakeRoom(wanted);
        int length = 0;
        while (length < wanted)
        {
            int count = body.Read(_request.Body, _request.BodyStart + length, wanted - length);
            if (count <= 0)
            {
                break;
            }

            length += count;
        }

        _request.BodyLength = length;
        _request.BodyTooLong = claimed < 0 && length == wanted && Drain(body, _request.Body, -1) > 0;
    }
}
