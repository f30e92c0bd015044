using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>Any group of controls over HTTP, all at once or one by one: parse, check, store, answer.</summary>
internal static class ControlsExchange
{
    private const string ReadAndWrite = "GET, POST, PUT";

    /// <summary>Answers a request for all of <paramref name="controls"/>, or for one of them.</summary>
    /// <param name="request">GET reads; POST and PUT write any subset, all or nothing.</param>
    /// <param name="reply">Gets the values as they are afterwards, or what is wrong.</param>
    /// <param name="controls">The group.</param>
    /// <param name="name">One control's name, or null for all.</param>
    public static void Handle(Request request, Reply reply, ControlSet controls, string name)
    {
        int index = name == null ? -1 : controls.IndexOf(name);
        if (name != null && index < 0)
        {
            reply.NotFound("unknown control: use " + NamesOf(controls));
            return;
        }

        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed(ReadAndWrite);
            return;
        }

        if (request.IsWrite && !Store(request, reply, controls, index))
        {
            return;
        }

        Answer(reply, controls, index);
    }

    /// <summary>Writes the fields of all controls into the object that is open.</summary>
    public static void WriteFields(Reply reply, ControlSet controls)
    {
        for (int i = 0; i < controls.Controls.Length; i++)
        {
            reply.Name(controls.Controls[i].Name);
            WriteValue(reply, controls.Controls[i], controls.Values[i]);
        }
    }

    private static void Answer(Reply reply, ControlSet controls, int index)
    {
        reply.BeginObject();
        if (index < 0)
        {
            WriteFields(reply, controls);
        }
        else
        {
            reply.Name("value");
            WriteValue(reply, controls.Controls[index], controls.Values[index]);
        }

        reply.EndObject();
    }

    private static void WriteValue(Reply reply, ControlSpec control, int value)
    {
        switch (control.Kind)
        {
            case ControlKind.Switch:
                reply.Value(value != 0);
                break;
            case ControlKind.Choice:
                reply.Value(control.Choices[value]);
                break;
            default:
                reply.Value(value);
                break;
        }
    }

    // True when the values are stored; else the reply says what is wrong and nothing has changed.
    private static bool Store(Request request, Reply reply, ControlSet controls, int only)
    {
        var values = new int[controls.Values.Length];
        var chosen = new bool[values.Length];
        string problem = Parse(request, controls, only, values, chosen);
        if (problem != null)
        {
            reply.Error(400, problem);
            return false;
        }

        controls.Apply(values, chosen);
        return true;
    }

    private static string Parse(Request request, ControlSet controls, int only, int[] values, bool[] chosen)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        JsonToken token = json.Next();
        if (token != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
        }

        int fields = 0;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            int index = only < 0 ? controls.IndexOf(json.Text) : json.Text == "value" ? only : -1;
            if (index < 0)
            {
                return only < 0 ? "unknown control: use " + NamesOf(controls) : "unknown field: use value";
            }

            string problem = ReadValue(json, controls.Controls[index], out values[index]);
            if (problem != null)
            {
                return problem;
            }

            chosen[index] = true;
            fields++;
        }

        if (token == JsonToken.Bad || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        return fields > 0 ? null : only < 0 ? "no control given: use " + NamesOf(controls) : "no field given: use value";
    }

    private static string ReadValue(JsonReader json, ControlSpec control, out int value)
    {
        value = -1;
        JsonToken token = json.Next();
        if (token == JsonToken.Bad)
        {
            return json.Problem;
        }

        bool valid = control.Kind switch
        {
            ControlKind.Switch => ReadSwitch(json, token, out value),
            ControlKind.Choice => ReadChoice(json, token, control, out value),
            _ => ReadInteger(json, token, out value),
        };
        return valid && value >= control.Min && value <= control.Max
            ? null
            : control.Name + " must be " + control.Allowed;
    }

    private static bool ReadInteger(JsonReader json, JsonToken token, out int value)
    {
        value = json.Integer;
        return token == JsonToken.Integer;
    }

    private static bool ReadSwitch(JsonReader json, JsonToken token, out int value)
    {
        value = token == JsonToken.True ? 1 : token == JsonToken.False ? 0 : json.Integer;
        return token == JsonToken.True || token == JsonToken.False || token == JsonToken.Integer;
    }

    private static bool ReadChoice(JsonReader json, JsonToken token, ControlSpec control, out int value)
    {
        value = token == JsonToken.Text ? control.IndexOfChoice(json.Text) : json.Integer;
        return token == JsonToken.Text || token == JsonToken.Integer;
    }

    private static string NamesOf(ControlSet controls)
    {
        string names = controls.Controls[0].Name;
        for (int i = 1; i < controls.Controls.Length; i++)
        {
            names = names + ", " + controls.Controls[i].Name;
        }

        return names;
    }
}
