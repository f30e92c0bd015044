using System.Net.Sockets;
using NanoFirmware.Jam;
using NanoFirmware.Sensors;

namespace NanoFirmware.Web;

/// <summary>
/// One client of the socket: its handshake, what it sends and what it is sent. It has no thread and never waits for its client;
/// whoever stays silent for ten seconds, breaks the protocol or takes nothing is gone.
/// </summary>
internal sealed partial class SocketClient
{
    private const int MessageBytes = 1472;

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
}
