namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>What a receiver is opened with. The simulated board has nothing to receive.</summary>
public sealed class ReceiverChannelSettings : RmtChannelSettings
{
    private uint _idleThreshold = 12_000_000;
    private int _carrierWaveFrequency = 38_000;
    private float _carrierWaveDutyPercentage = 33;
    private int _bufferSize = 100;

    public ReceiverChannelSettings(int pinNumber)
        : base(pinNumber)
    {
    }

    /// <summary>ns without an edge that end a reception.</summary>
    public uint IdleThreshold
    {
        get => _idleThreshold;
        set => _idleThreshold = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>ns below which a pulse is ignored.</summary>
    public uint FilterThreshold { get; set; } = 1200;

    public TimeSpan ReceiveTimeout { get; set; } = TimeSpan.FromSeconds(1);

    public bool EnableDemodulation { get; set; } = true;

    public bool CarrierLevel { get; set; } = true;

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

    /// <summary>Symbols that one reception can hold.</summary>
    public int BufferSize
    {
        get => _bufferSize;
        set => _bufferSize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }
}
