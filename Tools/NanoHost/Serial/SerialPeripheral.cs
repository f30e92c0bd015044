using nanoFramework.Hardware.Esp32;

namespace NanoHost.Serial;

/// <summary>The board's serial ports, and what is wired to their pins.</summary>
public sealed class SerialPeripheral
{
    private const string Name = "UART";

    private readonly object _gate = new();
    private readonly IBoardClock _clock;
    private readonly PinMatrix _pins;
    private readonly Dictionary<int, SerialFeed> _wired = new();
    private readonly Dictionary<string, UartReceiver> _open = new();

    internal SerialPeripheral(IBoardClock clock, PinMatrix pins)
    {
        _clock = clock;
        _pins = pins;
    }

    /// <summary>Fault to inject: so many of the next openings fail.</summary>
    public int RefuseOpens { get; set; }

    /// <summary>Fault to inject: so many of the next reads throw.</summary>
    public int FailReads { get; set; }

    /// <summary>Bytes that found the ring full.</summary>
    public long BytesDropped { get; internal set; }

    /// <summary>Bytes that were thrown away because the hardware's own queue ran over while nothing emptied it.</summary>
    public long BytesFlushed { get; internal set; }

    /// <summary>Wires a sensor to a GPIO; from now on it speaks, whoever listens.</summary>
    public void Wire(int pin, SerialFeed sensor)
    {
        lock (_gate)
        {
            sensor.StartAt(_clock.NowUs);
            _wired[pin] = sensor;
        }
    }

    /// <summary>Nothing empties the hardware's queues for so long: what a write to flash does.</summary>
    public void Stall(long us)
    {
        lock (_gate)
        {
            foreach (UartReceiver receiver in _open.Values)
            {
                receiver.Stall(_clock.NowUs, us);
            }
        }
    }

    internal UartReceiver Open(string port, int baudRate, int ringBytes)
    {
        if (!port.StartsWith("COM", StringComparison.Ordinal) || port.Length != 4 || port[3] is < '1' or > '3')
        {
            throw new ArgumentException($"The ESP32-S3 has no serial port {port}: use COM1, COM2 or COM3.");
        }

        if (RefuseOpens > 0)
        {
            RefuseOpens--;
            throw new InvalidOperationException($"UART: opening {port} failed.");
        }

        // A signal without a pin is at GPIO 0, and nobody says so.
        int number = port[3] - '1';
        int receive = Math.Max(0, _pins.PinOf(DeviceFunction.COM1_RX + (number << 8)));
        int send = Math.Max(0, _pins.PinOf(DeviceFunction.COM1_TX + (number << 8)));
        lock (_gate)
        {
            if (_open.ContainsKey(port))
            {
                throw new InvalidOperationException($"UART: {port} is open already.");
            }

            _pins.Take(receive, Name);
            _pins.Take(send, Name);
            return _open[port] = new UartReceiver(this, _clock, port, (receive, send), ringBytes);
        }
    }

    internal SerialFeed? At(int pin)
    {
        lock (_gate)
        {
            return _wired.GetValueOrDefault(pin);
        }
    }

    internal void Close(string port, (int Receive, int Send) pins)
    {
        lock (_gate)
        {
            _open.Remove(port);
            _pins.Release(pins.Receive, Name);
            _pins.Release(pins.Send, Name);
        }
    }
}
