using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>The colours and the brightness that a layer was asked for, worked into its palette slice by slice.</summary>
internal sealed class LayerColours
{
    private readonly Palette _palette;
    private readonly PictureLight _light;
    private int _index = -1;
    private int _version;
    private CustomPalette _owner;
    private int _level = -1;

    public LayerColours(Palette palette, PictureLight light)
    {
        _palette = palette;
        _light = light;
    }

    /// <summary>
    /// Begins a change; true when it is another palette. One that comes while the change before is still being worked in waits
    /// for it: else a slider in motion would show nothing.
    /// </summary>
    public bool Take(int index, CustomPalette custom, int level)
    {
        bool isCustom = PaletteCatalog.IsCustom(index);
        CustomPalette owner = isCustom ? custom : null;
        int version = isCustom ? custom.Version : 0;
        bool isNew = (index != _index || version != _version || owner != _owner) && !_palette.IsBusy;
        if (isNew || (level != _level && !_palette.IsBusy))
        {
            _index = index;
            _version = version;
            _owner = owner;
            _level = level;
            if (isCustom)
            {
                _palette.Begin(custom.Keys, level);
            }
            else
            {
                _palette.Begin(index, level);
            }
        }

        return isNew;
    }

    /// <summary>Does some of the work that is left.</summary>
    public void Work(int slices, bool needsGlows)
    {
        PictureLight light = _light;
        _palette.KeepGlows(needsGlows);

        // Without a look nobody knows whether glows are left to do: the next frame finds out.
        light.IsWorking = light.IsWorking || _palette.IsBusy || slices == 0;
        light.HasWorked = false;
        bool isMore = true;
        for (int slice = 0; slice < slices && isMore; slice++)
        {
            isMore = _palette.Work();
            light.HasWorked = light.HasWorked || isMore;
            light.IsWorking = isMore;
        }

        light.ShownLevel = _palette.Level > 0 ? _palette.Level : 1;
    }
}
