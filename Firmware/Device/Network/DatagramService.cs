using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Network;

/// <summary>Serves one UDP port of the hotspot, one datagram after the other, on a thread of the lowest priority.</summary>
internal abstract class DatagramService
{
    // After a fault the port is opened again, after this at first and then less and less often.
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;

    private readonly IPAddress _address;
    private readonly int _port;
    private readonly int _questionBytes;
    private readonly int _answerBytes;
    private byte[] _question;
    private byte[] _answer;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private Socket _socket;

    /// <param name="address">The hotspot's own: a socket bound to it never answers into another network.</param>
    /// <param name="port">UDP port.</param>
    /// <param name="questionBytes">Greatest datagram that comes; of a longer one this much.</param>
    /// <param name="answerBytes">Greatest answer.</param>
    protected DatagramService(string address, int port, int questionBytes, int answerBytes)
    {
        _address = IPAddress.Parse(address);
        _port = port;
        _questionBytes = questionBytes;
        _answerBytes = answerBytes;
    }

    /// <summary>Datagrams that were answered.</summary>
    public int Answered;

    public int Faults;

    public string LastFault;

    /// <summary>Serves until the device is switched off.</summary>
    public void Start()
    {
        var thread = new Thread(Run) { Priority = ThreadPriority.Lowest };
        thread.Start();
    }

    /// <summary>Opens the port.</summary>
    /// <exception cref="SocketException">It is taken, or the network is not up.</exception>
    public void Open()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
        socket.Bind(new IPEndPoint(_address, _port));
        _question = _question ?? new byte[_questionBytes];
        _answer = _answer ?? new byte[_answerBytes];
        _socket = socket;
    }

    /// <summary>Waits for one datagram and answers it, or is silent.</summary>
    public void ServeOne()
    {
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        int length = _socket.ReceiveFrom(_question, ref from);
        int count = Answer(_question, length, _answer, (int)(HighResTimer.GetCurrent() / 1000000));
        if (count > 0)
        {
            Send(count, WhereTo(from));
        }
    }

    // An answer that cannot be sent is its client's loss alone: the port stays open for everybody else.
    private void Send(int count, EndPoint to)
    {
        try
        {
            _socket.SendTo(_answer, 0, count, SocketFlags.None, to);
            Answered++;
        }
        catch (SocketException fault)
        {
            Faults++;
            LastFault = fault.Message;
        }
    }

    /// <summary>Writes the answer; the number of its bytes, 0 for silence.</summary>
    protected abstract int Answer(byte[] question, int length, byte[] answer, int nowS);

    /// <summary>Where the last answer goes.</summary>
    protected abstract EndPoint WhereTo(EndPoint from);

    private void Run()
    {
        while (true)
        {
            try
            {
                Open();
                while (true)
                {
                    ServeOne();
                    _retry.Succeeded();
                }
            }
            catch (Exception fault)
            {
                Faults++;
                LastFault = fault.Message;
            }

            Close();
            Thread.Sleep(_retry.Failed(0));
        }
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
