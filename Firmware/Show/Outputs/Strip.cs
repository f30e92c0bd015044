using System;
using System.Threading;
using NanoFirmware.Control;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.Outputs;

/// <summary>
/// One strip on one RMT channel. The encoder runs natively and reads <see cref="Wire"/> while it transmits:
/// <see cref="Send"/> returns at once, and nothing is copied or allocated.
/// </summary>
internal sealed class Strip
{
    // A frame is 18 ms on the wire at most and a turn of the scheduler some tens of µs: this many turns outlast it by far.
    private const int MaxTurns = 20000;

    // Between two attempts to open the transmitter, in frames: 2 s.
    private const int RetryFrames = 2 * Board.FrameRateHz;

    // For life, as the wire buffer is: the hardware keeps the addresses of their arrays too.
    private readonly TransmitChannelSettings _settings;
    private readonly EncoderSettings[] _encoders;
    private readonly EncoderData[] _frame;

    // The wire's bytes come after them; null when none are skipped.
    private readonly byte[] _skipped;
    private TransmitterEncodedChannel _channel;
    private int _framesUntilRetry;
    private bool _isToOpenAnew;

    /// <param name="wiring">What is soldered to it.</param>
    /// <param name="memoryBlocks">Blocks of RMT memory: with one the refill has half the time.</param>
    /// <remarks>A transmitter that cannot be had now is tried again while frames are asked for.</remarks>
    public Strip(StripWiring wiring, int memoryBlocks)
    {
        int leds = wiring.Leds;
        Leds = leds;
        Pin = wiring.Pin;
        Order = wiring.Order;
        LedChip chip = wiring.Chip;
        Wire = new WireBuffer(leds * 3, ((leds + wiring.Skip) * chip.PixelUs) + Board.ResetUs);
        _skipped = leds > 0 && wiring.Skip > 0 ? new byte[wiring.Skip * 3] : null;
        _frame = Data();
        _settings = new TransmitChannelSettings(Pin)
        {
            ResolutionHz = Board.RmtResolutionHz,
            NumberOfMemoryBlocks = (byte)memoryBlocks,
            EnableCarrierWave = false,
            IdleLevel = false,
        };
        _encoders = _skipped == null
            ? new EncoderSettings[] { Bits(chip), Reset() }
            : new EncoderSettings[] { Bits(chip), Bits(chip), Reset() };
        if (IsWired)
        {
            TryOpen();
        }
    }

    /// <summary>GPIO of the data line.</summary>
    public readonly int Pin;

    /// <summary>In which order its pixels want their bytes.</summary>
    public readonly ColourOrder Order;

    /// <summary>Pixels on the strip.</summary>
    public readonly int Leds;

    /// <summary>False when there is no such strip: it is never opened, and shows nothing.</summary>
    public bool IsWired => Leds > 0;

    /// <summary>The frame to send, and its guard.</summary>
    public readonly WireBuffer Wire;

    /// <summary>Times that the transmitter could not be opened, or failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if it never failed.</summary>
    public string LastFault;

    /// <summary>Times that it was opened again after a failure.</summary>
    public int Reopened;

    /// <summary>True when frames can be sent.</summary>
    public bool IsOpen => _channel != null;

    /// <summary>True when frames can be sent; otherwise tries to make it so, now and then. Called once for each frame.</summary>
    public bool Prepare()
    {
        if (_channel != null)
        {
            return true;
        }

        if (!IsWired || _framesUntilRetry-- > 0)
        {
            return false;
        }

        bool opened = TryOpen();
        Reopened += opened ? 1 : 0;
        return opened;
    }

    private bool TryOpen()
    {
        try
        {
            _channel = new TransmitterEncodedChannel(_settings, _encoders);
            return true;
        }
        catch (Exception fault)
        {
            Fail(fault);
            return false;
        }
    }

    /// <summary>
    /// The transmitter is closed and opened again before the next frame: it knows the places that its arrays had when they were
    /// first sent, and the runtime may have moved them since.
    /// </summary>
    public void OpenAnew() => _isToOpenAnew = true;

    /// <summary>Gives the transmitter back for good: another strip is made in place of this one.</summary>
    public void Close()
    {
        TransmitterEncodedChannel channel = _channel;
        _channel = null;
        channel?.Dispose();
    }

    // Each encoder takes the next array.
    private EncoderData[] Data()
    {
        var pixels = new EncoderData(Wire.Bytes, 1);
        return _skipped == null ? new[] { pixels } : new[] { new EncoderData(_skipped, 1), pixels };
    }

    private static ByteEncoderSettings Bits(LedChip chip) => new ByteEncoderSettings(
        new RmtSymbol((ushort)chip.T0HighTicks, true, (ushort)chip.T0LowTicks, false),
        new RmtSymbol((ushort)chip.T1HighTicks, true, (ushort)chip.T1LowTicks, false),
        true,
        0);

    private static CopyEncoderSettings Reset() => new CopyEncoderSettings(
        new[] { new RmtSymbol(Board.ResetTicks / 2, false, Board.ResetTicks / 2, false) });

    // The wire is free: nothing is cut off.
    private void Replace()
    {
        _isToOpenAnew = false;
        _channel.Dispose();
        _channel = new TransmitterEncodedChannel(_settings, _encoders);
    }

    private void Fail(Exception fault)
    {
        Faults++;
        LastFault = fault.Message;
        _framesUntilRetry = RetryFrames;
    }

    /// <summary>
    /// Lets other threads run until <see cref="Wire"/> could be begun; at once unless frames follow each other faster than
    /// the wire carries them, as after a stall. False when the clock stood still meanwhile.
    /// </summary>
    public bool WaitUntilFree()
    {
        for (int turn = 0; turn < MaxTurns; turn++)
        {
            if (Wire.TryBegin((long)HighResTimer.GetCurrent()))
            {
                return true;
            }

            Thread.Sleep(0);
        }

        return false;
    }

    /// <summary>Starts the transmission of <see cref="Wire"/>, which was begun. Returns the time of the start in µs.</summary>
    public long Send()
    {
        try
        {
            if (_isToOpenAnew)
            {
                Replace();
            }

            _channel.SendWithEncoders(_frame, false);
        }
        catch (Exception fault)
        {
            Wire.Sent((long)HighResTimer.GetCurrent());
            Close(fault);
            throw;
        }

        long now = (long)HighResTimer.GetCurrent();
        Wire.Sent(now);
        return now;
    }

    // A transmitter that failed is given back and opened anew; the first attempt comes with the next frame.
    private void Close(Exception fault)
    {
        TransmitterEncodedChannel failed = _channel;
        _channel = null;
        Fail(fault);
        _framesUntilRetry = 0;
        failed.Dispose();
    }
}
