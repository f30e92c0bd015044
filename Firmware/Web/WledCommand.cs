using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// A command of WLED's older interface, "win&amp;A=128&amp;FX=3" as a path: read as WLED 0.15 reads it, which passes over what it
/// does not know. docs/wled.md says what maps to what.
/// </summary>
internal sealed class WledCommand
{
    private const string Path = "win";

    // WLED steps through these unless it is told otherwise.
    private const int FirstPreset = 1;
    private const int LastPreset = 5;

    private const int NoSegment = -1;
    private static readonly char[] And = { '&' };
    private static readonly string[] Parts = { "r", "g", "b" };

    private readonly Device _device;
    private readonly WledPlan _plan;
    private readonly string[] _words;

    /// <summary>The one segment that is meant; below 0 both, or the first where WLED means the first that is selected.</summary>
    private readonly int _only;

    /// <param name="device">The device.</param>
    /// <param name="text">The piece of the path, in lower case.</param>
    public WledCommand(Device device, string text)
    {
        _device = device;
        _plan = new WledPlan(device);
        _words = text.Split(And);
        int only = Whole("ss", NoSegment);
        _only = only < WledPlan.Segments ? only : NoSegment;
    }

    /// <summary>Whether a piece of a path is of this interface.</summary>
    public static bool Is(string piece) => piece == Path || IsChange(piece);

    /// <summary>Whether it wants something to change.</summary>
    public static bool IsChange(string piece) => piece != null && piece.StartsWith(Path + "&");

    /// <summary>The client does not want to hear how things are.</summary>
    public bool IsSilent => Has("in");

    /// <summary>The client wants the device to start again.</summary>
    public bool Restarts => Has("rb");

    /// <summary>The slot that is to hold how things are afterwards; 0 for none.</summary>
    public int SavesTo
    {
        get
        {
            int slot = Whole("ps", 0);
            return slot > 0 && slot <= _device.Presets.Slots ? slot : 0;
        }
    }

    /// <summary>Stores what it wants.</summary>
    public void Apply()
    {
        Switch();
        SetFirst();
        SetColour();
        SetAll("fx", ChannelControls.PatternIndex);
        SetAll("sx", ChannelControls.SpeedIndex);
        SetAll("ix", ChannelControls.ParameterIndex);
        SetAll("fp", ChannelControls.PaletteIndex);
        if (Value("tt") != null)
        {
            int milliseconds = Whole("tt", 0);
            milliseconds = milliseconds < 0 ? 0 : milliseconds;
            _plan.Fade(milliseconds < _plan.LongestFadeMs ? milliseconds : _plan.LongestFadeMs);
        }

        ChoosePreset();
        _plan.Apply();
    }

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

    private void SetColour()
    {
        var colour = new WledColour();
        string whole = Value("cl");
        if (whole == null && Value("r") == null && Value("g") == null && Value("b") == null)
        {
            return;
        }

        colour.Begin(_only == 1 ? _device.ChannelB.Custom.Stops : _device.ChannelA.Custom.Stops);
        for (int part = 0; part < Parts.Length; part++)
        {
            int value = Value(Parts[part]) == null ? WledValue.None : Number(Value(Parts[part]), colour.Part(part), 255);
            colour.Set(part, value == WledValue.None ? colour.Part(part) : value);
            if (whole != null)
            {
                colour.Set(part, (int)(ColourOf(whole) >> ((Parts.Length - 1 - part) * 8)) & 255);
            }
        }

        for (int i = 0; i < WledPlan.Segments; i++)
        {
            if (IsMeant(i))
            {
                _plan.Channels[i].Paint(colour, Value("fx") != null, Value("fp") != null);
            }
        }
    }

    // "h00FF0010" or "#FF0010" in hexadecimal, else decimal; white, before red, is passed over.
    private static uint ColourOf(string text)
    {
        bool isHex = text.Length > 0 && (text[0] == 'h' || text[0] == '#');
        uint colour = 0;
        for (int i = isHex ? 1 : 0; i < text.Length; i++)
        {
            int digit = ColoursDocument.Digit(text[i]);
            if (digit < 0 || (digit > 9 && !isHex))
            {
                break;
            }

            colour = (colour * (isHex ? 16u : 10u)) + (uint)digit;
        }

        return colour;
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

    private WledWish First => _plan.Channels[_only < 0 ? 0 : _only];

    private bool IsMeant(int segment) => _only < 0 || _only == segment;

    private int IsNotZero(string name)
    {
        string text = Value(name);
        return text.Length > 0 && text[0] == '0' ? 0 : 1;
    }

    private static int Number(string text, int now, int max) => WledValue.Number(JsonToken.Text, 0, text, now, max);

    private int Whole(string name, int missing)
    {
        string text = Value(name);
        return text == null ? missing : WledValue.Whole(text, 0);
    }

    private bool Has(string name)
    {
        for (int i = 1; i < _words.Length; i++)
        {
            if (_words[i] == name || _words[i].StartsWith(name + "="))
            {
                return true;
            }
        }

        return false;
    }

    // What stands behind a name and its sign; null when it is not there.
    private string Value(string name)
    {
        for (int i = 1; i < _words.Length; i++)
        {
            if (_words[i].StartsWith(name + "="))
            {
                return _words[i].Substring(name.Length + 1);
            }
        }

        return null;
    }
}
