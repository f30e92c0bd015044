using nanoFramework.Runtime.Events;

namespace System.Device.Gpio;

public delegate void PinChangeEventHandler(object sender, PinValueChangedEventArgs pinValueChangedEventArgs);

public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);

/// <summary>Which edge came on which pin.</summary>
public class PinValueChangedEventArgs : BaseEvent
{
    public PinValueChangedEventArgs(PinEventTypes changeType, int pinNumber)
    {
        ChangeType = changeType;
        PinNumber = pinNumber;
    }

    public PinEventTypes ChangeType { get; }

    public int PinNumber { get; }
}
