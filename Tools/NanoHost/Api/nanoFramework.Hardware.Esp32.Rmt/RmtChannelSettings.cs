namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>What every channel is opened with; changes after that do nothing.</summary>
public abstract class RmtChannelSettings
{
    private const int MaxMemoryBlocks = 8;

    private int _pinNumber;
    private int _resolutionHz = 1_000_000;
    private byte _numberOfMemoryBlocks = 1;

    protected RmtChannelSettings(int pinNumber) => _pinNumber = pinNumber;

    public int PinNumber
    {
        get => _pinNumber;
        set => _pinNumber = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Ticks a second; 1 MHz unless set.</summary>
    public int ResolutionHz
    {
        get => _resolutionHz;
        set => _resolutionHz = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Blocks of 48 symbols, 1–8; an ESP32-S3 has four for sending.</summary>
    public byte NumberOfMemoryBlocks
    {
        get => _numberOfMemoryBlocks;
        set => _numberOfMemoryBlocks = value is >= 1
            and <= MaxMemoryBlocks ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public bool SignalInverterEnabled { get; set; }
}
