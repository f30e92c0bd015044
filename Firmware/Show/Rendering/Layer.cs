using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>One pattern in its palette on a canvas, as some controls ask for it.</summary>
internal sealed class Layer
{
    private readonly LayerColours _colours;
    private PreparedPattern _prepared;
    private PatternParameter[] _parameters;
    private int _index = -1;
    private int _speed;
    private int _paceCarry;

    /// <param name="canvas">What it draws on.</param>
    /// <param name="light">Told how bright the picture is.</param>
    public Layer(Canvas canvas, PictureLight light)
    {
        Canvas = canvas;
        _colours = new LayerColours(canvas.Palette, light);
    }

    public readonly Canvas Canvas;

    /// <summary>The pattern in force; null before the first.</summary>
    public Pattern Pattern;

    /// <summary>Makes a pattern that is going to be chosen; called on the thread that stores the choice.</summary>
    /// <returns>The pattern.</returns>
    public Pattern Prepare(int pattern)
    {
        var prepared = new PreparedPattern(pattern);
        MakeRoomFor(prepared.Pattern);
        _prepared = prepared;
        return prepared.Pattern;
    }

    /// <summary>Makes what a pattern needs beside itself; called on the thread that stores the choice.</summary>
    public void MakeRoomFor(Pattern pattern)
    {
        if (pattern.UsesGlows)
        {
            Canvas.Palette.MakeGlows();
        }

        if (pattern.UsesNotes)
        {
            Canvas.MakeNotes();
        }
    }

    /// <summary>Whether it shows another pattern than that.</summary>
    public bool IsOther(int pattern) => pattern != _index;

    /// <summary>Takes over what is to be drawn; true when it is another pattern, which has to <see cref="Begin"/>.</summary>
    public bool TakePattern(int[] values)
    {
        _speed = values[ChannelControls.SpeedIndex];
        if (Canvas.Glow != values[ChannelControls.GlowIndex])
        {
            Canvas.KeepAbove(values[ChannelControls.GlowIndex]);
        }

        int index = values[ChannelControls.PatternIndex];
        bool isNew = index != _index;
        if (isNew)
        {
            TakePrepared(index);
        }

        return isNew;
    }

    /// <summary>Begins on an empty canvas, laid out as <see cref="Rendering.Canvas.Lay(PixelMap, GridPlan)"/> takes it.</summary>
    public void Begin(PixelMap map, GridPlan plan)
    {
        Canvas.Lay(map, plan);
        if (Pattern.UsesNotes)
        {
            // There already, unless the canvas has just become longer.
            Canvas.MakeNotes();
        }

        Pattern.Reset();
    }

    /// <summary>Takes over the parameters, each kept within the pattern's range.</summary>
    public void TakeParameters(int[] values)
    {
        PatternParameter[] parameters = _parameters;
        int[] settings = Pattern.Settings;
        for (int i = 0, at = ChannelControls.ParameterIndex; i < parameters.Length; i++, at++)
        {
            int value = values[at];
            PatternParameter parameter = parameters[i];
            int least = parameter.Min;
            int most = parameter.Max;
            value = value < least ? least : value;
            settings[i] = value > most ? most : value;
        }
    }

    /// <summary>Takes the parameters as the pattern's author meant them.</summary>
    public void TakeInitialParameters()
    {
        PatternParameter[] parameters = _parameters;
        for (int i = 0; i < parameters.Length; i++)
        {
            Pattern.Settings[i] = parameters[i].Initial;
        }
    }

    /// <summary>Takes over the colours; true when they become another palette's.</summary>
    /// <param name="palette">Its index.</param>
    /// <param name="custom">What is meant by the user's own.</param>
    /// <param name="level">Brightness, 0–255.</param>
    /// <param name="slices">Slices of its work that this frame has time for.</param>
    public bool TakePalette(int palette, CustomPalette custom, int level, int slices)
    {
        bool isNew = _colours.Take(palette, custom, level);
        _colours.Work(slices, Pattern.UsesGlows);
        return isNew;
    }

    /// <summary>Draws a frame of what is heard.</summary>
    public void Draw(AudioSnapshot heard, int elapsedMs)
    {
        // Speed 128 is natural, 0 a fifth of it and 255 nearly twice: nothing ever stands still for good. What a division leaves
        // over is carried, so that slow things are as slow at 30 frames a second as at 60.
        int scaled = (elapsedMs * (_speed + 32)) + _paceCarry;
        _paceCarry = scaled % 160;
        Pattern.Render(heard, scaled / 160, Canvas);
    }

    // Made by whoever stored the choice, so that a frame need not; here only when nobody did, as for a B that takes A's.
    private void TakePrepared(int index)
    {
        PreparedPattern prepared = _prepared;
        if (prepared == null || prepared.Index != index)
        {
            prepared = new PreparedPattern(index);
            MakeRoomFor(prepared.Pattern);
        }

        _prepared = null;
        _index = index;
        _parameters = prepared.Parameters;
        Pattern = prepared.Pattern;
    }
}
