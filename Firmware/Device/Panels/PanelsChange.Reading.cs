using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <content>The body, member by member.</content>
internal sealed partial class PanelsChange
{
    private string Read(byte[] body, int start, int length, int panels)
    {
        var json = new JsonReader();
        json.Begin(body, start, length);
        string problem = json.EnterBody();
        if (problem != null)
        {
            return problem;
        }

        var direct = new PanelUpdate(_set, _geometry) { Panels = panels };
        bool isDirect = false;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name && problem == null; token = problem == null ? json.Next() : token)
        {
            bool isOwn = panels == 0 && (json.Text == "interface" || json.Text == "groups" || json.Text == "updates");
            isDirect = isDirect || !isOwn;
            problem = isOwn ? ReadOwn(json) : direct.ReadMember(json);
        }

        if (problem != null || json.Problem != null)
        {
            return json.Problem ?? problem;
        }

        if (json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        if (isDirect)
        {
            problem = direct.Problem();
            _updates[_updateCount] = direct;
            _updateCount++;
        }

        bool isNothing = _updateCount == 0 && _groupCount == 0 && _interface < 0;
        return problem == null && isNothing
            ? "nothing is wanted: use panels with what they are to show, updates, groups or interface" : problem;
    }

    private string ReadOwn(JsonReader json)
    {
        switch (json.Text)
        {
            case "interface":
                return ReadInterface(json);
            case "groups":
                return ReadGroups(json);
            default:
                return ReadUpdates(json);
        }
    }
}
