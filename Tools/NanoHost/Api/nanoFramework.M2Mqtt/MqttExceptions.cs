namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>Why the client refused something.</summary>
public enum MqttClientErrorCode
{
    WillWrong = 1,
    KeepAliveWrong = 2,
    TopicWildcard = 3,
    TopicLength = 4,
    QosNotAllowed = 5,
    TopicsEmpty = 6,
    QosLevelsEmpty = 7,
    TopicsQosLevelsNotMatch = 8,
    WrongBrokerMessage = 9,
    WrongMessageId = 10,
    InflightQueueFull = 11,
    InvalidFlagBits = 12,
    InvalidConnectFlags = 13,
    InvalidClientId = 14,
    InvalidProtocolName = 15,
}

/// <summary>The client refused something.</summary>
public class MqttClientException : Exception
{
    public MqttClientException(MqttClientErrorCode errorCode) => ErrorCode = errorCode;

    public MqttClientErrorCode ErrorCode { get; set; }
}

/// <summary>No connection came about.</summary>
public class MqttConnectionException : Exception
{
    public MqttConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
