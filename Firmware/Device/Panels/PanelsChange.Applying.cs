using System;

namespace NanoFirmware.Panels;

/// <content>What was read becomes what is, in one step.</content>
internal sealed partial class PanelsChange
{
    private string Apply()
    {
        PanelLook[] before = _isAll ? PanelSet.NoLooks(_geometry) : _set.LooksFor(_geometry);
        var looks = new PanelLook[before.Length];
        Array.Copy(before, looks, looks.Length);
        for (int i = 0; i < _updateCount; i++)
        {
            _updates[i].Apply(looks);
        }

        if (PatternsOf(looks) > PanelSet.MostPatterns)
        {
            return "too many patterns: at most 4 different ones may run on panels at once";
        }

        PanelGroups groups = _isAll && _groupCount > 0 ? new PanelGroups() : _set.Groups.Copy();
        for (int i = 0; i < _groupCount; i++)
        {
            if (!groups.TrySet(_groups[i], _masks[i]))
            {
                return GroupsAllowed;
            }
        }

        _set.Groups = groups;

        if (_updateCount == 0 && _interface < 0)
        {
            _set.Changed();
            return null;
        }

        PanelInterface kind = _set.Kind;
        PanelGeometry geometry = _geometry;
        if (_interface >= 0)
        {
            kind = (PanelInterface)_interface;
            geometry = Hang(kind);
        }
        else if (kind != PanelInterface.PerPanel)
        {
            kind = PanelInterface.Mixed;
        }

        _set.Show(geometry, kind, looks);
        return null;
    }
}
