using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <content>Names for several panels.</content>
internal sealed partial class PanelsChange
{
    private string ReadGroups(JsonReader json)
    {
        if (json.Next() != JsonToken.BeginObject)
        {
            return json.Problem ?? GroupsAllowed;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string name = json.Text.ToLower();
            bool isNumber = name.Length > 0 && name[0] >= '0' && name[0] <= '9';
            if (_groupCount == PanelGroups.Most || name.Length == 0 || name.Length > 20 || isNumber || PanelGroups.IsGiven(name))
            {
                return GroupsAllowed;
            }

            string problem = PanelList.Read(json, json.Next(), _geometry.Count, out int mask);
            if (problem != null)
            {
                return problem;
            }

            _groups[_groupCount] = name;
            _masks[_groupCount] = mask;
            _groupCount++;
        }

        return token == JsonToken.EndObject ? null : json.Problem ?? GroupsAllowed;
    }
}
