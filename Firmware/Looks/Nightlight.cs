using NanoFirmware.Control;

namespace NanoFirmware.Looks;

/// <summary>
/// Takes the master's brightness down, step by step. Whoever moves it meanwhile has it; at the end of the way to black the power
/// goes off and the brightness comes back, so that the next evening is not dark.
/// </summary>
internal sealed class Nightlight
{
    private const int MsPerMinute = 60000;

    private readonly MasterControls _master;
    private bool _isRunning;
    private long _sinceMs;
    private int _from;
    private int _set;

    /// <param name="controls">What is wanted.</param>
    /// <param name="master">What goes down.</param>
    public Nightlight(NightlightControls controls, MasterControls master)
    {
        Controls = controls;
        _master = master;
    }

    public readonly NightlightControls Controls;

    /// <summary>Seconds that are left; 0 when it is not on.</summary>
    public int LeftS(long nowMs) => _isRunning ? (int)((EndMs - nowMs) / 1000) : 0;

    /// <summary>Looks once.</summary>
    public void Step(long nowMs)
    {
        if (!Controls.IsOn)
        {
            _isRunning = false;
            return;
        }

        if (!_isRunning)
        {
            _isRunning = true;
            _sinceMs = nowMs;
            _from = _master.Brightness;
            _set = _from;
        }

        if (_master.Brightness != _set || !_master.Power)
        {
            Controls.Stop();
        }
        else if (nowMs >= EndMs)
        {
            End();
        }
        else
        {
            Show(_from + (int)((Controls.To - _from) * (nowMs - _sinceMs) / (EndMs - _sinceMs)));
        }
    }

    private long EndMs => _sinceMs + (Controls.Minutes * (long)MsPerMinute);

    private void Show(int brightness)
    {
        if (brightness != _set)
        {
            _set = brightness;
            _master.Set(MasterControls.BrightnessIndex, brightness);
        }
    }

    private void End()
    {
        if (Controls.To == 0)
        {
            _master.Set(MasterControls.PowerIndex, 0);
            Show(_from);
        }
        else
        {
            Show(Controls.To);
        }

        Controls.Stop();
    }
}
