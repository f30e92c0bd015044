using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <summary>
/// What a request wants of panels, their groups and their interface: read and checked as a whole, stored in one step, seen
/// in one frame.
/// </summary>
internal sealed partial class PanelsChange
{
    private const int MostUpdates = 33;
    private const string GroupsAllowed =
        "groups must be an object of names with lists of panels: at most 8 besides all, left-half and right-half";

    private readonly PanelSet _set;
    private readonly PanelGeometry _geometry;
    private readonly PanelUpdate[] _updates = new PanelUpdate[MostUpdates];
    private readonly string[] _groups = new string[PanelGroups.Most];
    private readonly int[] _masks = new int[PanelGroups.Most];
    private int _updateCount;
    private int _groupCount;
    private int _interface = -1;

    private bool _isAll;

    /// <param name="set">Whose panels.</param>
    /// <param name="geometry">Where they hang.</param>
    public PanelsChange(PanelSet set, PanelGeometry geometry)
    {
        _set = set;
        _geometry = geometry;
    }

    /// <summary>Reads a body and stores it, all or nothing. What is wrong, or null.</summary>
    /// <param name="body">JSON.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="panels">The panels that the path names, a bit each; 0 for none.</param>
    public string Store(byte[] body, int length, int panels)
    {
        lock (_set.Changing)
        {
            string problem = Read(body, 0, length, panels);
            return problem ?? Apply();
        }
    }

    /// <summary>
    /// The same of a document that was kept: what it does not tell is not shown any more. What is wrong, or null.
    /// </summary>
    public string Restore(JsonPart kept)
    {
        lock (_set.Changing)
        {
            _isAll = true;
            return Read(kept.Bytes, kept.Start, kept.Length, 0) ?? Apply();
        }
    }
}
