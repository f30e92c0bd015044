using NanoHost.Gpio;

namespace System.Device.Gpio;

/// <summary>An open pin.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly GpioLine _line;

    internal GpioPin(GpioLine line)
    {
        _line = line;
        _line.Changed += OnChanged;
    }

    ~GpioPin() => Close();

    public event PinValueChangedEventHandler? ValueChanged;

    public int PinNumber => _line.Pin;

    /// <summary>Kept and not imitated: the simulated button does not bounce.</summary>
    public TimeSpan DebounceTimeout { get; set; }

    public PinMode GetPinMode() => _line.Mode;

    public bool IsPinModeSupported(PinMode pinMode) => GpioLine.Supports(pinMode);

    public void SetPinMode(PinMode value) => _line.Mode = value;

    public PinValue Read() => _line.Level;

    public void Write(PinValue value) => _line.Write((bool)value);

    public void Toggle() => _line.Write(!_line.Level);

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    private void Close()
    {
        _line.Changed -= OnChanged;
        _line.IsOpen = false;
    }

    private void OnChanged(bool level) =>
        ValueChanged?.Invoke(this, new PinValueChangedEventArgs(level ? PinEventTypes.Rising : PinEventTypes.Falling, PinNumber));
}
