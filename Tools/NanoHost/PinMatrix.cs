using nanoFramework.Hardware.Esp32;

namespace NanoHost;

/// <summary>Which GPIO carries which signal, as set by <see cref="Configuration.SetPinFunction"/>.</summary>
public sealed class PinMatrix
{
    /// <summary>The highest GPIO of the ESP32-S3.</summary>
    public const int HighestPin = 48;

    private readonly Dictionary<DeviceFunction, int> _pins = new();
    private readonly Dictionary<int, string> _owners = new();

    /// <summary>Called with each pin that a peripheral is about to take.</summary>
    internal Action<int>? Touched { get; set; }

    /// <summary>True for GPIO 0–21 and 26–48, the numbers that exist on an ESP32-S3.</summary>
    public static bool Exists(int pin) => pin is (>= 0 and <= 21) or (>= 26 and <= HighestPin);

    public void Assign(int pin, DeviceFunction function)
    {
        if (!Exists(pin))
        {
            throw new ArgumentException($"The ESP32-S3 has no GPIO {pin}: use 0-21 or 26-48.");
        }

        lock (_pins)
        {
            _pins[function] = pin;
        }
    }

    /// <summary>A peripheral takes a pin: one that another peripheral has is refused. The same one may take it again.</summary>
    internal void Take(int pin, string peripheral)
    {
        if (!Exists(pin))
        {
            throw new ArgumentException($"The ESP32-S3 has no GPIO {pin}: use 0-21 or 26-48.");
        }

        Touched?.Invoke(pin);
        lock (_pins)
        {
            if (_owners.TryGetValue(pin, out string? owner) && owner != peripheral)
            {
                throw new InvalidOperationException($"{peripheral} cannot have GPIO {pin}: {owner} has it.");
            }

            _owners[pin] = peripheral;
        }
    }

    /// <summary>A peripheral gives a pin back.</summary>
    internal void Release(int pin, string peripheral)
    {
        lock (_pins)
        {
            if (_owners.TryGetValue(pin, out string? owner) && owner == peripheral)
            {
                _owners.Remove(pin);
            }
        }
    }

    /// <summary>The GPIO of a function, or −1 when none was assigned.</summary>
    public int PinOf(DeviceFunction function)
    {
        lock (_pins)
        {
            return _pins.TryGetValue(function, out int pin) ? pin : -1;
        }
    }
}
