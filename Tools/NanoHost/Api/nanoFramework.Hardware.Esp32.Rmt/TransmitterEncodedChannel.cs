using NanoHost;
using NanoHost.Rmt;

namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>A transmitter whose steps turn bytes into symbols while it sends.</summary>
public class TransmitterEncodedChannel : RmtChannel, IDisposable
{
    private readonly TransmitChannelSettings _transmitSettings;

    public TransmitterEncodedChannel(TransmitChannelSettings settings, EncoderSettings[]? encoderSettings)
        : base(settings)
    {
        _transmitSettings = settings;
        Transmitter = SimulatedBoard.Current.Rmt.Open(
            settings, encoderSettings ?? new EncoderSettings[] { new CopyEncoderSettings() });
    }

    ~TransmitterEncodedChannel() => Dispose(false);

    /// <summary>Blocks until everything sent is out, then says true.</summary>
    public bool IsChannelIdle
    {
        get
        {
            Transmitter.WaitUntilIdle();
            return true;
        }
    }

    public bool EnableLooping
    {
        get => _transmitSettings.EnableLooping;
        set => _transmitSettings.EnableLooping = value;
    }

    public int LoopCount
    {
        get => _transmitSettings.LoopCount;
        set => _transmitSettings.LoopCount = value;
    }

    public bool CarrierLevel
    {
        get => _transmitSettings.CarrierLevel;
        set
        {
            // The driver hands the hardware the settings as they are before it stores the new one.
            Transmitter.ApplyCarrier();
            _transmitSettings.CarrierLevel = value;
        }
    }

    public bool IdleLevel
    {
        get => _transmitSettings.IdleLevel;
        set => _transmitSettings.IdleLevel = value;
    }

    /// <summary>The hardware behind the channel.</summary>
    internal RmtTransmitter Transmitter { get; }

    /// <summary>
    /// Sends. Nothing is copied: the arrays are read while the transmission runs, and a step keeps the array of its first send
    /// for life. A second send in flight restarts the encoder in the middle of the frame.
    /// </summary>
    /// <param name="encoderData">Data for the steps that have none yet, in their order.</param>
    /// <param name="waitTxDone">True to return only when everything is out.</param>
    public void SendWithEncoders(EncoderData[] encoderData, bool waitTxDone = true)
    {
        ArgumentNullException.ThrowIfNull(encoderData);
        Transmitter.SendWithEncoders(encoderData, waitTxDone);
    }

    public void Dispose()
    {
        Dispose(true);
        System.GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Transmitter?.Close();
}
