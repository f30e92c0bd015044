using System.IO.Ports;
using NanoFirmware.Audio;
using NanoFirmware.Control;

namespace NanoFirmware.Sensors;

/// <summary>
/// A sensor that says a number a line at 115,200 baud. What has come is read once a hop, when the light is on its way, and never
/// more than has come: a read that waits would hold up every thread.
/// </summary>
internal sealed partial class SerialSensor : Sensor
{
    /// <summary>Bytes that the driver keeps: a third of a second at most, half a minute of none at all.</summary>
    public const int RingBytes = 4096;

    // The ring that the driver makes is read in pieces, so that a hop after a long pause is no long one.
    private const int PieceBytes = 512;

    private const int RetryUs = 2000000;

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
}
