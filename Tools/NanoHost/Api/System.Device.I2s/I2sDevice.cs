using NanoHost;
using NanoHost.I2s;

namespace System.Device.I2s;

/// <summary>An open I2S bus.</summary>
public class I2sDevice : IDisposable
{
    private readonly I2sReceiver _receiver;

    public I2sDevice(I2sConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ConnectionSettings = settings;
        _receiver = SimulatedBoard.Current.I2s.Open(settings);
    }

    ~I2sDevice() => _receiver?.Close();

    public I2sConnectionSettings ConnectionSettings { get; }

    public static I2sDevice Create(I2sConnectionSettings settings) => new(settings);

    /// <summary>
    /// Waits in native code until <paramref name="buffer"/> is full; returns at once when the DMA already holds that much.
    /// </summary>
    public void Read(SpanByte buffer) => _receiver.Read(buffer.AsSpan());

    /// <summary>The simulated board has no I2S output.</summary>
    public void Write(SpanByte buffer) => throw new NotSupportedException("The simulated board has no I2S output.");

    public void Dispose()
    {
        _receiver.Close();
        GC.SuppressFinalize(this);
    }
}
