using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Jam;

/// <summary>
/// A jam's way to the devices in the same network: packets of UDP to everybody at port 21325. A carrier does three things: it
/// opens a feed, asks it for packets, and hands over what comes.
/// </summary>
internal sealed class JamLink : Loop
{
    /// <summary>UDP port.</summary>
    public const int Port = 21325;

    private const int PatienceMs = 10000;
    private const int PeriodMs = 10;
    private const int OffMs = 500;
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;
    private const int PacketBytes = 1472;

    // As many as a mailbox holds, and then others have their turn.
    private const int MostPackets = 6;

    private readonly Device _device;
    private readonly JamSession _session;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private JamFeed _feed;
    private byte[] _packet;
    private EndPoint _everybody;
    private Socket _socket;

    public JamLink(Device device, JamSession session)
        : base("jam", ThreadPriority.Normal, PatienceMs)
    {
        _device = device;
        _session = session;
    }

    /// <summary>Packets that were sent.</summary>
    public int Sent;

    /// <summary>Packets that came.</summary>
    public int Heard;

    /// <summary>How often the port could not be opened or failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    protected override void Step() => Thread.Sleep(Serve((long)HighResTimer.GetCurrent()));

    protected override void Recover() => Close();

    private int Serve(long nowUs)
    {
        bool isOn = _session.Room != null && _device.Live.Controls.IsJamOn;
        int nowMs = (int)(nowUs / 1000);
        _session.Tick(nowUs);
        if (!isOn)
        {
            Leave(nowUs, nowMs);
            return OffMs;
        }

        if (_socket == null && _retry.IsDue(nowMs))
        {
            Open(nowMs);
        }

        if (_socket == null)
        {
            return OffMs;
        }

        try
        {
            Listen();
            Tell((long)HighResTimer.GetCurrent());
        }
        catch (Exception fault)
        {
            Fail(fault, nowMs);
        }

        return PeriodMs;
    }

    // The others are told when the room was left.
    private void Leave(long nowUs, int nowMs)
    {
        try
        {
            if (_socket != null)
            {
                Tell(nowUs);
            }

            Close();
        }
        catch (Exception fault)
        {
            Fail(fault, nowMs);
        }
    }

    private void Listen()
    {
        for (int left = MostPackets; left > 0 && _socket.Available > 0; left--)
        {
            int length = _socket.Receive(_packet);
            Heard++;
            _session.Receive(_feed, _packet, 0, length, (long)HighResTimer.GetCurrent());
        }
    }

    private void Tell(long nowUs)
    {
        int length = _feed.Fill(_packet, 0, _packet.Length, nowUs);
        if (length > 0)
        {
            _socket.SendTo(_packet, 0, length, SocketFlags.None, _everybody);
            Sent++;
        }
    }

    private void Open(int nowMs)
    {
        Socket socket = null;
        try
        {
            _packet = _packet ?? new byte[PacketBytes];
            _everybody = _everybody ?? new IPEndPoint(IPAddress.Parse("255.255.255.255"), Port);
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
            socket.Bind(new IPEndPoint(IPAddress.Any, Port));
            _feed = _feed ?? _session.Open(isLeaf: false);
            _feed.Begin(nowMs, 0);
            _socket = socket;
            _retry.Succeeded();
        }
        catch (Exception fault)
        {
            _socket = socket;
            Fail(fault, nowMs);
        }
    }

    private void Fail(Exception fault, int nowMs)
    {
        Faults++;
        LastFault = fault.Message;
        _retry.Failed(nowMs);
        Close();
    }

    private void Close()
    {
        Socket socket = _socket;
        _socket = null;
        if (socket != null)
        {
            socket.Close();
        }
    }
}
