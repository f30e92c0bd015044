using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/channel/{a|b}/colours: the stops of a channel's own palette, two to eight, as RRGGBB.</summary>
internal static class ColoursExchange
{
    private const string OneField = "unknown field: use value";

    public static void Handle(Request request, Reply reply, CustomPalette palette)
    {
        if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
            return;
        }

        if (request.IsWrite)
        {
            var stops = new byte[CustomPalette.MaxStops * 3];
            string problem = Parse(request, stops, out int count);
            if (problem != null)
            {
                reply.Error(400, problem);
                return;
            }

            palette.Set(stops, count);
        }

        reply.BeginObject();
        ColoursDocument.Write(reply, "value", palette);
        reply.EndObject();
    }

    private static string Parse(Request request, byte[] stops, out int count)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        count = 0;
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        if (json.Next() != JsonToken.Name || json.Text != "value")
        {
            return json.Problem ?? OneField;
        }

        string problem = ColoursDocument.Read(json, "value", stops, out count);
        if (problem == null && (json.Next() != JsonToken.EndObject || json.Next() != JsonToken.End))
        {
            problem = json.Problem ?? OneField;
        }

        return problem;
    }
}
