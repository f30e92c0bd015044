using System;
using NanoFirmware.Control;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.Sensors;

/// <summary>
/// Electric pulses of exact width on one pin: an RMT channel of its own sends each as one symbol in ticks of 1 µs, so that
/// nothing which the interpreter does meanwhile can shorten or lengthen it. While the pin is wired strip B has one block of RMT
/// memory in place of two.
/// </summary>
internal sealed class PulseOutput
{
    private const int TicksPerSecond = 1000000;

    // A half of a symbol has 15 bits: a longer pulse takes both.
    private const int LongestHalf = 32767;

    // A symbol is two words of 16 bits, the level in the highest.
    private const int SymbolBytes = 4;
    private const int HighBit = 0x80;

    // The pin is low for so long between two pulses, so that whoever counts sees two.
    private const int GapUs = 100;

    private const int RetryUs = 2000000;

    private readonly PulseWiring _wiring;
    private readonly byte[] _symbol = new byte[SymbolBytes];
    private TransmitterChannel _channel;
    private long _freeUs;
    private long _retryUs;
    private int _widthUs;

    /// <param name="wiring">Its pin; without one it never sends.</param>
    public PulseOutput(PulseWiring wiring) => _wiring = wiring;

    /// <summary>Pulses that were sent.</summary>
    public int Pulses;

    /// <summary>Times that the channel could not be opened, or failed.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if it never failed.</summary>
    public string LastFault;

    /// <summary>False when there is no pin for it.</summary>
    public bool IsWired => _wiring.IsOn;

    /// <summary>Takes the channel, so that the pin is low before the first pulse.</summary>
    public void Open(long nowUs)
    {
        if (_channel != null || !IsWired || nowUs < _retryUs)
        {
            return;
        }

        try
        {
            _channel = new TransmitterChannel(new TransmitChannelSettings(_wiring.Pin)
            {
                ResolutionHz = TicksPerSecond,
                NumberOfMemoryBlocks = 1,
                EnableCarrierWave = false,
                IdleLevel = false,
            });
        }
        catch (Exception fault)
        {
            Fail(fault, nowUs);
        }
    }

    /// <summary>
    /// Starts a pulse; false when one is on its way, or the channel is not to be had: then it is to be tried again.
    /// </summary>
    /// <param name="widthUs">1 to <see cref="SensorControls.LongestPulseUs"/>.</param>
    /// <param name="nowUs">The clock.</param>
    public bool TryStart(int widthUs, long nowUs)
    {
        Open(nowUs);
        if (_channel == null || nowUs < _freeUs)
        {
            return false;
        }

        try
        {
            SetWidth(widthUs);

            // The driver copies the symbol: nothing is kept that the heap could move. It would wait for a pulse that is still on
            // its way, with all threads, so none is.
            _channel.SendData(_symbol, false);
            _freeUs = nowUs + widthUs + GapUs;
            Pulses++;
            return true;
        }
        catch (Exception fault)
        {
            Close();
            Fail(fault, nowUs);
            return false;
        }
    }

    /// <summary>Gives the channel back.</summary>
    public void Close()
    {
        TransmitterChannel channel = _channel;
        _channel = null;
        channel?.Dispose();
    }

    private void SetWidth(int widthUs)
    {
        if (widthUs == _widthUs)
        {
            return;
        }

        // A half without a tick would end the symbol before its time: a short pulse ends in a tick of low.
        bool isLong = widthUs > LongestHalf;
        Put(0, isLong ? LongestHalf : widthUs, true);
        Put(2, isLong ? widthUs - LongestHalf : 1, isLong);
        _widthUs = widthUs;
    }

    private void Put(int at, int ticks, bool isHigh)
    {
        _symbol[at] = (byte)ticks;
        _symbol[at + 1] = (byte)((ticks >> 8) | (isHigh ? HighBit : 0));
    }

    private void Fail(Exception fault, long nowUs)
    {
        Faults++;
        LastFault = fault.Message;
        _retryUs = nowUs + RetryUs;
    }
}
