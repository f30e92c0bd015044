using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

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
    public static void Handle(Request request, Reply reply, ControlSet controls, string name) =>
        Handle(request, reply, controls, name, null);

    /// <inheritdoc cref="Handle(Request, Reply, ControlSet, string)"/>
    /// <param name="layout">The layout that the controls belong to; null for none.</param>
    public static void Handle(Request request, Reply reply, ControlSet controls, string name, ChannelLayout layout)
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
            var change = new ControlsChange(controls, null);
            problem = Read(request, controls, index, change);
            string conflict = problem == null ? change.Conflict() : null;
            if (conflict != null)
            {
                reply.Error(409, conflict);
                return;
            }

            if (problem == null)
            {
                change.Prepare();
                change.Store();
            }
        }

        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        Answer(reply, controls, index, fields, layout);
    }

    private static void Answer(Reply reply, ControlSet controls, int index, string[] fields, ChannelLayout layout)
    {
        reply.BeginObject();
        if (index < 0)
        {
            ControlsDocument.WriteFields(reply, controls, fields);
            if (layout != null && fields == null)
            {
                LayoutExchange.WriteSpanned(reply, layout);
            }
        }
        else
        {
            reply.Name("value");
            ControlsDocument.WriteValue(reply, controls.Controls[index], controls.Values[index]);
        }

        reply.EndObject();
    }

    // What is wrong with the body, or null.
    private static string Read(Request request, ControlSet controls, int only, ControlsChange change)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        string problem = change.Read(json, only);
        if (problem != null)
        {
            return problem;
        }

        if (json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        if (change.Count > 0)
        {
            return null;
        }

        return only < 0 ? "no control given: use " + controls.Names : "no field given: use value";
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
}
