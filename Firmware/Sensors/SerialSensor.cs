using System;
using System.IO.Ports;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Sensors;

/// <summary>
/// A sensor that says a number a line at 115,200 baud. What has come is read once a hop, when the light is on its way, and never
/// more than has come: a read that waits would hold up every thread.
/// </summary>
internal sealed class SerialSensor : Sensor
{
    /// <summary>Bytes that the driver keeps: a third of a second at most, half a minute of none at all.</summary>
    public const int RingBytes = 4096;

    private const string Port = "COM2";
    private const int BaudRate = 115200;

    // The ring that the driver makes is read in pieces, so that a hop after a long pause is no long one.
    private const int PieceBytes = 512;

    // A digit and the line's end.
    private const int LeastLine = 2;
    private const int ReadTimeoutMs = 100;
    private const int RetryUs = 2000000;
    private const int SecondUs = 1000000;
    private const int LongestStepUs = 1000000;

    private readonly AudioThread _ears;
    private readonly SerialControls _serial;
    private readonly NumberLine _line = new NumberLine();
    private readonly LossMeter _losses = new LossMeter();
    private byte[] _bytes;
    private int[] _numbers;
    private SampleRing _raw;
    private SerialPort _port;
    private long _readUs;
    private long _retryUs;
    private long _dropped;
    private int _openPins;
    private int _left;

    public SerialSensor(AudioThread ears, Wiring wiring, bool hasOctalMemory, PulseOutput pulse)
        : base("serial", new SerialControls(wiring, hasOctalMemory), pulse)
    {
        _ears = ears;
        _serial = (SerialControls)Controls;
    }

    /// <summary>Lines that were no number.</summary>
    public int BadLines => _line.BadLines;

    /// <summary>Times that the ring was found full: what came then is lost, and nobody knows how much.</summary>
    public int Overruns;

    /// <summary>Numbers in the last whole second.</summary>
    public int LinesPerSecond => IsRunning ? _losses.LinesPerSecond : 0;

    /// <summary>The port is open: a write to flash would lose some of what comes.</summary>
    public bool IsListening => _port != null;

    /// <inheritdoc/>
    public override long Dropped => _dropped;

    /// <inheritdoc/>
    public override RawSamples Raw => _raw;

    /// <inheritdoc/>
    protected override string Condition
    {
        get
        {
            if (_port == null)
            {
                return "the port is not open: " + (LastFault ?? "it will be in a moment");
            }

            return _losses.LinesPerSecond == 0 ? "no numbers come" : "ok";
        }
    }

    /// <inheritdoc/>
    public override void Attach(bool wantsTurn) => _ears.Afterwards = wantsTurn ? this : null;

    /// <inheritdoc/>
    public override void MakeRoom()
    {
        base.MakeRoom();
        _bytes = _bytes ?? new byte[PieceBytes];
        _numbers = _numbers ?? new int[PieceBytes / LeastLine];
        _raw = _raw ?? new SampleRing();
    }

    /// <inheritdoc/>
    protected override void Begin() => _retryUs = 0;

    /// <inheritdoc/>
    protected override void End()
    {
        _raw = null;
        Close();
    }

    /// <inheritdoc/>
    protected override void Listen(long nowUs)
    {
        if (_port != null && _openPins != PinsWanted)
        {
            Close();
            _retryUs = 0;
        }

        if (_port == null && !TryOpen(nowUs))
        {
            return;
        }

        try
        {
            Read(nowUs);
        }
        catch (Exception)
        {
            Close();
            _retryUs = nowUs + RetryUs;
            throw;
        }
    }

    private int PinsWanted => (_serial.ReceivePin << 8) | _serial.SendPin;

    private bool TryOpen(long nowUs)
    {
        if (nowUs < _retryUs)
        {
            return false;
        }

        _retryUs = nowUs + RetryUs;
        string problem = _serial.PinProblem();
        if (problem != null)
        {
            throw new InvalidOperationException(problem);
        }

        Configuration.SetPinFunction(_serial.ReceivePin, DeviceFunction.COM2_RX);
        Configuration.SetPinFunction(_serial.SendPin, DeviceFunction.COM2_TX);
        var port = new SerialPort(Port, BaudRate, Parity.None, 8, StopBits.One)
        {
            ReadBufferSize = RingBytes,
            ReadTimeout = ReadTimeoutMs,
        };
        port.Open();
        _openPins = PinsWanted;
        _left = 0;
        _port = port;
        _readUs = nowUs;
        _line.SkipLine();
        return true;
    }

    private void Read(long nowUs)
    {
        long sinceUs = nowUs - _readUs;
        int elapsedUs = sinceUs < LongestStepUs ? (int)sinceUs : LongestStepUs;
        int waiting = _port.BytesToRead;
        Overruns += waiting >= RingBytes ? 1 : 0;
        int came = waiting - _left;
        int missing = _losses.MissingLines(came, elapsedUs);
        if (missing > 0)
        {
            // What is left of the line that was cut in two would make a number of its own.
            _dropped += missing;
            _line.SkipLine();
        }

        int length = waiting < PieceBytes ? waiting : PieceBytes;
        int count = length == 0 ? 0 : _port.Read(_bytes, 0, length);
        _left = waiting - count;
        _losses.Note(came, TakeNumbers(count, elapsedUs, nowUs), elapsedUs);
        _readUs = nowUs;
    }

    // Spread over the time in which they came.
    private int TakeNumbers(int count, int elapsedUs, long nowUs)
    {
        NumberLine line = _line;
        int[] numbers = _numbers;
        int found = 0;
        for (int at = line.Read(_bytes, 0, count); at >= 0; at = line.Read(_bytes, at, count))
        {
            int number = line.Value;
            numbers[found++] = number == NumberLine.Least ? NumberLine.Least + 1 : number;
        }

        _raw.Add(numbers, found, nowUs);
        Take(numbers, found, StepUs(found, elapsedUs), nowUs - LeftUs);
        return found;
    }

    // What a long hop left behind is read in the next: by the hop's own time it would have come all at once.
    private int StepUs(int found, int elapsedUs)
    {
        int linesPerSecond = _losses.LinesPerSecond;
        if (linesPerSecond > 0)
        {
            return SecondUs / linesPerSecond;
        }

        return found == 0 ? 0 : elapsedUs / found;
    }

    // How long ago the newest of what was read came, with so much still waiting behind it.
    private long LeftUs => _losses.BytesPerSecond == 0 ? 0 : (long)_left * SecondUs / _losses.BytesPerSecond;

    private void Close()
    {
        SerialPort port = _port;
        _port = null;
        port?.Dispose();
    }
}
