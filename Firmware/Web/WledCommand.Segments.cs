using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <content>What is wanted of the segment that is meant, and of all.</content>
internal sealed partial class WledCommand
{
    // What WLED sets on one segment alone, the first when none is named.
    private void SetFirst()
    {
        WledWish first = First;
        if (Value("rv") != null)
        {
            first.Set(ChannelControls.ReverseIndex, IsNotZero("rv"));
        }

        if (Value("mi") != null)
        {
            first.Set(ChannelControls.MirrorIndex, IsNotZero("mi"));
        }

        if (Value("sb") != null)
        {
            int brightness = Number(Value("sb"), 0, 255);
            first.Set(ChannelControls.EnabledIndex, brightness > 0 ? 1 : 0);
            if (brightness > 0)
            {
                first.Set(ChannelControls.BrightnessIndex, brightness);
            }
        }

        if (Value("sw") != null)
        {
            bool isOn = Turned(Value("sw"), first.Now(ChannelControls.EnabledIndex) != 0);
            first.Set(ChannelControls.EnabledIndex, isOn ? 1 : 0);
        }
    }

    // One value for all that are meant, more or less than the first one's.
    private void SetAll(string name, int control)
    {
        string text = Value(name);
        if (text == null)
        {
            return;
        }

        // A name's number beyond the list is nobody's name.
        ControlSpec spec = First.Controls.Controls[control];
        bool isBeyond = spec.Kind == ControlKind.Choice && WledValue.IsPlain(text) && WledValue.Whole(text, 0) > spec.Max;
        int value = Number(text, First.Now(control), spec.Max);
        for (int i = 0; i < WledPlan.Segments && value >= 0 && !isBeyond; i++)
        {
            if (IsMeant(i))
            {
                _plan.Channels[i].Set(control, value);
            }
        }
    }

    private WledWish First => _plan.Channels[_only < 0 ? 0 : _only];

    private bool IsMeant(int segment) => _only < 0 || _only == segment;
}
