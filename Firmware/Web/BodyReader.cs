using System;
using System.IO;
using System.Net;
using NanoFirmware.Health;

namespace NanoFirmware.Web;

/// <summary>
/// Reads a request's body into the room that its path gives it. The request has one deadline, headers and body together: a client
/// that drips a byte a second would else hold its place for as long as it likes.
/// </summary>
internal sealed class BodyReader
{
    /// <summary>How long a request may take from its connection's accept to its last byte, and one with a backup.</summary>
    public const int RequestMs = 3000;
    public const int BackupMs = 10000;

    private const int ScratchBytes = 512;

    private readonly Supervisor _supervisor;
    private readonly Deadline _deadline = new Deadline();
    private Stream _body;
    private bool _isChunked;

    public BodyReader(Supervisor supervisor) => _supervisor = supervisor;

    /// <summary>Bytes of the body that nobody has read; −1 when nobody knows how many.</summary>
    public long Unread;

    /// <summary>Reads what belongs to <paramref name="request"/>.</summary>
    /// <param name="request">Gets the body.</param>
    /// <param name="source">What the client sends.</param>
    /// <param name="sinceMs">When its connection was accepted.</param>
    /// <param name="reply">Gets what is wrong with the way it came.</param>
    /// <returns>False when the reply is complete.</returns>
    public bool Read(Request request, HttpListenerRequest source, long sinceMs, Reply reply)
    {
        _deadline.BeginAt(sinceMs, request.Limit == Request.BackupLimit ? BackupMs : RequestMs);
        _body = source.InputStream;
        string coding = source.Headers["Transfer-Encoding"];
        _isChunked = coding != null;
        if (_isChunked && coding.ToLower() != "chunked")
        {
            Unread = 0;
            reply.Error(501, "unknown Transfer-Encoding: send chunked, or a Content-Length");
            return false;
        }

        // RFC 9112, 6.3: with neither a length nor chunks there is no body.
        long claimed = source.ContentLength64;
        Unread = claimed > 0 ? claimed : 0;
        Unread = _isChunked ? -1 : Unread;
        if (!request.IsWrite || Unread == 0)
        {
            return true;
        }

        if (Unread > request.Limit)
        {
            request.BodyTooLong = true;
            return true;
        }

        return TryFill(request, reply);
    }

    /// <summary>
    /// Reads on and forgets it, as long as the deadline lasts: what lies unread when a socket closes resets it, and the answer is
    /// lost.
    /// </summary>
    public static void Drain(Stream body, long bytes, Deadline deadline)
    {
        var scratch = new byte[ScratchBytes];
        long left = bytes;
        int count = 1;
        while (left != 0 && count > 0 && deadline.LeftMs > 0)
        {
            Wait(body, deadline);
            count = body.Read(scratch, 0, left < 0 || left > ScratchBytes ? ScratchBytes : (int)left);
            left -= left < 0 ? 0 : count;
        }
    }

    private static void Wait(Stream body, Deadline deadline)
    {
        if (body.CanTimeout)
        {
            int leftMs = deadline.LeftMs;
            body.ReadTimeout = leftMs > 0 ? leftMs : 1;
        }
    }

    private bool TryFill(Request request, Reply reply)
    {
        int wanted = _isChunked ? request.Limit : (int)Unread;
        request.MakeRoom(wanted);
        _supervisor.Took(request.MadeBytes);
        try
        {
            int length = Fill(request.Body, request.BodyStart, wanted);
            request.BodyLength = length;
            if (_isChunked)
            {
                // One byte more than there is room for, and it is too long.
                request.BodyTooLong = length == wanted && Fill(new byte[1], 0, 1) > 0;
                Unread = request.BodyTooLong ? -1 : 0;
                return true;
            }
        }
        catch (Exception)
        {
            // The time is over, or the client is gone: there is no telling which, and no need to.
            reply.Error(408, "the body did not come in time: a request has 3 seconds, a backup 10");
            Unread = 0;
            return false;
        }

        if (Unread > 0)
        {
            reply.Error(400, "the body ended before its Content-Length");
            Unread = 0;
            return false;
        }

        return true;
    }

    private int Fill(byte[] room, int start, int wanted)
    {
        int length = 0;
        int count = 1;
        while (length < wanted && count > 0)
        {
            if (_deadline.LeftMs == 0)
            {
                throw new IOException();
            }

            Wait(_body, _deadline);
            count = _body.Read(room, start + length, wanted - length);
            length += count;
            Unread -= Unread < 0 ? 0 : count;
        }

        return length;
    }
}
