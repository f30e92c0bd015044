using System;
using System.Device.Gpio;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>The BOOT button, held for 5 s, resets the device and starts it again: the way back when nobody knows the password.</summary>
internal sealed class ResetButton
{
    private const int PollMs = 500;
    private const int HoldMs = 5000;

    private readonly Device _device;
    private GpioPin _pin;
    private long _pressedMs = -1;

    public ResetButton(Device device) => _device = device;

    /// <summary>Watches the button from now on.</summary>
    public void Start()
    {
        var thread = new Thread(Run) { Priority = ThreadPriority.Lowest };
        thread.Start();
    }

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

    private void Run()
    {
        try
        {
            while (true)
            {
                Thread.Sleep(PollMs);
                if (Step((long)(HighResTimer.GetCurrent() / 1000)))
                {
                    Restart.Soon();
                }
            }
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
        }
    }
}
