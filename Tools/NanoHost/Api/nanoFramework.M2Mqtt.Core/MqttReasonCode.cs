namespace nanoFramework.M2Mqtt.Messages;

/// <summary>What a broker said to a connection, as MQTT 3.1.1 numbers it; the device has those of MQTT 5 too.</summary>
public enum MqttReasonCode
{
    Success = 0,
    ConnectionRefusedUnacceptableProtocolVersion = 1,
    ConnectionRefusedIdentifierRejected = 2,
    ConnectionRefusedServerUnavailable = 3,
    ConnectionRefusedBadUserNameOrPassword = 4,
    ConnectionRefusedNotAuthorized = 5,
}
