namespace NanoHost.Gpio;

/// <summary>The board's pins as plain inputs and outputs, with the BOOT button on GPIO 0.</summary>
public sealed class GpioPeripheral
{
    /// <summary>GPIO of the BOOT button, which pulls to ground.</summary>
    public const int BootButton = 0;

    private readonly Dictionary<int, GpioLine> _lines = new();

    /// <summary>A pin by its GPIO number; made on first use.</summary>
    public GpioLine this[int pin]
    {
        get
        {
            if (!PinMatrix.Exists(pin))
            {
                throw new ArgumentException($"The ESP32-S3 has no GPIO {pin}: use 0-21 or 26-48.");
            }

            lock (_lines)
            {
                if (!_lines.TryGetValue(pin, out GpioLine? line))
                {
                    _lines[pin] = line = new GpioLine(pin);
                }

                return line;
            }
        }
    }

    /// <summary>Presses the BOOT button, or lets it go.</summary>
    public void PressBoot(bool pressed) => this[BootButton].Wire(pressed ? false : null);

    internal GpioLine Open(int pin)
    {
        GpioLine line = this[pin];
        if (line.IsOpen)
        {
            throw new InvalidOperationException($"GPIO {pin} is already open.");
        }

        line.IsOpen = true;
        return line;
    }
}
