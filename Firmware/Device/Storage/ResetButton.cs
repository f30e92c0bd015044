using System.Device.Gpio;
using System.Threading;
using NanoFirmware.Health;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>The BOOT button, held for 5 s, resets the device and starts it again: the way back when nobody knows the password.</summary>
internal sealed class ResetButton : Loop
{
    private const int PollMs = 500;
    private const int HoldMs = 5000;

    // A factory reset deletes files.
    private const int PatienceMs = 10000;

    private readonly Device _device;
    private GpioPin _pin;
    private long _pressedMs = -1;

    public ResetButton(Device device)
        : base("button", ThreadPriority.Lowest, PatienceMs) => _device = device;

    /// <summary>Looks once; true when the device was reset.</summary>
    public bool Step(long nowMs)
    {
        _pin = _pin ?? new GpioController().OpenPin(Board.BootButtonPin, PinMode.InputPullUp);
        if (_pin.Read() == PinValue.High)
        {
            _pressedMs = -1;
            return false;
        }

        if (_pressedMs < 0)
        {
            _pressedMs = nowMs;
        }

        if (nowMs - _pressedMs < HoldMs)
        {
            return false;
        }

        _pressedMs = nowMs;
        new FactoryReset(_device).Run();
        return true;
    }

    protected override void Step()
    {
        Thread.Sleep(PollMs);
        if (Step((long)(HighResTimer.GetCurrent() / 1000)))
        {
            Storage.Restart.Soon();
        }
    }
}
