using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// What a request wants of panels, their groups and their interface: read and checked as a whole, stored in one step, seen
/// in one frame.
/// </summary>
internal sealed class PanelsChange
{
    private const int MostUpdates = 33;
    private const string InterfaceAllowed = "interface must be adjacent, gapped, per-panel or mixed";
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

    /// <summary>Names of <see cref="PanelInterface"/>, by number.</summary>
    public static string NameOf(PanelInterface kind) => kind switch
    {
        PanelInterface.Adjacent => "adjacent",
        PanelInterface.Gapped => "gapped",
        PanelInterface.PerPanel => "per-panel",
        _ => "mixed",
    };

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

    private string ReadInterface(JsonReader json)
    {
        string said = json.Next() == JsonToken.Text ? json.Text : string.Empty;
        for (int kind = 0; kind <= (int)PanelInterface.Mixed; kind++)
        {
            if (NameOf((PanelInterface)kind) == said)
            {
                _interface = kind;
                return null;
            }
        }

        return json.Problem ?? InterfaceAllowed;
    }

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

    // Panels side by side are a layout without gaps, and with hidden columns one with.
    private PanelGeometry Hang(PanelInterface kind)
    {
        int gap = _geometry.Gap;
        gap = kind == PanelInterface.Adjacent ? 0 : gap;
        gap = kind == PanelInterface.Gapped && gap == 0 ? 2 * _geometry.Size : gap;
        if (gap == _geometry.Gap)
        {
            return _geometry;
        }

        ChannelLayout layout = _geometry.Channel.Layout;
        LayoutControls wanted = layout.NewControls();
        wanted.Set(LayoutControls.GapIndex, gap);
        if (wanted.Conflict(wanted.Values) == null)
        {
            layout.Store(wanted, layout.Compile(wanted));
        }

        return _set.Geometry;
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
