using NanoHost.Rmt;

namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>Holds back the transmissions of several channels until each has one, then starts all of them at one edge.</summary>
public class TransmitSyncManager : IDisposable
{
    private readonly RmtSyncGroup _group;

    /// <param name="TxChannelArray">Open channels, at least one; there can be one manager at a time.</param>
    public TransmitSyncManager(TransmitterChannel[] TxChannelArray)
    {
        ArgumentNullException.ThrowIfNull(TxChannelArray);
        _group = RmtSyncGroup.Create(Array.ConvertAll(TxChannelArray, channel => channel.Transmitter));
    }

    ~TransmitSyncManager() => Dispose(false);

    /// <summary>Arms the next round; without it channels start as they are sent.</summary>
    public void Reset() => _group.Reset();

    public void Dispose()
    {
        Dispose(true);
        System.GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _group?.Close();
}
