using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Mqtt;

/// <content>What happens at each turn.</content>
internal sealed partial class MqttLink
{
    private const int OffMs = 500;
    private const int PeriodMs = 100;

    /// <summary>One round; how long it may rest after it, in ms, if nothing comes.</summary>
    internal int Serve(long nowMs)
    {
        if (_version != _settings.Version)
        {
            _version = _settings.Version;
            Leave();
            _retry.Succeeded();
            _dueMs = 0;
        }

        if (!_settings.IsOn)
        {
            Leave();
            State = LinkState.Off;
            return OffMs;
        }

        if (_line != null && !_line.IsConnected)
        {
            Fail("the broker is gone", nowMs);
        }

        if (_line == null && nowMs >= _dueMs)
        {
            Connect(nowMs);
        }

        if (_line != null)
        {
            Talk(nowMs);
        }

        return PeriodMs;
    }

    protected override void Step()
    {
        int restMs = Serve((long)(HighResTimer.GetCurrent() / 1000));
        _hasMail.WaitOne(restMs, false);
    }

    protected override void Recover() => Close();
}
