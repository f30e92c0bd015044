using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/channel/{a|b}/layers: the layers over a channel's own picture.</summary>
internal static class LayersExchange
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">GET reads; POST and PUT set all layers.</param>
    /// <param name="reply">Gets the layers as they are afterwards and what they take of a frame, or what is wrong.</param>
    /// <param name="channel">Whose layers.</param>
    public static void Handle(Request request, Reply reply, Channel channel)
    {
        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
            return;
        }

        string problem = request.IsWrite ? Store(request, channel) : null;
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        LayerPlan plan = LayersDocument.PlanOf(channel);
        int pattern = channel.Controls.Pattern;
        reply.BeginObject();
        reply.Name("base");
        reply.BeginObject();
        reply.Field("pattern", NameOf(channel, ChannelControls.PatternIndex));
        reply.Field("palette", NameOf(channel, ChannelControls.PaletteIndex));
        reply.TenthsField("cost", LayerCost.OfPattern(pattern));
        reply.EndObject();
        LayersDocument.Write(reply, channel, plan, true);
        reply.TenthsField("cost", plan == null ? LayerCost.OfPattern(pattern) : LayerCost.Of(pattern, plan));
        reply.TenthsField("most", LayerCost.Most);
        reply.EndObject();
    }

    private static string NameOf(Channel channel, int control) =>
        channel.Controls.Controls[control].Choices[channel.Controls.Values[control]];

    private static string Store(Request request, Channel channel)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        string problem = json.EnterBody();
        if (problem != null)
        {
            return problem;
        }

        if (json.Next() != JsonToken.Name || json.Text != LayersChange.Name)
        {
            return json.Problem ?? "unknown field: use layers";
        }

        var change = new LayersChange(channel);
        problem = change.Read(json, null, Tolerance.Nothing);
        if (problem == null && (json.Next() != JsonToken.EndObject || json.Next() != JsonToken.End))
        {
            problem = json.Problem ?? "unknown field: use layers";
        }

        problem = problem ?? change.Conflict(channel.Controls.Pattern);
        if (problem == null)
        {
            change.Prepare();
            change.Store();
        }

        return problem;
    }
}
