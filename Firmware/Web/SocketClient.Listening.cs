using System;
using System.Net.Sockets;

namespace NanoFirmware.Web;

/// <content>What has come, and whether anything comes at all.</content>
internal sealed partial class SocketClient
{
    private const int HeadMs = 3000;
    private const int PingMs = 5000;
    private const int SilenceMs = 10000;

    // Then the others have their turn: ten pictures of 360 pixels and more.
    private const int MostReads = 16;

    /// <summary>Reads what has come.</summary>
    public void Listen(long nowMs)
    {
        try
        {
            // Data, or the end of the connection.
            for (int left = MostReads; left > 0 && _socket != null && _socket.Poll(0, SelectMode.SelectRead); left--)
            {
                int count = _socket.Receive(_in, _end, _in.Length - _end, SocketFlags.None);
                if (count <= 0)
                {
                    Close();
                    return;
                }

                _end += count;
                _heardMs = nowMs;
                Take();
            }

            if (_socket != null)
            {
                Watch(nowMs);
            }
        }
        catch (Exception)
        {
            Close();
        }
    }

    private void Watch(long nowMs)
    {
        if (nowMs - _heardMs >= (_isOpen ? SilenceMs : HeadMs))
        {
            Close();
        }
        else if (_isOpen && nowMs - _pingedMs >= PingMs)
        {
            _pingedMs = nowMs;
            Send(SocketFrame.Ping, 0);
        }
    }
}
