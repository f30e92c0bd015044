using System;
using System.Net;
using System.Net.Sockets;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Jam;
using NanoFirmware.Sensors;

namespace NanoFirmware.Web;

/// <summary>
/// One client of the socket: its handshake, what it sends and what it is sent. It has no thread and never waits for its client;
/// whoever stays silent for ten seconds, breaks the protocol or takes nothing is gone.
/// </summary>
internal sealed partial class SocketClient
{
    private const int HeadMs = 3000;
    private const int MessageBytes = 1472;
    private const int PingMs = 5000;
    private const int SilenceMs = 10000;
    private const int SendMs = 500;

    // Then the others have their turn: ten pictures of 360 pixels and more.
    private const int MostReads = 16;

    private readonly SocketCommands _commands;
    private readonly SocketOut _out;

    // A message so far, and behind it what has come and is not read.
    private readonly byte[] _in = new byte[MessageBytes + SocketFrame.HeaderRoom + 4 + 125];
    private Socket _socket;
    private bool _isOpen;
    private int _messageBytes;
    private int _messageOpcode;
    private int _end;
    private long _heardMs;
    private long _pingedMs;
    private long _previewMs;
    private long _eventMs;
    private long _sensorMs;
    private readonly int[] _told = new int[SensorSet.Count];
    private int _onsets;
    private int _beats;

    /// <param name="commands">Does what clients ask for.</param>
    /// <param name="shared">Room for what is sent.</param>
    public SocketClient(SocketCommands commands, SocketOut shared)
    {
        _commands = commands;
        _out = shared;
    }

    /// <summary>What it wants to be sent.</summary>
    public SocketWishes Wishes;

    /// <summary>What it is told of the jam; null until it says something there.</summary>
    public JamFeed Jam;

    /// <summary>Whether it has sent the device's key.</summary>
    public bool IsUnlocked;

    /// <summary>Whether somebody is there.</summary>
    public bool IsTaken => _socket != null;

    /// <summary>Whether its handshake is over.</summary>
    public bool IsOpen => _isOpen;

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

    /// <summary>Sends the pictures and the event that are due.</summary>
    /// <param name="device">Whose strips.</param>
    /// <param name="heard">The newest snapshot.</param>
    /// <param name="nowMs">The clock.</param>
    public void Tell(Device device, AudioSnapshot heard, long nowMs)
    {
        int previewHz = Wishes.PreviewHz;
        int eventsHz = Wishes.EventsHz;
        if (_isOpen && eventsHz > 0 && (nowMs - _eventMs) * eventsHz >= 1000)
        {
            _eventMs = nowMs;
            Send(SocketFrame.Binary, _out.Event(heard, _onsets, _beats));
            _onsets = heard.Onsets;
            _beats = heard.Beats;
        }

        if (_isOpen && Wishes.SensorBits != 0)
        {
            TellSensors(device.Sensors, nowMs);
        }

        if (_isOpen && Jam != null)
        {
            TellJam(nowMs * 1000);
        }

        if (_isOpen && previewHz > 0 && (nowMs - _previewMs) * previewHz >= 1000)
        {
            _previewMs = nowMs;
            SendPreview(device.ChannelA.Output.Strip, 0);
            SendPreview(device.ChannelB.Output.Strip, 1);
        }
    }

    private void TellJam(long nowUs)
    {
        if (Jam.SpeaksBytes)
        {
            int bytes = Jam.Fill(_out.Bytes, SocketFrame.HeaderRoom, _out.Bytes.Length - SocketFrame.HeaderRoom, nowUs);
            if (bytes > 0)
            {
                Send(SocketFrame.Binary, bytes);
            }
        }
        else if (Jam.HasNews)
        {
            var json = new JsonWriter(_out.Bytes, SocketFrame.HeaderRoom);
            if (Jam.Write(json, nowUs))
            {
                Send(SocketFrame.Text, json.Length);
            }
        }
    }

    private void TellSensors(SensorSet sensors, long nowMs)
    {
        if ((nowMs - _sensorMs) * sensors.EventsHz < 1000)
        {
            return;
        }

        _sensorMs = nowMs;
        Sensor[] all = sensors.All;
        for (int i = 0; i < all.Length; i++)
        {
            if (_isOpen && (Wishes.SensorBits & (1 << i)) != 0)
            {
                Send(SocketFrame.Binary, SensorMessage.Fill(_out.Bytes, SocketFrame.HeaderRoom, all[i], i, _told[i]));
                SignalHistory history = all[i].History;
                _told[i] = history == null ? 0 : history.Sequence;
            }
        }
    }

    /// <summary>Sends what stands in the shared room as one whole message.</summary>
    public void Send(int opcode, int bytes)
    {
        Socket socket = _socket;
        if (socket == null)
        {
            return;
        }

        int at = SocketFrame.Head(_out.Bytes, opcode, bytes);
        SendAll(socket, at, SocketFrame.HeaderRoom - at + bytes);
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

    /// <summary>Says no to a connection in HTTP, and ends it.</summary>
    public void Refuse(string status, string sentence)
    {
        string body = "{\"error\":\"" + sentence + "\"}";
        SendText(
            "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.Length.ToString() + "\r\n\r\n" + body);
        Close();
    }

    private void SendPreview(Outputs.Strip strip, int index)
    {
        if (_isOpen && strip.IsWired)
        {
            Send(SocketFrame.Binary, _out.Preview(strip, index));
        }
    }

    private void SendAll(Socket socket, int at, int bytes)
    {
        try
        {
            while (bytes > 0)
            {
                int sent = socket.Send(_out.Bytes, at, bytes, SocketFlags.None);
                at += sent;
                bytes -= sent;
            }
        }
        catch (Exception)
        {
            // It takes nothing, or has left.
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

    // Nobody waits for an answer to a picture, unless it is no.
    private void TakePixels(int bytes)
    {
        bool isJam = bytes > 0 && _in[0] == JamPacket.Mark;
        int answer = isJam ? _commands.TakeJam(this, _in, bytes) : _commands.Draw(this, _in, bytes);
        if (answer > 0)
        {
            Send(SocketFrame.Text, answer);
        }
    }

    private void SendText(string text)
    {
        Socket socket = _socket;
        byte[] bytes = TextCode.Utf8.GetBytes(text);
        Array.Copy(bytes, 0, _out.Bytes, 0, bytes.Length);
        if (socket != null)
        {
            SendAll(socket, 0, bytes.Length);
        }
    }
}
