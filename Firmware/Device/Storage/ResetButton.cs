using System;
using System.Device.Gpio;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>
/// The BOOT button is the way back when nobody knows the key or the password: held for 5 s it removes the key, held for 10 s it
/// resets the device and starts it again.
/// </summary>
internal sealed class ResetButton : Loop
{
    private const int PollMs = 500;
    private const int KeyHoldMs = 5000;
    private const int ResetHoldMs = 10000;

    // A factory reset deletes files.
    private const int PatienceMs = 10000;

    private readonly FactoryReset _reset;
    private readonly SettingsKeeper _settings;
    private readonly KeyLock _lock;
    private GpioPin _pin;
    private long _pressedMs = -1;
    private bool _keyIsGone;
    private bool _wasUp;

    public ResetButton(FactoryReset reset, SettingsKeeper settings, KeyLock keyLock)
        : base("button", ThreadPriority.Lowest, PatienceMs)
    {
        _reset = reset;
        _settings = settings;
        _lock = keyLock;
    }

    /// <summary>Looks once; true when the device was reset.</summary>
    public bool Step(long nowMs)
    {
        _pin = _pin ?? new GpioController().OpenPin(Board.BootButtonPin, PinMode.InputPullUp);
        if (_pin.Read() == PinValue.High)
        {
            _pressedMs = -1;
            _keyIsGone = false;
            _wasUp = true;
            return false;
        }

        // Down from the start on is nobody's finger but a broken line: it would reset the device for ever.
        if (!_wasUp)
        {
            return false;
        }

        if (_pressedMs < 0)
        {
            _pressedMs = nowMs;
        }

        long heldMs = nowMs - _pressedMs;
        if (heldMs >= KeyHoldMs && !_keyIsGone)
        {
            _keyIsGone = true;
            RemoveKey();
        }

        if (heldMs < ResetHoldMs)
        {
            return false;
        }

        _pressedMs = nowMs;
        _reset.Run();
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

    // Even when the drive does not take it, the device is open until it starts again.
    private void RemoveKey()
    {
        try
        {
            _lock.Reset();
        }
        catch (Exception fault)
        {
            _settings.Fail(fault.Message);
        }
    }
}
