using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>Several groups of controls as one document, <c>{"a": {…}, "b": {…}, …}</c>, in and out.</summary>
internal sealed class StateExchange
{
    private static readonly ControlSet[] NoGroups = new ControlSet[0];

    private readonly string[] _names;
    private readonly ControlSet[] _groups;
    private readonly CustomPalette[] _palettes;

    /// <param name="names">The groups' names in the document.</param>
    /// <param name="groups">The groups, in the same order.</param>
    /// <param name="palettes">The palettes that belong to the first groups, as "colours" in their objects; null where <see
    /// cref="Channels"/> have them.</param>
    public StateExchange(string[] names, ControlSet[] groups, CustomPalette[] palettes)
    {
        _names = names;
        _groups = groups;
        _palettes = palettes;
    }

    /// <summary>
    /// The channels that the first groups are of, with their palettes and their layers, as "layers" there; null for none.
    /// </summary>
    public Channel[] Channels;

    /// <summary>Their layouts belong to them too, as "layout" there.</summary>
    public bool HasLayouts;

    /// <summary>Groups that a document may name and that are kept once they are there; null for none.</summary>
    public OptionalGroups Optional;

    /// <summary>The layouts of the channels.</summary>
    public ChannelLayout[] Layouts
    {
        get
        {
            var layouts = new ChannelLayout[Channels.Length];
            for (int i = 0; i < layouts.Length; i++)
            {
                layouts[i] = Channels[i].Layout;
            }

            return layouts;
        }
    }

    /// <summary>Grows with every change of any control or palette.</summary>
    public int Version
    {
        get
        {
            int version = 0;
            for (int i = 0; i < _groups.Length; i++)
            {
                version += _groups[i].Version;
            }

            for (int i = 0; i < _groups.Length; i++)
            {
                CustomPalette palette = PaletteOf(i);
                version += palette == null ? 0 : palette.Version;
            }

            ControlSet[] optional = MadeGroups;
            for (int i = 0; i < optional.Length; i++)
            {
                version += optional[i].Version;
            }

            return version;
        }
    }

    private ControlSet[] MadeGroups => Optional != null && Optional.IsMade ? Optional.Groups : NoGroups;

    /// <summary>Writes the groups into the object that is open, as they are seen.</summary>
    public void WriteFields(JsonWriter json) => WriteFields(json, isStored: false);

    /// <summary>Writes them as they are kept: patterns that wait for a grid in place of what is shown instead.</summary>
    public void WriteStored(JsonWriter json)
    {
        WriteFields(json, isStored: true);
        WriteOptional(json);
    }

    /// <summary>Writes the optional groups that are there.</summary>
    public void WriteOptional(JsonWriter json)
    {
        ControlSet[] optional = MadeGroups;
        for (int i = 0; i < optional.Length; i++)
        {
            json.Name(Optional.Names[i]);
            json.BeginObject();
            ControlsDocument.WriteFields(json, optional[i]);
            json.EndObject();
        }
    }

    private void WriteFields(JsonWriter json, bool isStored)
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            json.Name(_names[i]);
            json.BeginObject();
            bool isChannel = Channels != null && i < Channels.Length;
            if (isChannel && HasLayouts)
            {
                // First of all: on a grid there are more patterns.
                LayoutDocument.Write(json, Channels[i].Layout);
            }

            WriteControls(json, _groups[i], isStored);
            CustomPalette palette = PaletteOf(i);
            if (palette != null)
            {
                ColoursDocument.Write(json, "colours", palette);
            }

            if (isChannel)
            {
                LayersDocument.Write(json, Channels[i]);
            }

            json.EndObject();
        }
    }

    /// <summary>Reads a client's document and stores it, all or nothing. What is wrong, or null.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string Read(byte[] bytes, int start, int length) => Read(bytes, start, length, Tolerance.Nothing);

    /// <summary>The same for what another version may have kept.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public string Read(byte[] bytes, int start, int length, Tolerance tolerance)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        StateChange change = NewChange(tolerance);
        string problem = ReadGroups(json, change);
        if (problem == null && change.Count == 0)
        {
            problem = "no control given: use " + change.Names + ", each an object of controls";
        }

        problem = problem ?? change.Conflict();
        if (problem == null)
        {
            change.Apply();
        }

        return problem;
    }

    /// <summary>
    /// Reads what was stored, perhaps by another version, and takes over what is known and sound. What was not taken over, as a
    /// sentence; null when that is nothing.
    /// </summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string ReadStored(byte[] bytes, int start, int length)
    {
        var json = new JsonReader { IsLenient = true };
        json.Begin(bytes, start, length);
        StateChange change = NewChange(Tolerance.Anything);
        string problem = ReadGroups(json, change);
        change.Apply();
        if (problem != null)
        {
            return "not read to its end: " + problem;
        }

        return change.PassedOver == 0
            ? null
            : "not taken over: " + change.PassedOver.ToString() + " of its fields; " + change.FirstPassedOver;
    }

    /// <summary>A change of all groups that wants nothing yet.</summary>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public StateChange NewChange(Tolerance tolerance)
    {
        var changes = new ControlsChange[_groups.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = new ControlsChange(_groups[i], PaletteOf(i));
            bool isChannel = Channels != null && i < Channels.Length;
            changes[i].Layout = isChannel && HasLayouts ? new LayoutChange(Channels[i].Layout) : null;
            changes[i].Layers = isChannel ? new LayersChange(Channels[i]) : null;
        }

        var change = new StateChange(_names, changes, tolerance) { Optional = Optional };
        if (MadeGroups.Length > 0)
        {
            change.AddOptional();
        }

        return change;
    }

    /// <summary>Sets every control to what it is after a factory reset.</summary>
    public void Reset()
    {
        StateChange change = NewChange(Tolerance.Nothing);
        change.WantInitial();
        change.Apply();
    }

    private CustomPalette PaletteOf(int group)
    {
        if (Channels != null)
        {
            return group < Channels.Length ? Channels[group].Custom : null;
        }

        return group < _palettes.Length ? _palettes[group] : null;
    }

    private static void WriteControls(JsonWriter json, ControlSet controls, bool isStored)
    {
        if (isStored && controls is ChannelControls channel && channel.WaitingPattern >= 0)
        {
            var present = new ControlsChange(controls, null);
            present.WantPresent();
            present.WriteFields(json);
            return;
        }

        ControlsDocument.WriteFields(json, controls);
    }

    private static string ReadGroups(JsonReader json, StateChange change)
    {
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = change.Has(json.Text) ? change.ReadGroup(json) : change.PassOver(json, string.Empty);
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndObject && json.Next() == JsonToken.End ? null : json.Problem;
    }
}
