namespace NanoFirmware.Web;

/// <summary>What a request wants the network to be; null where it says nothing.</summary>
internal sealed class NetworkWish
{
    private const string Fields = "hotspotName, hotspotPassword, wifiName, wifiPassword";

    public string HotspotName;
    public string HotspotPassword;
    public string WifiName;
    public string WifiPassword;

    /// <summary>Reads the body; what is wrong with it, or null.</summary>
    public string Read(Request request)
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
            string name = json.Text;
            JsonToken value = json.Next();
            if (value != JsonToken.Text)
            {
                return json.Problem ?? "every field is a text: use " + Fields;
            }

            if (!Set(name, json.Text))
            {
                return "unknown field: use " + Fields;
            }

            fields++;
        }

        if (token == JsonToken.Bad || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        return fields > 0 ? null : "no field given: use " + Fields;
    }

    private bool Set(string name, string text)
    {
        switch (name)
        {
            case "hotspotName":
                HotspotName = text;
                return true;
            case "hotspotPassword":
                HotspotPassword = text;
                return true;
            case "wifiName":
                WifiName = text;
                return true;
            case "wifiPassword":
                WifiPassword = text;
                return true;
            default:
                return false;
        }
    }
}
