using System;
using NanoFirmware.Live;

namespace NanoFirmware.Web;

/// <content>What it sends: its handshake first, then frames.</content>
internal sealed partial class SocketClient
{
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
