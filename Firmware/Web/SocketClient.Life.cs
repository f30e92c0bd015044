using System.Net.Sockets;
using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <content>Taken for a client, and given up.</content>
internal sealed partial class SocketClient
{
    private const int SendMs = 500;

    /// <summary>Takes a connection.</summary>
    public void Begin(Socket socket, long nowMs)
    {
        socket.SendTimeout = SendMs;
        Wishes = new SocketWishes(_commands.Sensors);
        IsUnlocked = false;
        _isOpen = false;
        _messageBytes = 0;
        _messageOpcode = 0;
        _end = 0;
        _overtaken.Forget();
        _heardMs = nowMs;
        _pingedMs = nowMs;
        _socket = socket;
    }

    /// <summary>Ends the connection.</summary>
    public void Close()
    {
        Socket socket = _socket;
        _socket = null;
        _isOpen = false;
        if (socket != null)
        {
            socket.Close();
            JamFeed jam = Jam;
            Jam = null;
            if (jam != null)
            {
                _commands.Leave(jam);
            }

            _commands.Sensors.Departures += Wishes.SensorBits != 0 ? 1 : 0;
        }
    }
}
