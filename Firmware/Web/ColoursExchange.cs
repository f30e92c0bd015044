using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/channel/{a|b}/colours: the stops of a channel's own palette, two to eight, as RRGGBB.</summary>
internal static class ColoursExchange
{
    private const string Allowed = "value must be a list of 2 to 8 colours as RRGGBB";

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
        reply.Name("value");
        reply.BeginArray();
        for (int i = 0; i < palette.Count; i++)
        {
            reply.HexColour(palette.Stops, i * 3);
        }

        reply.EndArray();
        reply.EndObject();
    }

    private static string Parse(Request request, byte[] stops, out int count)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        count = 0;
        JsonToken token = json.Next();
        if (token != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
        }

        token = json.Next();
        if (token != JsonToken.Name || json.Text != "value")
        {
            return json.Problem ?? "unknown field: use value";
        }

        token = json.Next();
        if (token != JsonToken.BeginArray)
        {
            return json.Problem ?? Allowed;
        }

        for (token = json.Next(); token == JsonToken.Text; token = json.Next())
        {
            if (count == CustomPalette.MaxStops || !ReadColour(json.Text, stops, count * 3))
            {
                return Allowed;
            }

            count++;
        }

        if (token != JsonToken.EndArray)
        {
            return json.Problem ?? Allowed;
        }

        token = json.Next();
        if (token != JsonToken.EndObject || json.Next() != JsonToken.End)
        {
            return json.Problem ?? "unknown field: use value";
        }

        return count < CustomPalette.MinStops ? Allowed : null;
    }

    private static bool ReadColour(string text, byte[] stops, int at)
    {
        if (text.Length != 6)
        {
            return false;
        }

        for (int part = 0; part < 3; part++)
        {
            int high = Digit(text[part * 2]);
            int low = Digit(text[(part * 2) + 1]);
            if (high < 0 || low < 0)
            {
                return false;
            }

            stops[at + part] = (byte)((high * 16) + low);
        }

        return true;
    }

    private static int Digit(char c) =>
        c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
