using System.Text;
using NanoHost;
using NanoHost.Serial;
using HostStream = System.IO.Stream;

namespace System.IO.Ports;

/// <summary>A serial port of the chip, with what the driver does badly: see <see cref="UartReceiver"/>.</summary>
public sealed class SerialPort : IDisposable
{
    private readonly SimulatedBoard _board = SimulatedBoard.Current;
    private int _bufferSize = UartReceiver.DefaultRing;
    private UartReceiver? _receiver;

    public SerialPort(
        string portName, int baudRate = 9600, Parity parity = Parity.None, int dataBits = 8, StopBits stopBits = StopBits.One)
    {
        PortName = portName;
        BaudRate = baudRate;
        Parity = parity;
        DataBits = dataBits;
        StopBits = stopBits;
    }

    ~SerialPort() => Close();

    /// <summary>Never raised here: two objects an event, sixty times a second, is what the firmware does without.</summary>
    public event SerialDataReceivedEventHandler? DataReceived
    {
        add => throw new NotSupportedException("The simulated board tells nobody of bytes that came: ask BytesToRead.");
        remove => throw new NotSupportedException("The simulated board tells nobody of bytes that came: ask BytesToRead.");
    }

    public string PortName { get; }

    public int BaudRate { get; set; }

    public Parity Parity { get; set; }

    public int DataBits { get; set; }

    public StopBits StopBits { get; set; }

    public Handshake Handshake { get; set; }

    public SerialMode Mode { get; set; }

    public bool InvertSignalLevels { get; set; }

    public char WatchChar { get; set; }

    public string NewLine { get; set; } = "\n";

    /// <summary>Waits for ever unless it is set.</summary>
    public int ReadTimeout { get; set; } = Timeout.Infinite;

    public int WriteTimeout { get; set; } = Timeout.Infinite;

    public int ReceivedBytesThreshold { get; set; } = 1;

    /// <summary>One field with <see cref="WriteBufferSize"/>; taken when the port is opened.</summary>
    public int ReadBufferSize
    {
        get => _bufferSize;
        set => _bufferSize = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public int WriteBufferSize
    {
        get => ReadBufferSize;
        set => ReadBufferSize = value;
    }

    public bool IsOpen => _receiver != null;

    public HostStream BaseStream => throw new NotSupportedException("The simulated board's ports have no stream: use Read.");

    public int BytesToRead => Opened.Available;

    private UartReceiver Opened => _receiver ?? throw new InvalidOperationException($"{PortName} is not open.");

    public static string[] GetPortNames() => new[] { "COM1", "COM2", "COM3" };

    public void Open()
    {
        if (_receiver != null)
        {
            throw new InvalidOperationException($"{PortName} is open already.");
        }

        _receiver = _board.Serial.Open(PortName, BaudRate, _bufferSize);
    }

    public void Close()
    {
        _receiver?.Close();
        _receiver = null;
    }

    /// <summary>Waits in native code for all of <paramref name="count"/> bytes.</summary>
    public int Read(byte[] buffer, int offset, int count) => Opened.Read(buffer.AsSpan(offset, count), ReadTimeout);

    public int ReadByte()
    {
        byte[] one = new byte[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }

    public string ReadExisting()
    {
        byte[] all = new byte[BytesToRead];
        return Encoding.UTF8.GetString(all, 0, Read(all, 0, all.Length));
    }

    public string ReadLine() => throw new NotSupportedException("It waits in native code for a whole line: use Read.");

    public void Write(byte[] buffer, int offset, int count) 
    {
        _ = Opened;
        UartReceiver.Write(buffer.AsSpan(offset, count));
    }

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text), 0, Encoding.UTF8.GetByteCount(text));

    public void WriteByte(byte value) => Write(new[] { value }, 0, 1);

    public void WriteLine(string text) =>
        throw new NotSupportedException("The driver may free an address of the stack there: write bytes.");

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }
}
