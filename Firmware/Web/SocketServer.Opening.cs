using System;
using System.Net;
using System.Net.Sockets;
using NanoFirmware.Audio;
using NanoFirmware.Outputs;

namespace NanoFirmware.Web;

/// <content>The port, and the room that clients need.</content>
internal sealed partial class SocketServer
{
    private const int Backlog = 2;

    private void Open(long nowMs)
    {
        if (_listener != null || !_retry.IsDue(nowMs))
        {
            return;
        }

        Socket listener = null;
        try
        {
            MakeRoom();
            listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, Port));
            listener.Listen(Backlog);
            _listener = listener;
            _retry.Succeeded();
        }
        catch (Exception)
        {
            _counts.SocketFaults++;
            _retry.Failed(nowMs);
            if (listener != null)
            {
                listener.Close();
            }
        }
    }

    private void MakeRoom()
    {
        if (_clients != null)
        {
            return;
        }

        Strip a = _device.ChannelA.Output.Strip;
        Strip b = _device.ChannelB.Output.Strip;
        var shared = new SocketOut(a.Leds > b.Leds ? a.Leds : b.Leds);
        var commands = new SocketCommands(_device, shared, _jams);
        var clients = new SocketClient[MostClients];
        for (int i = 0; i < MostClients; i++)
        {
            clients[i] = new SocketClient(commands, shared);
        }

        _spare = new SocketClient(commands, shared);
        _ears = new SnapshotReader(_device.Exchange);
        _clients = clients;
    }
}
