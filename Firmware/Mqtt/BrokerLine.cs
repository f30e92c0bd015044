using System;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;

namespace NanoFirmware.Mqtt;

/// <summary>
/// One connection to a broker, from its beginning to its end; there is no second one in it. The library gets an address, never
/// a name, a queue with an end, and no TLS.
/// </summary>
internal sealed class BrokerLine
{
    private const ushort KeepAliveS = 15;
    private const int MostInFlight = 8;

    private readonly MqttClient _client;
    private readonly Inbox _inbox;

    /// <param name="address">Four numbers.</param>
    /// <param name="port">TCP port.</param>
    /// <param name="inbox">Gets what comes.</param>
    public BrokerLine(string address, int port, Inbox inbox)
    {
        _inbox = inbox;
        _client = new MqttClient(address, port, false, null, null, MqttSslProtocols.None)
        {
            ProtocolVersion = MqttProtocolVersion.Version_3_1_1,
        };
        _client.Settings.InflightQueueSize = MostInFlight;
        _client.MqttMsgPublishReceived += Receive;
    }

    public bool IsConnected => _client.IsConnected;

    /// <summary>Messages that were given to the library.</summary>
    public int Published;

    /// <summary>Messages that came.</summary>
    public int Received;

    /// <summary>
    /// Connects; what the broker says, 0 for welcome. The session outlives the connection: what others send meanwhile with a
    /// wish for an answer waits at the broker.
    /// </summary>
    /// <exception cref="MqttConnectionException">Nobody is there.</exception>
    public int Connect(string clientId, BrokerSettings settings, string willTopic, string will)
    {
        bool hasLogin = settings.HasLogin;
        return (int)_client.Connect(
            clientId, hasLogin ? settings.User : null, hasLogin ? settings.Password : null, true, MqttQoSLevel.AtMostOnce,
            hasLogin, hasLogin ? willTopic : null, hasLogin ? will : null, !hasLogin, KeepAliveS);
    }

    /// <summary>Has a topic's messages sent here, each at least once.</summary>
    public void Subscribe(string topic) =>
        _client.Subscribe(new[] { topic }, new[] { MqttQoSLevel.AtLeastOnce });

    public void Unsubscribe(string topic) => _client.Unsubscribe(new[] { topic });

    /// <summary>Sends a message; false when it did not go: the queue is full, or the connection is gone.</summary>
    public bool TryPublish(string topic, byte[] message, bool isRetained)
    {
        try
        {
            _client.Publish(topic, message, null, null, MqttQoSLevel.AtMostOnce, isRetained);
            Published++;
            return true;
        }
        catch (MqttClientException)
        {
            return false;
        }
    }

    /// <summary>Ends it.</summary>
    public void Close()
    {
        try
        {
            if (_client.IsConnected)
            {
                _client.Disconnect();
            }

            _client.Dispose();
        }
        catch (Exception)
        {
            // It is gone, which is all that is wanted.
        }
    }

    // A command that a broker kept is an old one: it would come again with every connection.
    private void Receive(object sender, MqttMsgPublishEventArgs e)
    {
        Received++;
        if (!e.Retain)
        {
            _inbox.Put(e.Topic, e.Message);
        }
    }
}
