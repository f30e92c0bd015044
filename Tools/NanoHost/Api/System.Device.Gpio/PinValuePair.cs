namespace System.Device.Gpio;

/// <summary>A pin and a level.</summary>
public readonly struct PinValuePair
{
    public PinValuePair(int pinNumber, PinValue pinValue)
    {
        PinNumber = pinNumber;
        PinValue = pinValue;
    }

    public int PinNumber { get; }

    public PinValue PinValue { get; }

    public void Deconstruct(out int pinNumber, out PinValue pinValue)
    {
        pinNumber = PinNumber;
        pinValue = PinValue;
    }
}

/// <summary>How a wait for an edge ended.</summary>
public struct WaitForEventResult
{
    public PinEventTypes EventTypes;
    public bool TimedOut;
}
