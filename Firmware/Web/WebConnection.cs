using System;
using System.Net;
using System.Reflection;
using System.Threading;

namespace NanoFirmware.Web;

/// <summary>
/// One connection from its accept to its end: read, answered and closed on a thread of its own. Whatever happens it is closed
/// here: the library's listener holds on to what nobody closed for as long as it lives.
/// </summary>
internal sealed class WebConnection
{
    private const int BadRequest = 400;
    private const int RequestTimeout = 408;

    // The library shows its answer only to whoever has read the request, and says 200 for whoever closes it before.
    private const string HiddenAnswer = "m_ResponseToClient";

    private readonly HttpListenerContext _context;
    private readonly UnreadConnections _unread;
    private readonly RequestHandler _handler;

    public WebConnection(HttpListenerContext context, UnreadConnections unread, RequestHandler handler, long nowMs)
    {
        _context = context;
        _unread = unread;
        _handler = handler;
        SinceMs = nowMs;
    }

    /// <summary>When it was accepted.</summary>
    public readonly long SinceMs;

    /// <summary>Has it served; it counts as unread until its headers are there.</summary>
    public void Begin()
    {
        _unread.Enter(this);
        try
        {
            new Thread(Run).Start();
        }
        catch (Exception)
        {
            // No memory for a thread.
            _unread.Leave(this);
            _context.Close();
        }
    }

    /// <summary>Its request does not come: closes it under whoever waits for it.</summary>
    public void TurnAway() => CloseUnread(RequestTimeout);

    private void Run()
    {
        bool isRequest = IsRequest();
        if (!_unread.Leave(this))
        {
            // It was turned away meanwhile.
            return;
        }

        if (!isRequest)
        {
            CloseUnread(BadRequest);
            return;
        }

        try
        {
            _handler(_context, SinceMs);
        }
        finally
        {
            _context.Close();
        }
    }

    // The request line and the headers are read at the first look, for as long as they take.
    private bool IsRequest()
    {
        try
        {
            return _context.Request.RawUrl != null;
        }
        catch (Exception)
        {
            // No HTTP, or a client that left.
            return false;
        }
    }

    private void CloseUnread(int status)
    {
        try
        {
            FieldInfo field = typeof(HttpListenerContext).GetField(HiddenAnswer, BindingFlags.NonPublic | BindingFlags.Instance);
            var answer = (HttpListenerResponse)field.GetValue(_context);
            answer.StatusCode = status;
            answer.ContentLength64 = 0;
        }
        catch (Exception)
        {
            // A version of the library that calls it otherwise: then an empty 200 it is.
        }

        _context.Close();
    }
}
