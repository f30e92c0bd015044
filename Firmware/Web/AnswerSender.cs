using System.IO;
using System.Net;

namespace NanoFirmware.Web;

/// <summary>
/// Sends an answer to a client that may take its time, but not all of ours: one that never reads would hold its slot for good.
/// </summary>
internal sealed class AnswerSender
{
    // The page over a poor radio takes a second or two.
    private const int AnswerMs = 10000;
    private const int PieceMs = 3000;
    private const int BusyRetryS = 5;

    private readonly Deadline _deadline = new Deadline();

    /// <summary>Sends all of it.</summary>
    /// <exception cref="System.Exception">The client is gone, or takes nothing for too long.</exception>
    public void Send(Request request, Reply reply, HttpListenerResponse response)
    {
        _deadline.Begin(AnswerMs);
        WriteHeaders(reply, response);
        if (reply.Long == null)
        {
            response.ContentLength64 = reply.Length;
        }
        else if (reply.Long.Length >= 0)
        {
            // Without a length the answer ends with its connection: the device's library cannot end an answer in chunks.
            response.ContentLength64 = reply.Long.Length;
        }

        // To HEAD the server sends the headers alone, when it closes the connection.
        if (!request.IsHead)
        {
            SendBody(reply, response.OutputStream);
        }
    }

    private static void WriteHeaders(Reply reply, HttpListenerResponse response)
    {
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.KeepAlive = false;
        Add(response, "Cache-Control", reply.CacheControl);
        Add(response, "Allow", reply.Allow);
        Add(response, "Location", reply.Location);
        Add(response, "Content-Encoding", reply.ContentEncoding);
        Add(response, "ETag", reply.Tag);
        if (reply.ForAnyOrigin)
        {
            Add(response, "Access-Control-Allow-Origin", "*");
        }

        int retryS = reply.RetryAfterS == 0 && (reply.Status == 503 || reply.Status == 429) ? BusyRetryS : reply.RetryAfterS;
        if (retryS > 0)
        {
            Add(response, "Retry-After", retryS.ToString());
        }
    }

    private static void Add(HttpListenerResponse response, string name, string value)
    {
        if (value != null)
        {
            response.Headers.Add(name, value);
        }
    }

    private void SendBody(Reply reply, Stream body)
    {
        bool isMore;
        do
        {
            isMore = reply.Long != null && reply.WriteNextPiece();
            if (body.CanTimeout)
            {
                int leftMs = _deadline.LeftMs;
                leftMs = leftMs < PieceMs ? leftMs : PieceMs;
                body.WriteTimeout = leftMs > 0 ? leftMs : 1;
            }

            body.Write(reply.Bytes, 0, reply.Length);
        }
        while (isMore);
    }
}
