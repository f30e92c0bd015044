using NanoFirmware.Documents;
using NanoFirmware.Panels;

namespace NanoFirmware.Storage;

/// <content>What a document tells is shown, and what is shown is told.</content>
internal sealed partial class PanelStore
{
    /// <summary>The layout may be another one: what panels show goes with them.</summary>
    public void Follow()
    {
        if (_set != null)
        {
            _set.Follow();
        }
    }

    /// <summary>
    /// Shows what a document tells; what is wrong, or null. For none nothing is shown of single panels any more.
    /// </summary>
    public string Show(JsonPart document)
    {
        PanelGeometry geometry = document == null && _set == null ? null : Set.Geometry;
        if (geometry == null)
        {
            return document == null ? null : "there are no panels";
        }

        if (document == null)
        {
            Set.Clear(geometry);
            return null;
        }

        return new PanelsChange(Set, geometry).Restore(document);
    }

    /// <summary>What is shown now as a document; null where there are no panels, or nobody ever told them anything.</summary>
    /// <param name="withGroups">The groups too.</param>
    public JsonPart Document(bool withGroups)
    {
        PanelGeometry geometry = _set == null ? null : _set.Geometry;
        if (geometry == null)
        {
            return null;
        }

        var json = new JsonWriter(KeptPanels.MostBytes);
        KeptPanels.Write(json, _set, geometry, withGroups);
        return new JsonPart(json.Bytes, 0, json.Length);
    }
}
