using System;
using System.IO.Ports;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Sensors;

/// <content>The port: opened, looked at, closed.</content>
internal sealed partial class SerialSensor
{
    private const string Port = "COM2";
    private const int BaudRate = 115200;

    private const int ReadTimeoutMs = 100;

    /// <inheritdoc/>
    protected override void Begin() => _retryUs = 0;

    /// <inheritdoc/>
    protected override void End()
    {
        _raw = null;
        Close();
    }

    private int PinsWanted => (_serial.ReceivePin << 8) | _serial.SendPin;

    private bool TryOpen(long nowUs)
    {
        if (nowUs < _retryUs)
        {
            return false;
        }

        _retryUs = nowUs + RetryUs;
        string problem = _serial.PinProblem();
        if (problem != null)
        {
            throw new InvalidOperationException(problem);
        }

        Configuration.SetPinFunction(_serial.ReceivePin, DeviceFunction.COM2_RX);
        Configuration.SetPinFunction(_serial.SendPin, DeviceFunction.COM2_TX);
        var port = new SerialPort(Port, BaudRate, Parity.None, 8, StopBits.One)
        {
            ReadBufferSize = RingBytes,
            ReadTimeout = ReadTimeoutMs,
        };
        port.Open();
        _openPins = PinsWanted;
        _left = 0;
        _port = port;
        _readUs = nowUs;
        _line.SkipLine();
        return true;
    }

    private void Close()
    {
        SerialPort port = _port;
        _port = null;
        port?.Dispose();
    }
}
