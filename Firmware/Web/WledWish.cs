using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>
/// What a request wants of one group of controls so far: a later field is more or less than what an earlier one left.
/// </summary>
internal sealed class WledWish
{
    private readonly int[] _values;
    private readonly bool[] _chosen;
    private bool _isAny;

    public WledWish(ControlSet controls)
    {
        Controls = controls;
        _values = new int[controls.Values.Length];
        _chosen = new bool[controls.Values.Length];
    }

    public readonly ControlSet Controls;

    /// <summary>The colour that is wanted; null for none.</summary>
    public WledColour Colour;

    /// <summary>The value that a control is going to have.</summary>
    public int Now(int index) => _chosen[index] ? _values[index] : Controls.Values[index];

    public void Set(int index, int value)
    {
        _values[index] = value;
        _chosen[index] = true;
        _isAny = true;
    }

    /// <summary>A colour is the custom palette all over, unless the same request says what else to draw with it.</summary>
    /// <param name="colour">The colour.</param>
    /// <param name="hasPattern">The request names a pattern.</param>
    /// <param name="hasPalette">The request names a palette.</param>
    public void Paint(WledColour colour, bool hasPattern, bool hasPalette)
    {
        Colour = colour;
        if (!hasPattern)
        {
            Set(ChannelControls.PatternIndex, PatternCatalog.Solid);
        }

        if (!hasPalette)
        {
            Set(ChannelControls.PaletteIndex, PaletteCatalog.Custom);
        }
    }

    /// <summary>Makes what it needs, so that storing it cannot fail: for several groups, all of it comes first.</summary>
    public void Prepare()
    {
        if (_isAny)
        {
            Controls.Prepare(_values, _chosen, null);
        }
    }

    /// <summary>Stores it.</summary>
    public void Store()
    {
        if (_isAny)
        {
            Controls.Store(_values, _chosen, null);
        }
    }

    /// <summary>Stores it for a channel, with its colour.</summary>
    /// <param name="channel">Whose controls these are.</param>
    /// <param name="fadeOnceMs">Cross-fade of this change alone; <see cref="WledValue.None"/> for the usual one.</param>
    public void Store(Channel channel, int fadeOnceMs)
    {
        if (fadeOnceMs >= 0 && IsAnotherPicture())
        {
            channel.FadeOnceMs = fadeOnceMs;
        }

        if (Colour != null)
        {
            channel.Custom.Set(Colour.Over(channel.Custom.Stops), CustomPalette.MinStops);
        }

        Store();
    }

    // Other changes are not faded, and would leave the wish for the next one that is.
    private bool IsAnotherPicture() =>
        Colour != null || IsOther(ChannelControls.PatternIndex) || IsOther(ChannelControls.PaletteIndex)
        || IsOther(ChannelControls.MirrorIndex) || IsOther(ChannelControls.ReverseIndex);

    private bool IsOther(int index) => _chosen[index] && _values[index] != Controls.Values[index];
}
