using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// A pattern that runs on panels: drawn once for all that show it, by the first output's thread, and read by each output's from a
/// <see cref="LiveFrame"/>.
/// </summary>
internal sealed class PanelLayer
{
    private readonly PictureLight _light = new PictureLight();
    private readonly LiveFrame _live;
    private readonly Layer _layer;
    private readonly Canvas _canvas;
    private readonly PixelMap _map;
    private readonly GridPlan _plan;
    private readonly int[] _values = new int[ChannelControls.ParameterIndex + ChannelControls.ParameterCount];
    private readonly CustomPalette _custom;
    private int _drawnMs;

    /// <param name="geometry">Where the panels hang.</param>
    /// <param name="values">Pattern, palette, speed and parameters, as <see cref="ChannelControls"/> numbers them.</param>
    public PanelLayer(PanelGeometry geometry, int[] values)
    {
        int pixels = geometry.Pixels;
        Array.Copy(values, _values, _values.Length);
        _custom = geometry.Channel.Custom;
        _canvas = new Canvas(new Palette(geometry.Channel.Output.Strip.Order), pixels);
        _layer = new Layer(_canvas, _light);
        Pattern pattern = _layer.Prepare(Pattern);
        int[] leds = { pixels };
        _plan = new GridPlan(leds, 0, false, geometry.Places, geometry.Size, geometry.Size, GridPlan.Columns);
        _plan.MakeRoom(_canvas.Grb.Length);
        _map = pattern.IsForGrids ? _plan.Whole : _plan.Expanded;
        _canvas.Notices = geometry.Channel.Layout.Notices;
        _live = new LiveFrame(pixels);
    }

    /// <summary>The same for panels that hang otherwise.</summary>
    public PanelLayer Copy(PanelGeometry geometry) => new PanelLayer(geometry, _values);

    public int Pattern => _values[ChannelControls.PatternIndex];

    public int Palette => _values[ChannelControls.PaletteIndex];

    /// <summary>Its values, as <see cref="ChannelControls"/> numbers them.</summary>
    public int[] Values => _values;

    /// <summary>One more each time that it was drawn.</summary>
    public int Number;

    /// <summary>Whether it is what somebody else would have made of these values.</summary>
    public bool IsSame(int[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != _values[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Draws it.</summary>
    /// <param name="heard">What its channel hears.</param>
    /// <param name="level">Brightness, 0–255.</param>
    /// <param name="nowMs">The frames' time.</param>
    public void Draw(AudioSnapshot heard, int level, int nowMs)
    {
        _drawnMs = Number == 0 ? nowMs : _drawnMs;
        if (_layer.TakePattern(_values))
        {
            _layer.Begin(_map, _plan);
        }

        _layer.TakeParameters(_values);
        _layer.TakePalette(Palette, _custom, level, 1);
        _layer.Draw(heard, nowMs - _drawnMs);
        _drawnMs = nowMs;
        Picture picture = _live.Begin();
        _map.Show(_canvas.Grb, 0, picture.Grb);
        picture.BrightestSum = _canvas.Palette.BrightestSum;
        _live.End();
        Number++;
    }

    /// <summary>Copies the newest picture; false when it cannot be had.</summary>
    public bool TryRead(Picture picture) => _live.TryRead(picture);
}
