using System.Device.I2s;
using nanoFramework.Hardware.Esp32;
using NanoHost.Audio;

namespace NanoHost.I2s;

/// <summary>The I2S of the board with the microphone that is wired to it, its faults, and what was read of it.</summary>
public sealed class I2sPeripheral : IDisposable
{
    private const string Name = "I2S";
    private const int MinDescriptors = 2;
    private const int MaxDescriptors = 128;

    private readonly IBoardClock _clock;
    private readonly PinMatrix _pins;
    private readonly AllocationMeter _meter = new();
    private readonly List<int> _taken = new();
    private I2sReceiver? _receiver;
    private long _producedBefore;
    private long _readBefore;
    private long _lostBefore;

    internal I2sPeripheral(IBoardClock clock, PinMatrix pins)
    {
        _clock = clock;
        _pins = pins;
    }

    /// <summary>
    /// What the microphone hears. May be changed while it runs: the new source is asked for the frames that follow, up to one
    /// descriptor later.
    /// </summary>
    public IAudioSource Source { get; set; } = new ZeroSource();

    /// <summary>The slot that carries the microphone; may be swapped while it runs.</summary>
    public I2sSlot Slot { get; set; } = I2sSlot.Left;

    /// <summary>
    /// True when the bytes of each 32-bit word arrive in reverse, as the driver leaves it to chance. Takes effect when the bus is
    /// opened.
    /// </summary>
    public bool SwapBytes { get; set; }

    /// <summary>Offset that the microphone adds, of full scale; an INMP441 has up to ±0.02.</summary>
    public float DcOffset { get; set; }

    /// <summary>Fault to inject: what is wrong with the data line; may be changed while it runs.</summary>
    public I2sLineFault LineFault { get; set; }

    /// <summary>Fault to inject: until this time, in µs of the board's clock, there is no microphone.</summary>
    public long PluggedInFromUs { get; set; }

    /// <summary>Fault to inject: the bus runs at half the rate asked for. Takes effect when the bus is opened.</summary>
    public bool HalfRate { get; set; }

    /// <summary>Fault to inject: so many of the next openings are refused.</summary>
    public int RefuseOpens { get; set; }

    /// <summary>Fault to inject: so many of the next reads throw.</summary>
    public int FailReads { get; set; }

    /// <summary>
    /// Fault to inject: so many of the descriptors that wait are gone, as when an erase of flash merges their interrupts.
    /// </summary>
    public void VanishHops(int count) => _receiver?.Vanish(count);

    /// <summary>Frames that the DMA has completed, over all openings.</summary>
    public long SamplesProduced => _producedBefore + (_receiver?.FramesProduced ?? 0);

    /// <summary>Frames that reads have taken, over all openings; a mono read takes two for each sample it delivers.</summary>
    public long SamplesRead => _readBefore + (_receiver?.FramesRead ?? 0);

    /// <summary>
    /// Frames overwritten because nobody read them in time, over all openings. The device itself says nothing of it.
    /// </summary>
    public long SamplesLost => _lostBefore + (_receiver?.FramesLost ?? 0);

    /// <summary>Full descriptors that wait to be read.</summary>
    public int QueueDepth => _receiver?.Queued ?? 0;

    /// <summary>Descriptors of the open bus, 0 when closed.</summary>
    public int Descriptors => _receiver?.Descriptors ?? 0;

    /// <summary>Bytes that the reading thread allocates between two reads, mean after a warm-up of 120 reads.</summary>
    public double BytesAllocatedByReader => _meter.Mean;

    /// <summary>Closes the bus.</summary>
    public void Dispose() => _receiver?.Close();

    internal I2sReceiver Open(I2sConnectionSettings settings)
    {
        Check(settings);
        I2sFormat format = new(settings, SwapBytes);
        int descriptors = settings.BufferSize / (I2sReceiver.DescriptorFrames * format.FrameBytes);
        if (descriptors is < MinDescriptors or > MaxDescriptors)
        {
            throw new ArgumentException(
                $"I2S BufferSize {settings.BufferSize} makes {descriptors} DMA descriptors of "
                + $"{I2sReceiver.DescriptorFrames} frames of {format.FrameBytes} bytes; the driver takes "
                + $"{MinDescriptors}-{MaxDescriptors}.");
        }

        _receiver = new I2sReceiver(this, _clock, settings, format, descriptors);
        return _receiver;
    }

    internal void BeginRead()
    {
        _meter.Mark();
        if (FailReads > 0)
        {
            FailReads--;
            throw new InvalidOperationException("I2S: the read failed.");
        }
    }

    internal void Closed(I2sReceiver receiver)
    {
        if (_receiver == receiver)
        {
            _receiver = null;
            ReleasePins();
            _producedBefore += receiver.FramesProduced;
            _readBefore += receiver.FramesRead;
            _lostBefore += receiver.FramesLost;
        }
    }

    private void Check(I2sConnectionSettings settings)
    {
        if (RefuseOpens > 0)
        {
            RefuseOpens--;
            throw new InvalidOperationException("I2S: opening the bus failed.");
        }

        if (settings.BusId is < 1 or > 2)
        {
            throw new ArgumentException($"There is no I2S bus {settings.BusId}: use 1 or 2.");
        }

        if (settings.SampleRate < 2)
        {
            throw new ArgumentException($"An I2S sample rate of {settings.SampleRate} Hz cannot be had.");
        }

        if (settings.Mode != (I2sMode.Master | I2sMode.Rx))
        {
            throw new ArgumentException(
                $"I2S Mode is {settings.Mode}: a microphone needs Master | Rx, which is not the default.");
        }

        if (_receiver != null)
        {
            throw new InvalidOperationException("The I2S bus is open already: dispose its device first.");
        }

        bool first = settings.BusId == 1;
        try
        {
            TakePin(first ? DeviceFunction.I2S1_BCK : DeviceFunction.I2S2_BCK);
            TakePin(first ? DeviceFunction.I2S1_WS : DeviceFunction.I2S2_WS);
            TakePin(first ? DeviceFunction.I2S1_MDATA_IN : DeviceFunction.I2S2_MDATA_IN);
        }
        catch
        {
            ReleasePins();
            throw;
        }
    }

    private void ReleasePins()
    {
        _taken.ForEach(pin => _pins.Release(pin, Name));
        _taken.Clear();
    }

    private void TakePin(DeviceFunction function)
    {
        if (_pins.PinOf(function) < 0)
        {
            throw new InvalidOperationException(
                $"{function} has no pin: call Configuration.SetPinFunction before the I2sDevice is created.");
        }

        _pins.Take(_pins.PinOf(function), Name);
        _taken.Add(_pins.PinOf(function));
    }
}
