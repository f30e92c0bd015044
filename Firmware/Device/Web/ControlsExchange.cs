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
            reply.NotFound("unknown control: use " + controls.Names);
            return;
        }

        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed(ReadAndWrite);
            return;
        }

        string[] fields = index < 0 ? request.Fields : null;
        string problem = Check(fields, controls);
        if (problem == null && request.IsWrite)
        {
            problem = Store(request, controls, index);
        }

        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        Answer(reply, controls, index, fields);
    }

    /// <summary>Writes all controls into the object that is open.</summary>
    public static void WriteFields(Reply reply, ControlSet controls) => WriteFields(reply, controls, null);

    /// <summary>Writes the controls into the object that is open: those named in <paramref name="fields"/>, all for null.</summary>
    public static void WriteFields(Reply reply, ControlSet controls, string[] fields)
    {
        for (int i = 0; i < controls.Controls.Length; i++)
        {
            ControlSpec control = controls.Controls[i];
            if (fields == null || IndexIn(fields, control.Name) >= 0)
            {
                reply.Name(control.Name);
                WriteValue(reply, control, controls.Values[i]);
            }
        }
    }

    private static void Answer(Reply reply, ControlSet controls, int index, string[] fields)
    {
        reply.BeginObject();
        if (index < 0)
        {
            WriteFields(reply, controls, fields);
        }
        else
        {
            reply.Name("value");
            WriteValue(reply, controls.Controls[index], controls.Values[index]);
        }

        reply.EndObject();
    }

    /// <summary>Writes a control's value as a request would say it.</summary>
    public static void WriteValue(Reply reply, ControlSpec control, int value)
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

    // Null when the values are stored; else what is wrong, and nothing has changed.
    private static string Store(Request request, ControlSet controls, int only)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        if (json.Next() != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
        }

        var change = new ControlsChange(controls, null);
        string problem = change.Read(json, only);
        if (problem != null)
        {
            return problem;
        }

        if (json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        if (change.Count == 0)
        {
            return only < 0 ? "no control given: use " + controls.Names : "no field given: use value";
        }

        change.Prepare();
        change.Store();
        return null;
    }

    private static string Check(string[] fields, ControlSet controls)
    {
        for (int i = 0; fields != null && i < fields.Length; i++)
        {
            if (controls.IndexOf(fields[i]) < 0)
            {
                return "unknown control in fields: use " + controls.Names;
            }
        }

        return null;
    }

    private static int IndexIn(string[] names, string name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
