using NanoFirmware.Documents;

namespace NanoFirmware.Network;

/// <summary>What a request wants the network to be; null where it says nothing.</summary>
internal sealed class NetworkDocument
{
    private const string Fields = "hotspotName, hotspotPassword, wifiName, wifiPassword";

    // The platform keeps a name in 32 bytes with a zero behind it.
    private const int MaxName = 31;
    private const int MinPassword = 8;
    private const int MaxPassword = 63;

    private const char Delete = (char)127;

    private int _count;

    public string HotspotName;
    public string HotspotPassword;
    public string WifiName;
    public string WifiPassword;

    /// <summary>Reads a document; what is wrong with it, or null.</summary>
    public string Read(JsonReader json)
    {
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        string problem = ReadMembers(json);
        if (problem != null || json.Next() != JsonToken.End)
        {
            return problem ?? json.Problem;
        }

        return _count > 0 ? null : "no field given: use " + Fields;
    }

    /// <summary>Reads the members of an object to its end. What is wrong, or null.</summary>
    public string ReadMembers(JsonReader json)
    {
        JsonToken token;
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

            _count++;
        }

        return json.Problem ?? Check();
    }

    private string Check()
    {
        string problem = Check("hotspotName", HotspotName, 1, MaxName);
        problem = problem ?? Check("hotspotPassword", HotspotPassword, MinPassword, MaxPassword);
        problem = problem ?? Check("wifiName", WifiName, 0, MaxName);
        problem = problem ?? Check("wifiPassword", WifiPassword, 0, MaxPassword);
        return problem == null && WifiName == null && WifiPassword != null ? "wifiPassword needs wifiName beside it" : problem;
    }

    // In bytes, as the radio counts.
    private static string Check(string name, string text, int min, int max)
    {
        if (text == null)
        {
            return null;
        }

        int bytes = Utf8.Count(text);
        if (bytes < min || bytes > max)
        {
            return name + " must have " + min.ToString() + " to " + max.ToString() + " bytes in UTF-8: it has "
                + bytes.ToString();
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' || text[i] == Delete)
            {
                return name + " must have no control characters";
            }
        }

        return null;
    }

    /// <summary>Whether all of it is saved already, so that nothing needs to be written.</summary>
    public bool IsSaved(Hotspot hotspot) =>
        ((HotspotName == null && HotspotPassword == null) || hotspot.Has(HotspotName, HotspotPassword))
        && (WifiName == null || Station.Has(WifiName, WifiPassword));

    /// <summary>Has it saved for the next start; what is saved already is not written again.</summary>
    public void Apply(Hotspot hotspot, Station station)
    {
        if (HotspotName != null || HotspotPassword != null)
        {
            hotspot.Configure(HotspotName, HotspotPassword);
        }

        if (WifiName != null && station.Configure(WifiName, WifiPassword))
        {
            hotspot.NeedsRestart = true;
        }
    }

    /// <summary>Writes what is wanted, passwords included, into the object that is open.</summary>
    public void WriteFields(JsonWriter json)
    {
        WriteField(json, "hotspotName", HotspotName);
        WriteField(json, "hotspotPassword", HotspotPassword);
        WriteField(json, "wifiName", WifiName);
        WriteField(json, "wifiPassword", WifiPassword);
    }

    private static void WriteField(JsonWriter json, string name, string value)
    {
        if (value != null)
        {
            json.Field(name, value);
        }
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
