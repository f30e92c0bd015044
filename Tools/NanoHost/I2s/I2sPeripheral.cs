using System.Device.I2s;
using NanoHost.Audio;

namespace NanoHost.I2s;

/// <summary>The I2S of the board with the microphone that is wired to it, its faults, and what was read of it.</summary>
public sealed class I2sPeripheral : IDisposable
{
    private readonly IBoardClock _clock;
    private readonly PinMatrix _pins;

    internal I2sPeripheral(IBoardClock clock, PinMatrix pins)
    {
        _clock = clock;
        _pins = pins;
    }

    /// <summary>What the microphone hears; may be changed while it runs, and takes over where the one before was.</summary>
    public IAudioSource Source { get; set; } = new ZeroSource();

    /// <summary>The slot that carries the microphone.</summary>
    public I2sSlot Slot { get; set; } = I2sSlot.Left;

    /// <summary>True when samples arrive with their bytes swapped.</summary>
    public bool SwapBytes { get; set; }

    /// <summary>Offset that the microphone adds, of full scale; an INMP441 has up to ±0.02.</summary>
    public float DcOffset { get; set; }

    /// <summary>Fault to inject: what is wrong with the data line.</summary>
    public I2sLineFault LineFault { get; set; }

    /// <summary>Fault to inject: until this time, in µs, there is no microphone.</summary>
    public long PluggedInFromUs { get; set; }

    /// <summary>Fault to inject: the bus runs at half the rate asked for. Takes effect when the bus is opened.</summary>
    public bool HalfRate { get; set; }

    /// <summary>Fault to inject: so many of the next openings are refused.</summary>
    public int RefuseOpens { get; set; }

    /// <summary>Fault to inject: so many of the next reads throw.</summary>
    public int FailReads { get; set; }

    /// <summary>Frames that the DMA has completed since the board booted.</summary>
    public long SamplesProduced { get; internal set; }

    /// <summary>Frames that reads have taken.</summary>
    public long SamplesRead { get; internal set; }

    /// <summary>Frames overwritten because nobody read them in time. The device itself says nothing of it.</summary>
    public long SamplesLost { get; internal set; }

    /// <summary>Full descriptors that wait to be read.</summary>
    public int QueueDepth { get; internal set; }

    /// <summary>Descriptors of the open bus, 0 when closed.</summary>
    public int Descriptors { get; internal set; }

    /// <summary>Bytes that the reading thread allocates between two reads, mean after a warm-up of 120 reads.</summary>
    public double BytesAllocatedByReader { get; internal set; }

    public void Dispose()
    {
    }

    internal I2sReceiver Open(I2sConnectionSettings settings)
    {
        _ = _pins.PinOf(nanoFramework.Hardware.Esp32.DeviceFunction.I2S1_BCK);
        return new I2sReceiver(this, _clock, settings);
    }
}
