using NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The pin matrix: which GPIO carries which signal.</summary>
public class Configuration
{
    public static void SetPinFunction(int pin, DeviceFunction value) => SimulatedBoard.Current.Pins.Assign(pin, value);

    /// <summary>The GPIO of a function, or −1 when none was assigned.</summary>
    public static int GetFunctionPin(DeviceFunction function) => SimulatedBoard.Current.Pins.PinOf(function);
}
