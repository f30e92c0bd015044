using System;
using System.Net;
using System.Net.Sockets;
using NanoFirmware.Network;

namespace NanoFirmware.Discovery;

/// <summary>
/// Multicast DNS (RFC 6762) on the hotspot and in the network that was joined: whoever types the device's name with ".local", and
/// whoever looks for web servers or for devices of WLED's kind, finds it. An answer leaves by the interface that its question
/// came by, which the platform does not do by itself.
/// </summary>
internal sealed class MdnsService : DatagramService
{
    private const int Port = 5353;

    // Of a longer question, which lists what its asker knows already, this much: what is asked stands first.
    private const int QuestionBytes = 512;

    private readonly byte[] _groupAddress = { 224, 0, 0, 251 };

    private readonly MdnsPacket _packet;
    private readonly Radio _radio;
    private readonly EndPoint _group;
    private string _joined;
    private byte[] _station;

    public MdnsService(Radio radio)
        : base(null, Port, QuestionBytes, MdnsPacket.AnswerBytes)
    {
        _radio = radio;
        _group = new IPEndPoint(new IPAddress(_groupAddress), Port);
        _packet = new MdnsPacket(new MdnsRecords(radio.Hotspot.Name, radio.Hotspot.Mac));
    }

    /// <summary>Times that it told of itself unasked.</summary>
    public int Announced;

    /// <summary>The device has this address in the network that it joined; null for none.</summary>
    public void Look(string stationAddress)
    {
        if (stationAddress == _joined)
        {
            return;
        }

        _joined = stationAddress;
        _station = stationAddress == null ? null : IPAddress.Parse(stationAddress).GetAddressBytes();
        Socket socket = Socket;
        if (socket != null && _station != null)
        {
            Join(socket, _station);
            Announce(socket, _station);
        }
    }

    protected override void Opened(Socket socket)
    {
        Join(socket, Radio.HotspotAddress);
        if (_station != null)
        {
            Join(socket, _station);
            Announce(socket, _station);
        }
    }

    protected override int Answer(byte[] question, int length, byte[] answer, int nowS) =>
        _packet.Answer(question, length, IsPlain, OwnAddress(), answer);

    protected override EndPoint WhereTo(EndPoint from) => IsPlain ? from : _group;

    protected override void Put(Socket socket, byte[] answer, int count, EndPoint to)
    {
        if (to == _group)
        {
            Tell(socket, OwnAddress(), answer, count);
        }
        else
        {
            base.Put(socket, answer, count, to);
        }
    }

    // A plain resolver: members of the group ask from its port.
    private bool IsPlain => ((IPEndPoint)Asker).Port != Port;

    private byte[] OwnAddress() => _radio.OwnAddress(((IPEndPoint)Asker).Address.GetAddressBytes());

    // Those who browse see a device that comes at once, and need not ask again.
    private void Announce(Socket socket, byte[] address)
    {
        var all = new byte[MdnsPacket.AnswerBytes];
        try
        {
            Tell(socket, address, all, _packet.Announce(address, all));
            Announced++;
        }
        catch (SocketException fault)
        {
            Fail(fault);
        }
    }

    // Which interface groups are reached by is the socket's state, and two threads send: the answers' and the radio's.
    private void Tell(Socket socket, byte[] address, byte[] packet, int count)
    {
        lock (_group)
        {
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, address);
            socket.SendTo(packet, 0, count, SocketFlags.None, _group);
        }
    }

    // An interface that is not there costs its own network's questions alone.
    private void Join(Socket socket, byte[] address)
    {
        var membership = new byte[_groupAddress.Length + address.Length];
        Array.Copy(_groupAddress, 0, membership, 0, _groupAddress.Length);
        Array.Copy(address, 0, membership, _groupAddress.Length, address.Length);
        try
        {
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, membership);
        }
        catch (SocketException fault)
        {
            Fail(fault);
        }
    }
}
