using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>Several groups of controls as one document, <c>{"a": {…}, "b": {…}, …}</c>, in and out.</summary>
internal sealed partial class StateExchange
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

    private CustomPalette PaletteOf(int group)
    {
        if (Channels != null)
        {
            return group < Channels.Length ? Channels[group].Custom : null;
        }

        return group < _palettes.Length ? _palettes[group] : null;
    }
}
