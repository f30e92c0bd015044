using System;
using System.Net.Sockets;

namespace NanoFirmware.Web;

/// <content>Who comes gets a place, or is told that there is none.</content>
internal sealed partial class SocketServer
{
    private void Accept(long nowMs)
    {
        try
        {
            while (_listener.Poll(0, SelectMode.SelectRead))
            {
                Socket socket = _listener.Accept();
                SocketClient free = Free();
                if (free != null)
                {
                    free.Begin(socket, nowMs);
                }
                else
                {
                    _spare.Begin(socket, nowMs);
                    _spare.Refuse(
                        "503 Service Unavailable",
                        "three clients are there, as many as there may be: ask /api/state now and then");
                }
            }
        }
        catch (Exception)
        {
            _counts.SocketFaults++;
            _retry.Failed(nowMs);
            _listener.Close();
            _listener = null;
        }
    }

    private SocketClient Free()
    {
        for (int i = 0; i < MostClients; i++)
        {
            if (!_clients[i].IsTaken)
            {
                return _clients[i];
            }
        }

        return null;
    }

    private void CloseAll()
    {
        for (int i = 0; _clients != null && i < MostClients; i++)
        {
            _clients[i].Close();
        }

        _counts.SocketClients = 0;
        Socket listener = _listener;
        _listener = null;
        if (listener != null)
        {
            listener.Close();
            _clients = null;
            _spare = null;
        }
    }
}
