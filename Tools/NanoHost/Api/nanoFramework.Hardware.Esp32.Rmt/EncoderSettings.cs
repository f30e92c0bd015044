namespace nanoFramework.Hardware.Esp32.Rmt;

public enum EncoderType
{
    None = 0,
    Copy = 1,
    Byte = 2
}

/// <summary>One step of a channel's encoder.</summary>
public abstract class EncoderSettings
{
    internal EncoderSettings(EncoderType type) => Type = type;

    public EncoderType Type { get; }
}
