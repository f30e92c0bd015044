using System.Buffers;
using MQTTnet;
using MQTTnet.Protocol;
using nanoFramework.M2Mqtt.Messages;

namespace NanoHost.Net;

/// <summary>One connection to a real broker, in MQTTnet's hands.</summary>
internal sealed class BrokerSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MQTTnet.IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly string _host;
    private readonly int _port;

    private readonly Action<MqttMsgPublishEventArgs> _came;
    private readonly Action _ended;

    /// <param name="host">Where the broker is.</param>
    /// <param name="port">Its port.</param>
    /// <param name="came">Gets what came.</param>
    /// <param name="ended">Called when the other side is gone.</param>
    internal BrokerSession(string host, int port, Action<MqttMsgPublishEventArgs> came, Action ended)
    {
        _host = host;
        _port = port;
        _came = came;
        _ended = ended;
    }

    public void Dispose() => _client.Dispose();

    internal MqttReasonCode Connect(
        string id, string? user, string? password, string? willTopic, string? will, bool willRetain, bool clean, int keepAliveS)
    {
        MqttClientOptionsBuilder options = new MqttClientOptionsBuilder()
            .WithTcpServer(_host, _port)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V311)
            .WithClientId(id)
            .WithCleanSession(clean)
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(keepAliveS))
            .WithTimeout(Patience);
        if (user is not null)
        {
            options.WithCredentials(user, password);
        }

        if (willTopic is not null)
        {
            options.WithWillTopic(willTopic).WithWillPayload(will).WithWillRetain(willRetain);
        }

        _client.ApplicationMessageReceivedAsync += came =>
        {
            MqttApplicationMessage message = came.ApplicationMessage;
            _came(
                new MqttMsgPublishEventArgs(
                    message.Topic, message.Payload.ToArray(), message.Dup, (MqttQoSLevel)message.QualityOfServiceLevel,
                    message.Retain));
            return Task.CompletedTask;
        };
        MqttReasonCode said = CodeOf(_client.ConnectAsync(options.Build()).GetAwaiter().GetResult().ResultCode);
        if (said == MqttReasonCode.Success)
        {
            _client.DisconnectedAsync += _ =>
            {
                _ended();
                return Task.CompletedTask;
            };
        }

        return said;
    }

    internal void Publish(string topic, byte[] message, MqttQoSLevel level, bool retain) =>
        _client.PublishAsync(
            new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(message).WithRetainFlag(retain)
                .WithQualityOfServiceLevel((MqttQualityOfServiceLevel)level).Build())
            .GetAwaiter().GetResult();

    internal void Subscribe(string[] topics, MqttQoSLevel[] levels)
    {
        var wanted = new MqttClientSubscribeOptionsBuilder();
        for (int i = 0; i < topics.Length; i++)
        {
            wanted.WithTopicFilter(topics[i], (MqttQualityOfServiceLevel)levels[i]);
        }

        _client.SubscribeAsync(wanted.Build()).GetAwaiter().GetResult();
    }

    internal void Unsubscribe(string[] topics)
    {
        foreach (string topic in topics)
        {
            _client.UnsubscribeAsync(topic).GetAwaiter().GetResult();
        }
    }

    internal void Disconnect()
    {
        try
        {
            _client.DisconnectAsync().GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is MQTTnet.Exceptions.MqttCommunicationException or InvalidOperationException)
        {
            // It is gone already.
        }
    }

    // By the numbers of MQTT 3.1.1, which is what the device's library passes on.
    private static MqttReasonCode CodeOf(MqttClientConnectResultCode code) => code switch
    {
        MqttClientConnectResultCode.Success => MqttReasonCode.Success,
        MqttClientConnectResultCode.BadUserNameOrPassword => MqttReasonCode.ConnectionRefusedBadUserNameOrPassword,
        MqttClientConnectResultCode.NotAuthorized => MqttReasonCode.ConnectionRefusedNotAuthorized,
        MqttClientConnectResultCode.ClientIdentifierNotValid => MqttReasonCode.ConnectionRefusedIdentifierRejected,
        MqttClientConnectResultCode.UnsupportedProtocolVersion => MqttReasonCode.ConnectionRefusedUnacceptableProtocolVersion,
        _ => MqttReasonCode.ConnectionRefusedServerUnavailable,
    };
}
