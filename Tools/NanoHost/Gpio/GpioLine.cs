using System.Device.Gpio;

namespace NanoHost.Gpio;

/// <summary>
/// One pin: the level is what the board drives as an output, and what is wired to it, else its pull, as an input.
/// </summary>
public sealed class GpioLine
{
    private bool? _wired;
    private bool _driven;
    private PinMode _mode;
    private bool _last;

    internal GpioLine(int pin) => Pin = pin;

    /// <summary>The level changed while the pin was open, to this one. Raised on the thread that changed it.</summary>
    internal event Action<bool>? Changed;

    public int Pin { get; }

    public bool IsOpen { get; internal set; }

    public PinMode Mode
    {
        get => _mode;
        set
        {
            _mode = value;
            Update();
        }
    }

    /// <summary>True for high.</summary>
    public bool Level => Mode switch
    {
        PinMode.Output => _driven,
        PinMode.OutputOpenDrain or PinMode.OutputOpenDrainPullUp => _driven && (_wired ?? Mode == PinMode.OutputOpenDrainPullUp),
        PinMode.InputPullUp => _wired ?? true,
        _ => _wired ?? false
    };

    /// <summary>True for the modes an ESP32 has.</summary>
    public static bool Supports(PinMode mode) => mode is >= PinMode.Input and <= PinMode.OutputOpenDrainPullUp;

    /// <summary>Wires the pin to a level from outside: false for a pressed button to ground; null to let go.</summary>
    public void Wire(bool? level)
    {
        _wired = level;
        Update();
    }

    internal void Write(bool level)
    {
        _driven = level;
        Update();
    }

    private void Update()
    {
        bool level = Level;
        if (level != _last)
        {
            _last = level;
            if (IsOpen)
            {
                Changed?.Invoke(level);
            }
        }
    }
}
