using NanoFirmware.Audio;
using NanoFirmware.Storage;

namespace NanoFirmware.Looks;

/// <summary>Shows a look once it was silent for long enough, and then not before there was sound again.</summary>
internal sealed class SilenceRule
{
    private const int MsPerMinute = 60000;

    private readonly ScheduleControls _controls;
    private readonly PresetStore _presets;
    private long _heardMs;
    private bool _isDone;

    /// <param name="controls">After how long, and which look.</param>
    /// <param name="presets">The looks.</param>
    public SilenceRule(ScheduleControls controls, PresetStore presets)
    {
        _controls = controls;
        _presets = presets;
    }

    /// <summary>Looks once.</summary>
    public void Step(AudioSnapshot audio, long nowMs)
    {
        if (_controls.SilentMinutes == 0 || audio.Level > 0)
        {
            _heardMs = nowMs;
            _isDone = false;
        }
        else if (!_isDone && nowMs - _heardMs >= _controls.SilentMinutes * (long)MsPerMinute)
        {
            _isDone = true;
            _presets.Recall(_controls.SilentSlot);
        }
    }
}
