using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>
/// What a WLED client wants: read as WLED reads it, which passes over whatever it does not know or cannot do. docs/wled.md says what
/// maps to what.
/// </summary>
internal sealed class WledChange
{
    private const int Segments = 2;

    private readonly Device _device;
    private readonly ControlSet[] _sets;
    private readonly int[][] _values = new int[Segments + 1][];
    private readonly bool[][] _chosen = new bool[Segments + 1][];

    public WledChange(Device device)
    {
        _device = device;
        _sets = new ControlSet[] { device.ChannelA.Controls, device.ChannelB.Controls, device.Master };
        for (int i = 0; i < _sets.Length; i++)
        {
            _values[i] = new int[_sets[i].Values.Length];
            _chosen[i] = new bool[_sets[i].Values.Length];
        }
    }

    /// <summary>The client wants to see the state afterwards.</summary>
    public bool WantsState;

    private int _preset;

    /// <summary>Names of a segment's fields in WLED, beside the controls that they are.</summary>
    public static string[] SegmentNames() => new[] { "on", "bri", "fx", "pal", "sx", "ix", "rev", "mi" };

    /// <summary>Index of the control for each of <see cref="SegmentNames"/>.</summary>
    public static int[] SegmentControls() => new[]
    {
        ChannelControls.EnabledIndex, ChannelControls.BrightnessIndex, ChannelControls.PatternIndex, ChannelControls.PaletteIndex,
        ChannelControls.SpeedIndex, ChannelControls.ParameterIndex, ChannelControls.ReverseIndex, ChannelControls.MirrorIndex,
    };

    /// <summary>Reads a whole body; what is wrong with its JSON, or null.</summary>
    public string Read(Request request)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        if (json.Next() != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
        }

        while (json.Next() == JsonToken.Name)
        {
            int depth = json.Depth;
            ReadMember(json, json.Text, json.Next());
            json.Leave(depth);
        }

        return json.Problem ?? (json.Next() == JsonToken.End ? null : json.Problem);
    }

    /// <summary>Stores what was read; a preset first, so that the rest counts.</summary>
    public void Apply()
    {
        if (_preset > 0)
        {
            _device.Presets.Recall(_preset);
        }

        for (int i = 0; i < _sets.Length; i++)
        {
            _sets[i].Prepare(_values[i], _chosen[i], null);
        }

        for (int i = 0; i < _sets.Length; i++)
        {
            _sets[i].Store(_values[i], _chosen[i], null);
        }
    }

    private void ReadMember(JsonReader json, string name, JsonToken token)
    {
        switch (name)
        {
            case "on":
                Choose(Segments, MasterControls.PowerIndex, json, token);
                break;
            case "bri":
                Choose(Segments, IsZero(json, token) ? MasterControls.PowerIndex : MasterControls.BrightnessIndex, json, token);
                break;
            case "v":
                WantsState = token == JsonToken.True;
                break;
            case "ps":
                _preset = token == JsonToken.Integer && json.Integer <= Storage.PresetStore.Slots ? json.Integer : 0;
                break;
            case "transition":
                json.Integer *= 100;
                Choose(0, ChannelControls.FadeIndex, json, token);
                Choose(1, ChannelControls.FadeIndex, json, token);
                break;
            case "seg":
                ReadSegments(json, token);
                break;
        }
    }

    // One object without an id means all segments; objects in a list are counted.
    private void ReadSegments(JsonReader json, JsonToken token)
    {
        if (token == JsonToken.BeginObject)
        {
            ReadSegment(json, -1);
            return;
        }

        int position = 0;
        while (token == JsonToken.BeginArray && json.Next() == JsonToken.BeginObject)
        {
            ReadSegment(json, position);
            position++;
        }
    }

    private void ReadSegment(JsonReader json, int segment)
    {
        string[] names = SegmentNames();
        int[] controls = SegmentControls();
        var values = new int[names.Length];
        var tokens = new JsonToken[names.Length];
        while (json.Next() == JsonToken.Name)
        {
            int depth = json.Depth;
            string name = json.Text;
            JsonToken token = json.Next();
            if (name == "id" && token == JsonToken.Integer)
            {
                segment = json.Integer;
            }

            for (int i = 0; i < names.Length; i++)
            {
                if (names[i] == name)
                {
                    tokens[i] = token;
                    values[i] = json.Integer;
                }
            }

            json.Leave(depth);
        }

        // The fields come before their segment's number, so they wait for it; brightness 0 switches off and stays what it was.
        for (int to = 0; to < Segments; to++)
        {
            for (int i = 0; i < names.Length && (segment < 0 || segment == to); i++)
            {
                json.Integer = values[i];
                Choose(to, i == 1 && IsZero(json, tokens[i]) ? controls[0] : controls[i], json, tokens[i]);
            }
        }
    }

    private static bool IsZero(JsonReader json, JsonToken token) => token == JsonToken.Integer && json.Integer == 0;

    private void Choose(int set, int index, JsonReader json, JsonToken token)
    {
        ControlSpec control = _sets[set].Controls[index];
        bool isSwitch = control.Kind == ControlKind.Switch;
        int value = token == JsonToken.True ? 1 : token == JsonToken.Integer ? json.Integer : token == JsonToken.Text ? 1 - _sets[set].Values[index] : 0;
        bool isMeant = token == JsonToken.Integer || (isSwitch && (token == JsonToken.True || token == JsonToken.False || token == JsonToken.Text));
        if (isMeant && value >= control.Min && value <= control.Max)
        {
            _values[set][index] = value;
            _chosen[set][index] = true;
        }
    }
}
