using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>The wiring that the document brings, and whether its layouts need that one.</content>
internal sealed partial class BackupStore
{
    // Layouts hang on the strips that there are, or else on those of the wiring that comes.
    private string LayoutProblem()
    {
        bool fit = true;
        for (int i = 0; i < _layouts.Length; i++)
        {
            fit = fit && _state.LayoutOf(i).Conflict() == null;
        }

        if (fit)
        {
            return null;
        }

        Wiring wiring = _wiring ?? _wirings.Wanted;
        int[] leds = { wiring.A.Leds, wiring.B.Leds };
        for (int i = 0; i < _layouts.Length; i++)
        {
            string problem = _state.LayoutOf(i).ConflictOn(leds);
            if (problem != null)
            {
                return "in " + ChannelNames[i] + ": " + problem;
            }
        }

        _waitsForStart = true;
        return null;
    }

    // Members that it does not name stay as they are wanted now.
    private string ReadWiring(JsonReader json)
    {
        _wiring = _wirings.Wanted.Copy();
        StateChange change = WiringDocument.ChangeOf(_wiring);
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = change.Has(json.Text) ? change.ReadGroup(json) : change.PassOver(json, string.Empty);
            if (problem != null)
            {
                return problem;
            }
        }

        if (token != JsonToken.EndObject)
        {
            return json.Problem;
        }

        change.Apply();
        return _wirings.Check(_wiring);
    }
}
