using System;
using System.Net;
using System.Net.Sockets;
using NanoFirmware.Audio;
using NanoFirmware.Network;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Live;

/// <summary>
/// Tells a group something, in the network that the device joined or in its own; once a hop it has the chance to.
/// </summary>
internal abstract class GroupSender : FrameTask
{
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;

    // How often it looks whether the device is in another network by now.
    private const int LookHops = Board.FrameRateHz;

    private readonly Radio _radio;
    private readonly byte[] _group;
    private readonly int _port;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private Socket _socket;
    private string _address;
    private int _untilLook;

    /// <param name="radio">The networks.</param>
    /// <param name="group">An IPv4 address.</param>
    /// <param name="port">UDP port.</param>
    protected GroupSender(Radio radio, byte[] group, int port)
    {
        _radio = radio;
        _group = group;
        _port = port;
    }

    /// <summary>Datagrams that were sent.</summary>
    public int Sent;

    /// <summary>How often it could not be opened or failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <inheritdoc/>
    public override void Run()
    {
        if (--_untilLook <= 0)
        {
            _untilLook = LookHops;
            Look();
        }

        if (_socket != null)
        {
            Tell();
        }
    }

    /// <summary>Closes its socket.</summary>
    public void Close()
    {
        Socket socket = _socket;
        _socket = null;
        if (socket != null)
        {
            socket.Close();
        }
    }

    /// <summary>Sends what there is to tell, if there is something.</summary>
    protected abstract void Tell();

    /// <summary>Sends one datagram.</summary>
    protected void Send(byte[] packet, int bytes)
    {
        Socket socket = _socket;
        try
        {
            if (socket != null)
            {
                socket.Send(packet, 0, bytes, SocketFlags.None);
                Sent++;
            }
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    private void Look()
    {
        int nowMs = (int)(HighResTimer.GetCurrent() / 1000);
        string address = _radio.Station.Address ?? Board.HotspotAddress;
        if (address != _address)
        {
            Close();
            _address = address;
        }

        if (_socket == null && _retry.IsDue(nowMs))
        {
            Open(address);
        }
    }

    // Connected: to send to an end point would make two objects each time.
    private void Open(string address)
    {
        try
        {
            _socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            _socket.SetSocketOption(
                SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Parse(address).GetAddressBytes());
            _socket.Connect(new IPEndPoint(new IPAddress(_group), _port));
            _retry.Succeeded();
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    private void Fail(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
        _retry.Failed((int)(HighResTimer.GetCurrent() / 1000));
        Close();
    }
}
