using System.Collections;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using NanoHost;
using NanoHost.Net;

namespace nanoFramework.M2Mqtt;

/// <summary>
/// The device's client, as far as the firmware uses it, over MQTTnet. Its bad sides are the device's: its constructor looks a
/// name up in one native call that holds every thread; it does not connect again by itself; what it is given to send waits in a
/// queue without a limit unless one is set, and a full one throws; its threads have nobody's priority but their own.
/// </summary>
public class MqttClient : IMqttClient, IDisposable
{
    private readonly FarMachines _far;
    private readonly string _host;
    private readonly int _port;
    private readonly BlockingCollection<Action> _inflight = new();
    private readonly BlockingCollection<Action> _events = new();
    private BrokerSession? _session;

    /// <exception cref="NotSupportedException">TLS is asked for.</exception>
    /// <exception cref="SocketException">Nobody has that name.</exception>
    public MqttClient(
        string brokerHostName, int brokerPort, bool secure, X509Certificate? caCert, X509Certificate? clientCert,
        MqttSslProtocols sslProtocol)
    {
        if (secure || sslProtocol != MqttSslProtocols.None)
        {
            throw new NotSupportedException("The simulated board's MQTT speaks no TLS.");
        }

        SimulatedBoard board = SimulatedBoard.Current;
        _far = board.Network.Far;
        _host = brokerHostName;
        _port = brokerPort;
        if (!IPAddress.TryParse(brokerHostName, out _))
        {
            LookUp(board);
        }
    }

    public event IMqttClient.MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    public event IMqttClient.ConnectionClosedEventHandler? ConnectionClosed;

    public bool IsConnected { get; private set; }

    public MqttProtocolVersion ProtocolVersion { get; set; } = MqttProtocolVersion.Version_3_1_1;

    public MqttSettings Settings { get; } = new();

    /// <summary>Waits for the broker's word.</summary>
    /// <exception cref="MqttConnectionException">Nobody is there.</exception>
    public MqttReasonCode Connect(
        string clientId, string? username, string? password, bool willRetain, MqttQoSLevel willQosLevel, bool willFlag,
        string? willTopic, string? willMessage, bool cleanSession, ushort keepAlivePeriod)
    {
        if (_far.Reach(_host, _port) is not { } there)
        {
            throw new MqttConnectionException("Exception connecting to the broker", new SocketException());
        }

        _session = new BrokerSession(
            there.Host, there.Port, message => Raise(() => MqttMsgPublishReceived?.Invoke(this, message)), () => Raise(Close));
        MqttReasonCode said;
        try
        {
            said = _session.Connect(
                clientId, username, password, willFlag ? willTopic : null, willMessage, willRetain, cleanSession,
                keepAlivePeriod);
        }
        catch (Exception problem) when (problem is not MqttConnectionException)
        {
            _session.Dispose();
            throw new MqttConnectionException("Exception connecting to the broker", problem);
        }

        if (said == MqttReasonCode.Success)
        {
            IsConnected = true;
            Interlocked.Increment(ref _far.Connections);
            _far.Cutting += Cut;
            Run(_inflight);
            Run(_events);
        }

        return said;
    }

    /// <exception cref="MqttClientException">The queue is full.</exception>
    public ushort Publish(
        string topic, byte[] message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain)
    {
        Enqueue(() => _session!.Publish(topic, message, qosLevel, retain));
        return 1;
    }

    /// <exception cref="MqttClientException">The queue is full.</exception>
    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        Enqueue(() => _session!.Subscribe(topics, qosLevels));
        return 1;
    }

    /// <exception cref="MqttClientException">The queue is full.</exception>
    public ushort Unsubscribe(string[] topics)
    {
        Enqueue(() => _session!.Unsubscribe(topics));
        return 1;
    }

    public void Disconnect()
    {
        _session?.Disconnect();
        Close();
    }

    public void Close()
    {
        bool wasConnected = IsConnected;
        IsConnected = false;
        _session?.Dispose();
        if (wasConnected)
        {
            Interlocked.Decrement(ref _far.Connections);
            _far.Cutting -= Cut;
            ConnectionClosed?.Invoke(this, EventArgs.Empty);
            _inflight.CompleteAdding();
            _events.CompleteAdding();
        }
    }

    public void Dispose()
    {
        Close();
        System.GC.SuppressFinalize(this);
    }

    // The board's own look-up asks a server again and again before it gives up, and nothing runs meanwhile.
    private void LookUp(SimulatedBoard board)
    {
        _far.LookUps++;
        board.Clock.WaitUntil(board.Clock.NowUs + _far.LookUpUs);
        if (_far.Reach(_host, _port) is null)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }
    }

    private void Cut()
    {
        _session!.Dispose();
        Raise(Close);
    }

    private void Raise(Action happening)
    {
        if (!_events.IsAddingCompleted)
        {
            _events.Add(happening);
        }
    }

    private void Enqueue(Action send)
    {
        if (_inflight.Count >= Settings.InflightQueueSize)
        {
            throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
        }

        if (!_inflight.IsAddingCompleted)
        {
            _inflight.Add(send);
        }
    }

    // What ends a connection while something of it is under way is told by its end.
    private static void Run(BlockingCollection<Action> work)
    {
        var thread = new Thread(() =>
        {
            foreach (Action one in work.GetConsumingEnumerable())
            {
                try
                {
                    one();
                }
                catch (Exception problem) when (problem is not OutOfMemoryException)
                {
                    continue;
                }
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
    }
}
