using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <content>On, off and brightness, and the preset that comes.</content>
internal sealed partial class WledCommand
{
    // WLED steps through these unless it is told otherwise.
    private const int FirstPreset = 1;
    private const int LastPreset = 5;

    // Brightness first, and then the switch: 0 is off, 1 is on, anything else turns it over.
    private void Switch()
    {
        string brightness = Value("a");
        string power = Value("t");
        if (brightness == null && power == null)
        {
            return;
        }

        bool isOn = _device.Master.Power;
        if (brightness != null)
        {
            int asked = Number(brightness, isOn ? _device.Master.Brightness : 0, 255);
            isOn = asked == WledValue.None ? isOn : asked > 0;
            if (asked > 0)
            {
                _plan.Master.Set(MasterControls.BrightnessIndex, asked);
            }
        }

        if (power != null)
        {
            isOn = Turned(power, isOn);
        }

        _plan.Master.Set(MasterControls.PowerIndex, isOn ? 1 : 0);
    }

    private static bool Turned(string text, bool isOn)
    {
        int wanted = WledValue.Whole(text, 0);
        return wanted == 0 || wanted == 1 ? wanted == 1 : !isOn;
    }

    private void ChoosePreset()
    {
        string text = Value("pl");
        int first = Whole("p1", FirstPreset);
        int last = Whole("p2", LastPreset);
        if (text != null && WledValue.IsPlain(text))
        {
            _plan.Preset = WledValue.Whole(text, 0);
        }
        else if (text != null && first <= last)
        {
            _plan.Preset = WledValue.Parse(text, _device.Presets.Current, first, last);
        }
    }
}
