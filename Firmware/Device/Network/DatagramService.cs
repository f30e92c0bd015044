using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Network;

/// <summary>Serves one UDP port, one datagram after the other, on a thread of the lowest priority.</summary>
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
    private EndPoint _asker;
    private bool _isOpen;
    private bool _isOver;

    /// <param name="address">
    /// The hotspot's own: a socket bound to it never answers into another network. Null for every network.
    /// </param>
    /// <param name="port">UDP port.</param>
    /// <param name="questionBytes">Greatest datagram that comes; of a longer one this much.</param>
    /// <param name="answerBytes">Greatest answer.</param>
    protected DatagramService(string address, int port, int questionBytes, int answerBytes)
    {
        _address = address == null ? IPAddress.Any : IPAddress.Parse(address);
        _port = port;
        _questionBytes = questionBytes;
        _answerBytes = answerBytes;
    }

    /// <summary>Datagrams that were answered.</summary>
    public int Answered;

    public int Faults;

    public string LastFault;

    /// <summary>Serves until it is ended, which most never are.</summary>
    public void Start()
    {
        var thread = new Thread(Run) { Priority = ThreadPriority.Lowest };
        thread.Start();
    }

    /// <summary>Lets its port and its thread go.</summary>
    public void End()
    {
        _isOver = true;
        Close();
    }

    /// <summary>The open port; null while there is none.</summary>
    protected Socket Socket => _isOpen ? _socket : null;

    /// <summary>Whom the last datagram came from.</summary>
    protected EndPoint Asker => _asker;

    /// <summary>Opens the port.</summary>
    /// <exception cref="SocketException">It is taken, or the network is not up.</exception>
    public void Open()
    {
        // Known before it is bound, so that it is closed when it cannot be.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        _socket = socket;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, true);
        socket.Bind(new IPEndPoint(_address, _port));
        _question = _question ?? new byte[_questionBytes];
        _answer = _answer ?? new byte[_answerBytes];
        _isOpen = true;
        Opened(socket);
    }

    /// <summary>Waits for one datagram and answers it, or is silent.</summary>
    public void ServeOne()
    {
        EndPoint from = new IPEndPoint(IPAddress.Any, 0);
        int length = _socket.ReceiveFrom(_question, ref from);
        _asker = from;
        int count = Answer(_question, length, _answer, (int)(HighResTimer.GetCurrent() / 1000000));
        if (count > 0)
        {
            Send(count, from);
        }
    }

    // An answer that cannot be sent is its client's loss alone: the port stays open for everybody else.
    private void Send(int count, EndPoint from)
    {
        try
        {
            Put(_socket, _answer, count, WhereTo(from));
            Answered++;
        }
        catch (SocketException fault)
        {
            Fail(fault);
        }
    }

    /// <summary>The port is open: it joins its groups here.</summary>
    protected virtual void Opened(Socket socket)
    {
    }

    /// <summary>Where the last answer goes.</summary>
    protected abstract EndPoint WhereTo(EndPoint from);

    /// <summary>Sends it there.</summary>
    /// <exception cref="SocketException">It cannot be sent.</exception>
    protected virtual void Put(Socket socket, byte[] answer, int count, EndPoint to) =>
        socket.SendTo(answer, 0, count, SocketFlags.None, to);

    /// <summary>Counts a fault.</summary>
    protected void Fail(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
    }

    /// <summary>Writes the answer; the number of its bytes, 0 for silence.</summary>
    protected abstract int Answer(byte[] question, int length, byte[] answer, int nowS);

    private void Run()
    {
        while (!_isOver)
        {
            try
            {
                Open();
                while (!_isOver)
                {
                    ServeOne();
                    _retry.Succeeded();
                }
            }
            catch (Exception fault)
            {
                Fail(fault);
            }

            Close();
            Thread.Sleep(_isOver ? 0 : _retry.Failed(0));
        }
    }

    private void Close()
    {
        Socket socket = _socket;
        _isOpen = false;
        _socket = null;
        if (socket != null)
        {
            socket.Close();
        }
    }
}
