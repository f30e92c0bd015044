using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>
/// One object of a state's "seg": read first, since its fields may come before its number, and taken over when it is complete.
/// </summary>
internal sealed class WledSegment
{
    private const int Bri = 1;
    private const int Fx = 2;
    private const int Pal = 3;

    private readonly string[] _names = Names();
    private readonly int[] _controls = Controls();
    private readonly JsonToken[] _tokens;
    private readonly int[] _numbers;
    private readonly string[] _texts;
    private readonly WledColour _colour = new WledColour();
    private readonly int _leds;

    /// <param name="id">Which segment is meant unless it says another; below 0 all of them.</param>
    /// <param name="leds">As many as the longest of them has.</param>
    public WledSegment(int id, int leds)
    {
        Id = id;
        _leds = leds;
        _tokens = new JsonToken[_names.Length];
        _numbers = new int[_names.Length];
        _texts = new string[_names.Length];
        for (int i = 0; i < _tokens.Length; i++)
        {
            _tokens[i] = JsonToken.Null;
        }
    }

    /// <summary>Which segment is meant; below 0 all of them.</summary>
    public int Id;

    /// <summary>Its single LEDs; null when it has none.</summary>
    public WledPixels Pixels;

    /// <summary>Whether single LEDs that were given before are to go.</summary>
    public bool IsThawed;

    /// <summary>Names of a segment's fields in WLED, beside the controls that they are.</summary>
    public static string[] Names() => new[] { "on", "bri", "fx", "pal", "sx", "ix", "rev", "mi" };

    /// <summary>Index of the control for each of <see cref="Names"/>.</summary>
    public static int[] Controls() => new[]
    {
        ChannelControls.EnabledIndex, ChannelControls.BrightnessIndex, ChannelControls.PatternIndex, ChannelControls.PaletteIndex,
        ChannelControls.SpeedIndex, ChannelControls.ParameterIndex, ChannelControls.ReverseIndex, ChannelControls.MirrorIndex,
    };

    /// <summary>Reads the object whose bracket has been read.</summary>
    public void Read(JsonReader json)
    {
        while (json.Next() == JsonToken.Name)
        {
            int depth = json.Depth;
            string name = json.Text;
            JsonToken token = json.Next();
            if (name == "id" && token == JsonToken.Integer)
            {
                Id = json.Integer;
            }
            else if (name == "col")
            {
                _colour.Read(json, token);
            }
            else if (name == "i" && token == JsonToken.BeginArray)
            {
                Pixels = Pixels ?? new WledPixels(_leds);
                Pixels.Read(json);
            }
            else if (name == "frz")
            {
                IsThawed = token == JsonToken.False;
            }
            else
            {
                Keep(name, token, json);
            }

            json.Leave(depth);
        }
    }

    /// <summary>Sets what is wanted of one channel.</summary>
    public void TakeOver(WledWish wish)
    {
        int brightness = Number(Bri, wish, 255);
        if (brightness > 0)
        {
            wish.Set(ChannelControls.BrightnessIndex, brightness);
        }

        if (brightness >= 0)
        {
            wish.Set(ChannelControls.EnabledIndex, brightness > 0 ? 1 : 0);
        }

        if (_colour.IsGiven)
        {
            wish.Paint(_colour, _tokens[Fx] != JsonToken.Null, _tokens[Pal] != JsonToken.Null);
        }

        for (int i = 0; i < _names.Length; i++)
        {
            if (i != Bri)
            {
                TakeOver(wish, i);
            }
        }
    }

    private void TakeOver(WledWish wish, int field)
    {
        ControlSpec control = wish.Controls.Controls[_controls[field]];
        int now = wish.Now(_controls[field]);
        bool isSwitch = control.Kind == ControlKind.Switch;
        int value = isSwitch
            ? WledValue.Switch(_tokens[field], _numbers[field], _texts[field], now != 0)
            : Number(field, wish, control.Max);

        // A name's number beyond the list is nobody's name.
        bool isName = control.Kind == ControlKind.Choice;
        bool isBeyond = isName && _tokens[field] == JsonToken.Integer && _numbers[field] > control.Max;
        if (value >= 0 && !isBeyond)
        {
            wish.Set(_controls[field], value);
        }
    }

    private int Number(int field, WledWish wish, int max) =>
        WledValue.Number(_tokens[field], _numbers[field], _texts[field], wish.Now(_controls[field]), max);

    private void Keep(string name, JsonToken token, JsonReader json)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
            {
                _tokens[i] = token;
                _numbers[i] = json.Integer;
                _texts[i] = json.Text;
            }
        }
    }
}
