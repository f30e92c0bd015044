namespace System.Device.I2s;

/// <summary>What a bus is opened with. The defaults are the library's and of no use to a microphone: the mode is PDM.</summary>
public sealed class I2sConnectionSettings
{
    public I2sConnectionSettings(int busId) => BusId = busId;

    /// <summary>1 or 2.</summary>
    public int BusId { get; set; }

    public I2sMode Mode { get; set; } = I2sMode.Pdm;

    public int SampleRate { get; set; } = 44_100;

    public I2sBitsPerSample BitsPerSample { get; set; } = I2sBitsPerSample.Bit16;

    public I2sChannelFormat ChannelFormat { get; set; } = I2sChannelFormat.RightLeft;

    public I2sCommunicationFormat CommunicationFormat { get; set; } = I2sCommunicationFormat.I2S;

    /// <summary>Bytes of all DMA buffers together.</summary>
    public int BufferSize { get; set; } = 10_000;
}
