using NanoFirmware.Documents;

namespace NanoFirmware.Mqtt;

/// <summary>What a document wants of the broker: read and checked as a whole first, stored afterwards.</summary>
internal sealed class BrokerChange
{
    private const string Fields = "on, host, port, user, password, discovery, group";
    private const int Unsaid = -1;
    private const int MostHost = 64;
    private const int MostLogin = 64;
    private const int MostGroup = 32;
    private const int LastPort = 65535;
    private const char Delete = (char)127;

    private int _count;
    private int _on = Unsaid;
    private int _port = Unsaid;
    private int _discovery = Unsaid;
    private string _host;
    private string _user;
    private string _password;
    private string _group;

    /// <summary>Reads a document; what is wrong with it, or null.</summary>
    public string Read(JsonReader json)
    {
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = ReadMember(json, json.Text);
            if (problem != null || json.Problem != null)
            {
                return json.Problem ?? problem;
            }

            _count++;
        }

        if (json.Problem != null || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        return _count > 0 ? null : "no field given: use " + Fields;
    }

    /// <summary>What is wrong with what the change leads to, or null.</summary>
    public string Conflict(BrokerSettings now)
    {
        bool isOn = _on == Unsaid ? now.IsOn : _on == 1;
        return isOn && (_host ?? now.Host).Length == 0 ? "host is needed before it is switched on" : null;
    }

    /// <summary>Whether all of it is so already.</summary>
    public bool IsPresent(BrokerSettings now) =>
        (_on == Unsaid || (_on == 1) == now.IsOn) && (_port == Unsaid || _port == now.Port)
        && (_discovery == Unsaid || _discovery == now.Discovery) && IsSame(_host, now.Host) && IsSame(_user, now.User)
        && IsSame(_password, now.Password) && IsSame(_group, now.Group);

    /// <summary>
    /// Stores it. A password goes with the broker that it was given for: whoever names another one has to give it anew, or
    /// anybody could have it sent to a broker of his own.
    /// </summary>
    public void Apply(BrokerSettings settings)
    {
        bool isOther = !IsSame(_host, settings.Host) || (_port != Unsaid && _port != settings.Port);
        settings.User = _user ?? (isOther ? string.Empty : settings.User);
        settings.Password = _password ?? (isOther ? string.Empty : settings.Password);
        settings.Host = _host ?? settings.Host;
        settings.Group = _group ?? settings.Group;
        settings.Port = _port == Unsaid ? settings.Port : _port;
        settings.Discovery = _discovery == Unsaid ? settings.Discovery : _discovery;
        settings.IsOn = _on == Unsaid ? settings.IsOn : _on == 1;
        settings.Version++;
    }

    private static bool IsSame(string wanted, string now) => wanted == null || wanted == now;

    private string ReadMember(JsonReader json, string name)
    {
        JsonToken token = json.Next();
        switch (name)
        {
            case "on":
                _on = token == JsonToken.True ? 1 : 0;
                return token == JsonToken.True || token == JsonToken.False ? null : "on must be true or false";
            case "port":
                _port = json.Integer;
                return token == JsonToken.Integer && _port > 0 && _port <= LastPort ? null : "port must be 1 to 65535";
            case "discovery":
                _discovery = token == JsonToken.Text ? FormOf(json.Text) : Unsaid;
                return _discovery == Unsaid ? "discovery must be off, device or entity" : null;
            case "host":
                _host = json.Text;
                return token == JsonToken.Text && IsHost(_host) ? null
                    : "host must be an address or a name of letters, digits, hyphens and dots, up to 64 of them";
            case "user":
                _user = json.Text;
                return CheckLogin(token, name, _user);
            case "password":
                _password = json.Text;
                return CheckLogin(token, name, _password);
            case "group":
                _group = json.Text;
                return token == JsonToken.Text && IsWord(_group, MostGroup, string.Empty) ? null
                    : "group must be a text of up to 32 letters, digits and hyphens";
            default:
                return "unknown field: use " + Fields;
        }
    }

    private static string CheckLogin(JsonToken token, string name, string text)
    {
        bool isFit = token == JsonToken.Text && Utf8.Count(text) <= MostLogin;
        for (int i = 0; isFit && i < text.Length; i++)
        {
            isFit = text[i] >= ' ' && text[i] != Delete;
        }

        return isFit ? null : name + " must be a text of up to 64 bytes in UTF-8 without control characters";
    }

    private static int FormOf(string text)
    {
        string[] forms = BrokerSettings.Forms;
        for (int i = 0; i < forms.Length; i++)
        {
            if (forms[i] == text)
            {
                return i;
            }
        }

        return Unsaid;
    }

    // No label of a name is empty or longer than 63.
    private static bool IsHost(string text)
    {
        int label = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isDot = text[i] == '.';
            if (isDot && label == 0)
            {
                return false;
            }

            label = isDot ? 0 : label + 1;
        }

        return IsWord(text, MostHost, ".") && label <= NameQuery.MostLabel && (text.Length == 0 || label > 0);
    }

    private static bool IsWord(string text, int most, string others)
    {
        bool isWord = text.Length <= most;
        for (int i = 0; isWord && i < text.Length; i++)
        {
            char c = text[i];
            isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                || others.IndexOf(c) >= 0;
        }

        return isWord;
    }
}
