namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>A transmitter that sends symbols as they are.</summary>
public class TransmitterChannel : TransmitterEncodedChannel, IDisposable
{
    public TransmitterChannel(TransmitChannelSettings settings)
        : base(settings, null)
    {
    }

    public void Send(RmtSymbols symbols, bool waitTxDone = true)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        SendData(symbols.Serialize(), waitTxDone);
    }

    /// <summary>Waits until the transmission before has ended, copies the data and sends it.</summary>
    /// <param name="data">Symbols of four bytes, as <see cref="RmtSymbols.Serialize"/> makes them.</param>
    /// <param name="waitTxDone">True to return only when everything is out.</param>
    public void SendData(byte[] data, bool waitTxDone = true)
    {
        ArgumentNullException.ThrowIfNull(data);
        Transmitter.SendSymbols(data, waitTxDone);
    }
}
