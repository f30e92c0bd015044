using System;

namespace NanoFirmware.Web;

/// <content>The request that makes a socket of a connection.</content>
internal sealed partial class SocketClient
{
    private const int HeadBytes = 1024;

    private const string HandshakeGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private void Shake()
    {
        HeadState state = _head.Read(_in, _end < HeadBytes ? _end : HeadBytes);
        if (state == HeadState.Bad || (state == HeadState.Incomplete && _end >= HeadBytes))
        {
            Refuse("400 Bad Request", "no request of HTTP/1.1 with at most 1024 bytes of headers");
        }
        else if (state == HeadState.Complete)
        {
            Answer();
        }
    }

    private void Answer()
    {
        if (!_head.IsHandshake)
        {
            Refuse("426 Upgrade Required", "here is a WebSocket of version 13; page and API are at port 80");
            return;
        }

        if (!OriginGuard.AllowsSocket(_head.Host, _head.Origin))
        {
            Refuse("403 Forbidden", "a page of another site may not do that");
            return;
        }

        string accept = Convert.ToBase64String(Sha1.Of(TextCode.Utf8.GetBytes(_head.Key + HandshakeGuid)));
        SendText(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept
                + "\r\n\r\n");
        _isOpen = _socket != null;
        Drop(0, _head.Bytes);
    }
}
