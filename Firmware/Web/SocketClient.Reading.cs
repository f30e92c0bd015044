using System;
using NanoFirmware.Live;

namespace NanoFirmware.Web;

/// <content>What it sends: its handshake, then frames, which are messages or parts of one.</content>
internal sealed partial class SocketClient
{
    private const int HeadBytes = 1024;

    // A close frame's reasons (RFC 6455, 7.4.1).
    private const int BrokenProtocol = 1002;
    private const int MessageTooBig = 1009;

    private const string HandshakeGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private readonly HttpHead _head = new HttpHead();
    private readonly SocketFrame _frame = new SocketFrame();
    private readonly OvertakenPictures _overtaken = new OvertakenPictures();

    private void Take()
    {
        if (!_isOpen)
        {
            Shake();
        }

        while (_isOpen && TakeFrame())
        {
        }
    }

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

    // False when there is none that is whole.
    private bool TakeFrame()
    {
        FrameState state = _frame.Read(_in, _messageBytes, _end, MessageBytes - _messageBytes);
        if (state == FrameState.Bad)
        {
            End(BrokenProtocol);
        }
        else if (state == FrameState.TooLong)
        {
            End(MessageTooBig);
        }

        if (state != FrameState.Complete)
        {
            return false;
        }

        if (_frame.IsFinal && _frame.Opcode == SocketFrame.Binary && _messageOpcode == 0 && IsOvertaken())
        {
            Drop(0, _frame.DataAt + _frame.DataBytes);
            return true;
        }

        _frame.Unmask(_in);
        if (_frame.IsControl)
        {
            TakeControl();
            Drop(_messageBytes, _frame.DataAt + _frame.DataBytes);
            return true;
        }

        bool isFirst = _frame.Opcode != SocketFrame.Continuation;
        if (isFirst != (_messageOpcode == 0))
        {
            End(BrokenProtocol);
            return false;
        }

        _messageOpcode = isFirst ? _frame.Opcode : _messageOpcode;
        Drop(_messageBytes, _frame.DataAt);
        _messageBytes += _frame.DataBytes;
        if (_frame.IsFinal)
        {
            TakeMessage();
        }

        return true;
    }

    // Taking a mask off is most of what a picture costs here, so its first byte alone is looked at, behind WLED's mark if there
    // is one; and the first byte of what has come behind it, for a text overtakes nothing.
    private bool IsOvertaken()
    {
        int at = _frame.DataAt;
        int first = _in[at] ^ _in[at - 4];
        first = first == SocketPixels.DdpMark ? _in[at + 1] ^ _in[at - 3] : first;
        bool isPicture = _frame.DataBytes >= DdpPacket.HeaderBytes && DdpPacket.IsPixels(first);
        int end = at + _frame.DataBytes;
        int come = _end > end && _in[end] != _in[0] ? end : _end + _socket.Available;
        return isPicture && _overtaken.IsLeftOut((first & DdpPacket.PushFlag) != 0, end, come);
    }

    private void TakeMessage()
    {
        int opcode = _messageOpcode;
        int bytes = _messageBytes;
        _messageOpcode = 0;
        _messageBytes = 0;
        if (opcode == SocketFrame.Text)
        {
            TakeText(bytes);
        }
        else
        {
            TakePixels(bytes);
        }

        Drop(0, bytes);
    }

    // A jam's messages are answered by what they do.
    private void TakeText(int bytes)
    {
        int answer = _commands.Answer(this, _in, bytes);
        if (answer > 0)
        {
            Send(SocketFrame.Text, answer);
        }
    }

    private void TakeControl()
    {
        if (_frame.Opcode == SocketFrame.Ping)
        {
            Array.Copy(_in, _frame.DataAt, _out.Bytes, SocketFrame.HeaderRoom, _frame.DataBytes);
            Send(SocketFrame.Pong, _frame.DataBytes);
        }
        else if (_frame.Opcode == SocketFrame.Close)
        {
            int bytes = _frame.DataBytes < 2 ? 0 : 2;
            Array.Copy(_in, _frame.DataAt, _out.Bytes, SocketFrame.HeaderRoom, bytes);
            Send(SocketFrame.Close, bytes);
            Close();
        }
    }

    private void End(int reason)
    {
        _out.Bytes[SocketFrame.HeaderRoom] = (byte)(reason >> 8);
        _out.Bytes[SocketFrame.HeaderRoom + 1] = (byte)reason;
        Send(SocketFrame.Close, 2);
        Close();
    }

    // Takes the bytes between two places out.
    private void Drop(int from, int to)
    {
        if (to < _end)
        {
            Array.Copy(_in, to, _in, from, _end - to);
        }

        _end -= to - from;
    }
}
