using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.Outputs;

/// <summary>
/// One WS2812B strip on one RMT channel. The encoder runs natively and reads <see cref="Wire"/> while it transmits:
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
    private TransmitterEncodedChannel _channel;
    private int _framesUntilRetry;
    private bool _isToOpenAnew;

    /// <param name="pin">GPIO of the data line.</param>
    /// <param name="leds">Pixels on the strip; 0 when there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">More pixels than a strip may have.</exception>
    /// <remarks>A transmitter that cannot be had now is tried again while frames are asked for.</remarks>
    public Strip(int pin, int leds)
    {
        if (leds < 0 || leds > Board.MostLeds)
        {
            throw new ArgumentOutOfRangeException("leds: a strip has 1 to " + Board.MostLeds.ToString() + ", or 0 when it is off");
        }

        Leds = leds;
        Wire = new WireBuffer(leds * 3, (leds * Board.PixelUs) + Board.ResetUs);
        _frame = new[] { new EncoderData(Wire.Bytes, 1) };
        _settings = new TransmitChannelSettings(pin)
        {
            ResolutionHz = Board.RmtResolutionHz,
            NumberOfMemoryBlocks = Board.RmtMemoryBlocks,
            EnableCarrierWave = false,
            IdleLevel = false,
        };
        _encoders = new EncoderSettings[] { Bits(), Reset() };
        if (IsWired)
        {
            TryOpen();
        }
    }

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

    private static ByteEncoderSettings Bits() => new ByteEncoderSettings(
        new RmtSymbol(Board.T0HighTicks, true, Board.T0LowTicks, false),
        new RmtSymbol(Board.T1HighTicks, true, Board.T1LowTicks, false),
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
    /// Lets other threads run until <see cref="Wire"/> may be written; at once unless frames follow each other faster than
    /// the wire carries them, as after a stall. False when the clock stood still meanwhile.
    /// </summary>
    public bool WaitUntilFree()
    {
        for (int turn = 0; turn < MaxTurns; turn++)
        {
            if (Wire.IsFree((long)HighResTimer.GetCurrent()))
            {
                return true;
            }

            Thread.Sleep(0);
        }

        return false;
    }

    /// <summary>Starts the transmission of <see cref="Wire"/>, which must be free. Returns the time of the start in µs.</summary>
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
