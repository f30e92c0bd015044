using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/channel/{a|b}/layout: how a channel's pixels hang.</summary>
internal static class LayoutExchange
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">GET reads; POST and PUT write any subset.</param>
    /// <param name="reply">Gets the layout as it is afterwards, or what is wrong.</param>
    /// <param name="layout">The channel's.</param>
    /// <param name="isTest">It is to be shown how the pixels hang, and nothing is set.</param>
    public static void Handle(Request request, Reply reply, ChannelLayout layout, bool isTest)
    {
        if (!request.IsWrite && (isTest || !request.IsRead))
        {
            reply.MethodNotAllowed(isTest ? "POST, PUT" : "GET, POST, PUT");
            return;
        }

        if (isTest)
        {
            layout.Test((long)HighResTimer.GetCurrent());
        }

        string problem = request.IsWrite && !isTest ? Store(request, layout) : null;
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        Answer(reply, layout);
    }

    /// <summary>Answers with the layout as it is.</summary>
    public static void Answer(Reply reply, ChannelLayout layout)
    {
        reply.BeginObject();
        LayoutDocument.WriteFields(reply, layout.NewControls());
        WriteSpanned(reply, layout);
        reply.EndObject();
    }

    /// <summary>Says whose grid goes on over the strip, if anybody's, in the object that is open.</summary>
    public static void WriteSpanned(Reply reply, ChannelLayout layout)
    {
        if (layout.IsSpanned)
        {
            reply.Field("spannedBy", "a");
        }
    }

    /// <summary>Says which pattern comes back with the next grid, if any, in the object that is open.</summary>
    public static void WriteWaiting(Reply reply, ChannelControls controls)
    {
        if (controls.WaitingPattern >= 0)
        {
            reply.Field("waitsForGrid", PatternCatalog.Create(controls.WaitingPattern).Name);
        }
    }

    private static string Store(Request request, ChannelLayout layout)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        string problem = json.EnterBody();
        if (problem != null)
        {
            return problem;
        }

        var change = new LayoutChange(layout);
        problem = change.ReadMembers(json, Tolerance.Nothing);
        if (problem == null && json.Next() != JsonToken.End)
        {
            problem = json.Problem;
        }

        if (problem == null)
        {
            change.Prepare();
            change.Store();
        }

        return problem;
    }
}
