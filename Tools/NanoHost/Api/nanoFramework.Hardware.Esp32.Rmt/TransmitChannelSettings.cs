namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>What a transmitter is opened with.</summary>
public sealed class TransmitChannelSettings : RmtChannelSettings
{
    private const int MaxLoopCount = 1023;

    private int _carrierWaveFrequency = 38_000;
    private float _carrierWaveDutyPercentage = 33;
    private int _loopCount = 1;

    public TransmitChannelSettings(int pinNumber)
        : base(pinNumber)
    {
    }

    /// <summary>Chops the level of <see cref="CarrierLevel"/> with the carrier, for infrared; never what a strip wants.</summary>
    public bool EnableCarrierWave { get; set; }

    public bool CarrierLevel { get; set; } = true;

    public bool CarrierAlwaysOn { get; set; }

    public int CarrierWaveFrequency
    {
        get => _carrierWaveFrequency;
        set => _carrierWaveFrequency = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public float CarrierWaveDutyPercentage
    {
        get => _carrierWaveDutyPercentage;
        set => _carrierWaveDutyPercentage = value is > 0
            and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public bool EnableLooping { get; set; }

    public int LoopCount
    {
        get => _loopCount;
        set => _loopCount = value is >= 1 and <= MaxLoopCount ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Ignored by the driver: the idle level is always driven.</summary>
    public bool EnableIdleLevelOutput { get; set; } = true;

    public bool IdleLevel { get; set; }
}
