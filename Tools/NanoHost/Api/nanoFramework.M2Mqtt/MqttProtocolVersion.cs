namespace nanoFramework.M2Mqtt;

/// <summary>Versions of the protocol.</summary>
public enum MqttProtocolVersion
{
    Version_3_1 = 3,
    Version_3_1_1 = 4,
    Version_5 = 5,
}
