namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>
/// An open channel. Its properties read and write its settings; the hardware took its own when the channel was opened.
/// </summary>
public abstract class RmtChannel
{
    protected readonly RmtChannelSettings _settings;

    protected RmtChannel(RmtChannelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
    }

    public int Pin
    {
        get => _settings.PinNumber;
        set => _settings.PinNumber = value;
    }

    public int ResolutionHz
    {
        get => _settings.ResolutionHz;
        set => _settings.ResolutionHz = value;
    }

    public byte NumberOfMemoryBlocks
    {
        get => _settings.NumberOfMemoryBlocks;
        set => _settings.NumberOfMemoryBlocks = value;
    }
}
