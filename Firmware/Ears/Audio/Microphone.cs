using System;
using System.Device.I2s;
using NanoFirmware.Control;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Audio;

/// <summary>
/// What hears on I2S, and the metronome: <see cref="Read"/> returns once each 1/60 s with one hop of 256 samples.
/// </summary>
internal sealed class Microphone : IDisposable
{
    private const int MicrosecondsPerSecond = 1000000;

    // Two slots of 32 bits: the driver drops samples in the mono formats, garbles 24 bits, and with 16 it delivers the low half
    // where its bytes come reversed.
    private const int BytesPerFrame = SlotFinder.BytesPerFrame;

    // A Read that waited this long found the queue empty: from then on clock and samples are in step.
    private const int WaitedUs = 500;

    private readonly I2sDevice _device;
    private readonly SlotFinder _slots = new SlotFinder();
    private long _anchorUs;
    private int _hopsSinceAnchor;
    private int _missing;

    /// <param name="wiring">What it is soldered to.</param>
    /// <exception cref="Exception">Whatever the driver throws when the port or its pins cannot be had.</exception>
    public Microphone(MicrophoneWiring wiring)
    {
        Configuration.SetPinFunction(wiring.ClockPin, DeviceFunction.I2S1_BCK);
        Configuration.SetPinFunction(wiring.SelectPin, DeviceFunction.I2S1_WS);
        Configuration.SetPinFunction(wiring.DataPin, DeviceFunction.I2S1_MDATA_IN);
        _device = new I2sDevice(new I2sConnectionSettings(Board.MicrophoneBus)
        {
            Mode = I2sMode.Master | I2sMode.Rx,
            SampleRate = Board.SampleRateHz,
            BitsPerSample = I2sBitsPerSample.Bit32,
            ChannelFormat = I2sChannelFormat.RightLeft,
            CommunicationFormat = I2sCommunicationFormat.I2S,
            BufferSize = Board.DmaDescriptors * Board.DmaDescriptorBytes,
        });
        Anchor(Now());
    }

    /// <summary>
    /// The newest 256 frames, 8 bytes each: two slots of 32 bits, 24 of which are the microphone's. Overwritten by the next
    /// <see cref="Read"/>.
    /// </summary>
    public readonly byte[] Hop = new byte[Board.HopFrames * BytesPerFrame];

    /// <summary>Where in a frame the microphone's slot lies, at byte 0 or 4, and in which byte order.</summary>
    public SlotFinder Slots => _slots;

    /// <summary>Time at which the newest sample was there, on the µs clock.</summary>
    public long CapturedUs;

    /// <summary>Samples read since the start.</summary>
    public long SamplesRead;

    /// <summary>Samples that the driver dropped because nobody read them in time.</summary>
    public long SamplesLost;

    /// <summary>How many times samples were dropped.</summary>
    public int Overruns;

    /// <summary>Hops that vanished while the queue had room: in an erase of flash interrupts merge, and nobody says so.</summary>
    public int HopsVanished;

    /// <summary>Whole hops that were waiting in the DMA queue when <see cref="Read"/> returned.</summary>
    public int HopsWaiting;

    /// <summary>
    /// Waits for the next hop. The wait is one native call in which every managed thread stands still, so whoever has
    /// work to do must be given the chance before.
    /// </summary>
    public void Read()
    {
        long before = Now();
        _device.Read(Hop);
        long now = Now();

        CapturedUs = now;
        SamplesRead += Board.HopFrames;
        if (now - before >= WaitedUs)
        {
            CountVanished(now);
            Anchor(now);
        }
        else
        {
            Account(before);
        }

        _slots.Examine(Hop);
    }

    public void Dispose() => _device.Dispose();

    // The queue was empty, so that all hops of the time since the anchor should have been read. A late awakening looks like a
    // missing hop too, but the next wait is shorter by as much.
    private void CountVanished(long now)
    {
        int missing = (int)(
            (((now - _anchorUs) * Board.SampleRateHz / Board.HopFrames) + (MicrosecondsPerSecond / 2)) / MicrosecondsPerSecond)
            - _hopsSinceAnchor - 1;
        if (missing == 0)
        {
            HopsVanished += _missing;
            _missing = 0;
            return;
        }

        _missing += missing;
        _missing = _missing < 0 ? 0 : _missing;
    }

    // Where the clock says that more came before this read than the queue can hold, the oldest are gone. One descriptor is
    // always being filled.
    private void Account(long beforeUs)
    {
        int came = (int)((beforeUs - _anchorUs) * Board.SampleRateHz / (MicrosecondsPerSecond * Board.HopFrames));
        int lost = came - _hopsSinceAnchor - (Board.DmaDescriptors - 1);
        if (lost > 0)
        {
            SamplesLost += lost * Board.HopFrames;
            Overruns++;
            _hopsSinceAnchor += lost;
        }

        _hopsSinceAnchor++;
        HopsWaiting = came > _hopsSinceAnchor ? came - _hopsSinceAnchor : 0;
    }

    // The sample clock and the µs clock drift apart by some parts in a million: each wait puts them in step again.
    private void Anchor(long now)
    {
        _anchorUs = now;
        _hopsSinceAnchor = 0;
        HopsWaiting = 0;
    }

    private static long Now() => (long)HighResTimer.GetCurrent();
}
