using NanoHost;
using NanoHost.Gpio;

namespace System.Device.Gpio;

/// <summary>The board's pins.</summary>
public sealed class GpioController : IDisposable
{
    private readonly GpioPeripheral _gpio = SimulatedBoard.Current.Gpio;
    private readonly Dictionary<int, GpioPin> _pins = new();
    private readonly Dictionary<(int Pin, PinChangeEventHandler Callback), PinValueChangedEventHandler> _callbacks = new();

    public GpioController()
        : this(PinNumberingScheme.Logical)
    {
    }

    public GpioController(PinNumberingScheme numberingScheme) => NumberingScheme = numberingScheme;

    public PinNumberingScheme NumberingScheme { get; }

    public int PinCount => PinMatrix.HighestPin + 1;

    public GpioPin OpenPin(int pinNumber)
    {
        GpioPin pin = new(_gpio.Open(pinNumber));
        _pins[pinNumber] = pin;
        return pin;
    }

    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        pin.SetPinMode(mode);
        return pin;
    }

    public void ClosePin(int pinNumber)
    {
        Opened(pinNumber).Dispose();
        _pins.Remove(pinNumber);
    }

    public bool IsPinOpen(int pinNumber) => _gpio[pinNumber].IsOpen;

    public bool IsPinModeSupported(int pinNumber, PinMode mode) => GpioLine.Supports(mode);

    public PinMode GetPinMode(int pinNumber) => Opened(pinNumber).GetPinMode();

    public void SetPinMode(int pinNumber, PinMode mode) => Opened(pinNumber).SetPinMode(mode);

    public PinValue Read(int pinNumber) => Opened(pinNumber).Read();

    public void Write(int pinNumber, PinValue value) => Opened(pinNumber).Write(value);

    public void RegisterCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        PinValueChangedEventHandler handler = (sender, e) =>
        {
            if ((e.ChangeType & eventTypes) != 0)
            {
                callback(sender, e);
            }
        };
        _callbacks[(pinNumber, callback)] = handler;
        Opened(pinNumber).ValueChanged += handler;
    }

    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        if (_callbacks.Remove((pinNumber, callback), out PinValueChangedEventHandler? handler))
        {
            Opened(pinNumber).ValueChanged -= handler;
        }
    }

    public void Dispose()
    {
        foreach (GpioPin pin in _pins.Values)
        {
            pin.Dispose();
        }

        _pins.Clear();
    }

    private GpioPin Opened(int pinNumber) =>
        _pins.TryGetValue(pinNumber, out GpioPin? pin)
            ? pin
            : throw new InvalidOperationException($"GPIO {pinNumber} is not open.");
}
