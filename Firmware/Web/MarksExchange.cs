using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/channel/{a|b}/marks: short runs over whatever the strip shows, in its next frame.</summary>
internal static class MarksExchange
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">GET lists what is alive, POST and PUT tell one mark or several, DELETE takes all away.</param>
    /// <param name="reply">Gets the list, or what is wrong.</param>
    /// <param name="channel">Whose strip.</param>
    public static void Handle(Request request, Reply reply, Channel channel)
    {
        bool isDelete = request.Method == "DELETE";
        if (!request.IsRead && !request.IsWrite && !isDelete)
        {
            reply.MethodNotAllowed("GET, POST, PUT, DELETE");
            return;
        }

        var document = new MarksDocument(channel.Output.Strip.Leds);
        Marks marks = channel.Over == null ? null : channel.Over.Marks;
        if (isDelete && marks != null)
        {
            marks.Clear();
        }

        if (request.IsWrite && !TryTell(request, reply, channel, document))
        {
            return;
        }

        reply.BeginObject();
        if (request.IsRead)
        {
            document.Write(reply, marks);
        }
        else
        {
            reply.Field("told", document.Count);
        }

        reply.EndObject();
    }

    private static bool TryTell(Request request, Reply reply, Channel channel, MarksDocument document)
    {
        if (!channel.Output.Strip.IsWired)
        {
            reply.Error(409, "this channel has no strip: set its leds in /api/wiring");
            return false;
        }

        string problem = document.Read(request.Body, request.BodyLength);
        if (problem != null)
        {
            reply.Error(400, problem);
            return false;
        }

        if (!channel.MakeOver().MakeMarks().TryTell(document.Values, document.Count))
        {
            reply.Error(503, "marks are waiting for the next frame already: at most 24 at once, try again");
            return false;
        }

        return true;
    }
}
