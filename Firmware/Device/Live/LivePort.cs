using System;
using System.Net;
using System.Net.Sockets;

namespace NanoFirmware.Live;

/// <summary>
/// The UDP port of one input: it never waits, and allocates nothing but a sender's address about once a second.
/// </summary>
internal sealed class LivePort
{
    // After a fault the port is opened again, after this at first and then less and less often.
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;

    // How often it is looked whose datagrams they are: the runtime makes two objects each time.
    private const int LookMs = 1000;

    // The local address 0.0.0.0: the interface that the runtime routes the group by.
    private const int MembershipBytes = 8;

    private readonly LiveInput _input;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private Socket _socket;
    private int _lookedMs;

    public LivePort(LiveInput input) => _input = input;

    /// <summary>How often it could not be opened or failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <summary>The input that it serves.</summary>
    public LiveInput Input => _input;

    /// <summary>Opens the port if it is closed and due.</summary>
    public void Open(int nowMs)
    {
        if (_socket != null || !_retry.IsDue(nowMs))
        {
            return;
        }

        Socket socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
            socket.Bind(new IPEndPoint(IPAddress.Any, _input.Port));
            Join(socket);
            _socket = socket;
            _lookedMs = nowMs - LookMs;
            _retry.Succeeded();
        }
        catch (Exception fault)
        {
            Fail(socket, fault, nowMs);
        }
    }

    /// <summary>Takes one datagram into <paramref name="packet"/>; its length, 0 when none waits.</summary>
    public int Receive(byte[] packet, int nowMs)
    {
        try
        {
            if (_socket == null || _socket.Available == 0)
            {
                return 0;
            }

            if (nowMs - _lookedMs < LookMs)
            {
                return _socket.Receive(packet);
            }

            _lookedMs = nowMs;
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            int length = _socket.ReceiveFrom(packet, ref from);
            _input.Sender = from;
            return length;
        }
        catch (Exception fault)
        {
            Fail(_socket, fault, nowMs);
            return 0;
        }
    }

    /// <summary>Sends to whoever was looked at last.</summary>
    public void Answer(byte[] packet, int length)
    {
        try
        {
            _socket.SendTo(packet, 0, length, SocketFlags.None, _input.Sender);
        }
        catch (Exception fault)
        {
            Faults++;
            LastFault = fault.Message;
        }
    }

    public void Close()
    {
        Socket socket = _socket;
        _socket = null;
        if (socket != null)
        {
            socket.Close();
        }
    }

    // A group that cannot be joined costs the group's datagrams alone.
    private void Join(Socket socket)
    {
        int index = 0;
        for (byte[] group = _input.GroupAt(index); group != null; group = _input.GroupAt(index))
        {
            var membership = new byte[MembershipBytes];
            Array.Copy(group, 0, membership, 0, group.Length);
            try
            {
                socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, membership);
            }
            catch (SocketException fault)
            {
                Faults++;
                LastFault = fault.Message;
            }

            index++;
        }
    }

    private void Fail(Socket socket, Exception fault, int nowMs)
    {
        Faults++;
        LastFault = fault.Message;
        _socket = null;
        _retry.Failed(nowMs);
        if (socket != null)
        {
            socket.Close();
        }
    }
}
