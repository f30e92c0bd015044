namespace nanoFramework.M2Mqtt;

/// <summary>What the client goes by.</summary>
public class MqttSettings
{
    public const int DefaultInflightQueueSize = int.MaxValue;

    internal MqttSettings()
    {
    }

    /// <summary>So many messages wait to be sent at most: without a limit, as the library has it, a broker that takes nothing
    /// fills the heap.</summary>
    public int InflightQueueSize { get; set; } = DefaultInflightQueueSize;
}
