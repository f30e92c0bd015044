using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <content>What single panels are to show, and that not too many patterns run at once.</content>
internal sealed partial class PanelsChange
{
    private string ReadUpdates(JsonReader json)
    {
        const string Allowed = "updates must be a list of 1 to 32 objects, each with panels and what they are to show";
        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? Allowed;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.BeginObject; token = json.Next())
        {
            if (_updateCount == MostUpdates - 1)
            {
                return Allowed;
            }

            var update = new PanelUpdate(_set, _geometry);
            string problem = null;
            while (problem == null && json.Next() == JsonToken.Name)
            {
                problem = update.ReadMember(json);
            }

            problem = json.Problem ?? problem ?? update.Problem();
            if (problem != null)
            {
                return problem;
            }

            _updates[_updateCount] = update;
            _updateCount++;
        }

        return token == JsonToken.EndArray && _updateCount > 0 ? null : json.Problem ?? Allowed;
    }

    private static int PatternsOf(PanelLook[] looks)
    {
        int count = 0;
        for (int i = 0; i < looks.Length; i++)
        {
            bool isNew = looks[i].Layer != null;
            for (int earlier = 0; earlier < i && isNew; earlier++)
            {
                isNew = looks[earlier].Layer != looks[i].Layer;
            }

            count += isNew ? 1 : 0;
        }

        return count;
    }
}
