using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.Leds;

/// <summary>
/// One WS2812B strip on one RMT channel. The encoder runs natively and reads <see cref="Wire"/> while it transmits:
/// <see cref="Send"/> returns at once, and nothing is copied or allocated.
/// </summary>
internal sealed class Strip
{
    // A frame is 5.8 ms on the wire and a turn of the scheduler some tens of µs: this many turns outlast it by far.
    private const int MaxTurns = 20000;

    private readonly TransmitterEncodedChannel _channel;
    private readonly EncoderData[] _frame;

    /// <param name="pin">GPIO of the data line.</param>
    /// <param name="ledCount">Pixels on the strip.</param>
    /// <exception cref="System.Exception">Whatever the driver throws when no RMT channel or memory is left.</exception>
    public Strip(int pin, int ledCount)
    {
        Wire = new WireBuffer(ledCount * 3, (ledCount * Board.PixelUs) + Board.ResetUs);
        _frame = new[] { new EncoderData(Wire.Bytes, 1) };

        var settings = new TransmitChannelSettings(pin)
        {
            ResolutionHz = Board.RmtResolutionHz,
            NumberOfMemoryBlocks = Board.RmtMemoryBlocks,
            EnableCarrierWave = false,
            IdleLevel = false,
        };
        var bits = new ByteEncoderSettings(
            new RmtSymbol(Board.T0HighTicks, true, Board.T0LowTicks, false),
            new RmtSymbol(Board.T1HighTicks, true, Board.T1LowTicks, false),
            true,
            0);
        var reset = new CopyEncoderSettings(
            new[] { new RmtSymbol(Board.ResetTicks / 2, false, Board.ResetTicks / 2, false) });
        _channel = new TransmitterEncodedChannel(settings, new EncoderSettings[] { bits, reset });
    }

    /// <summary>The frame to send, and its guard.</summary>
    public readonly WireBuffer Wire;

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
        _channel.SendWithEncoders(_frame, false);
        long now = (long)HighResTimer.GetCurrent();
        Wire.Sent(now);
        return now;
    }
}
