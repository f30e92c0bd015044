using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <summary>
/// What a WLED client wants: read as WLED reads it, which passes over whatever it does not know or cannot do. docs/wled.md
/// says what maps to what.
/// </summary>
internal sealed class WledChange
{
    private const int TenthMs = 100;

    private readonly Device _device;
    private readonly WledPlan _plan;
    private JsonToken _onToken = JsonToken.Null;
    private int _onNumber;
    private string _onText;
    private JsonToken _briToken = JsonToken.Null;
    private int _briNumber;
    private string _briText;

    public WledChange(Device device)
    {
        _device = device;
        _plan = new WledPlan(device);
    }

    /// <summary>The client wants to see the state afterwards.</summary>
    public bool WantsState;

    /// <summary>Reads a whole body; what is wrong with its JSON, or null.</summary>
    public string Read(Request request)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        while (json.Next() == JsonToken.Name)
        {
            int depth = json.Depth;
            ReadMember(json, json.Text, json.Next());
            json.Leave(depth);
        }

        return json.Problem ?? (json.Next() == JsonToken.End ? null : json.Problem);
    }

    /// <summary>Stores what was read.</summary>
    public void Apply()
    {
        Switch();
        _plan.Apply();
    }

    private void ReadMember(JsonReader json, string name, JsonToken token)
    {
        switch (name)
        {
            case "on":
                _onToken = token;
                _onNumber = json.Integer;
                _onText = json.Text;
                break;
            case "bri":
                _briToken = token;
                _briNumber = json.Integer;
                _briText = json.Text;
                break;
            case "v":
                WantsState = token == JsonToken.True;
                break;
            case "ps":
                _plan.Preset = WledValue.Slot(token, json.Integer, json.Text, _device.Presets.Current);
                break;
            case "transition":
                ReadFade(Milliseconds(json, token));
                break;
            case "tt":
                _plan.FadeOnceMs = Milliseconds(json, token);
                break;
            case "seg":
                ReadSegments(json, token);
                break;
        }
    }

    // In tenths of a second; the longest cross-fade there is instead of a longer one.
    private int Milliseconds(JsonReader json, JsonToken token)
    {
        int most = _plan.LongestFadeMs / TenthMs;
        return token != JsonToken.Integer ? WledValue.None : WledValue.Number(token, json.Integer, null, 0, most) * TenthMs;
    }

    private void ReadFade(int milliseconds)
    {
        if (milliseconds >= 0)
        {
            _plan.Fade(milliseconds);
        }
    }

    // One object without an id means all segments; a list's elements are counted, whatever they are.
    private void ReadSegments(JsonReader json, JsonToken token)
    {
        if (token == JsonToken.BeginObject)
        {
            ReadSegment(json, new WledSegment(-1, _plan.LongestSegment));
            return;
        }

        if (token != JsonToken.BeginArray)
        {
            return;
        }

        int depth = json.Depth;
        int position = 0;
        for (JsonToken each = json.Next(); each != JsonToken.EndArray && each != JsonToken.Bad; each = json.Next())
        {
            if (each == JsonToken.BeginObject)
            {
                ReadSegment(json, new WledSegment(position, _plan.LongestSegment));
            }

            json.Leave(depth);
            position++;
        }
    }

    private void ReadSegment(JsonReader json, WledSegment segment)
    {
        segment.Read(json);
        for (int i = 0; i < WledPlan.Segments; i++)
        {
            if (segment.Id < 0 || segment.Id == i)
            {
                segment.TakeOver(_plan.Channels[i]);
                _plan.Pixels[i] = segment.Pixels ?? _plan.Pixels[i];
                _plan.Thaws[i] = segment.IsThawed;
            }
        }
    }

    // Off is brightness 0 there, and remembers the last one. A brightness switches on, unless the same request says off;
    // what a brightness has switched on, a text does not turn over again.
    private void Switch()
    {
        if (_onToken == JsonToken.Null && _briToken == JsonToken.Null)
        {
            return;
        }

        bool wasOn = _device.Master.Power;
        int last = _device.Master.Brightness;
        int asked = WledValue.Number(_briToken, _briNumber, _briText, wasOn ? last : 0, 255);
        bool isOn = asked < 0 ? wasOn : asked > 0;
        if (asked > 0)
        {
            _plan.Master.Set(MasterControls.BrightnessIndex, asked);
        }

        if (_onToken == JsonToken.Text)
        {
            isOn = WledValue.Turns(_onText) && (wasOn || !isOn) ? !isOn : isOn;
        }
        else
        {
            int wanted = WledValue.Switch(_onToken, _onNumber, null, isOn);
            isOn = wanted < 0 ? isOn : wanted > 0;
        }

        _plan.Master.Set(MasterControls.PowerIndex, isOn ? 1 : 0);
    }
}
