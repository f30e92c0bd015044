using NanoFirmware.Audio;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// What lies over the picture that a strip shows, whoever drew that: what a painter knows of, layers, and marks on top of them.
/// Made when somebody first asks for either, and
/// then the drawing thread's but for what others tell it.
/// </summary>
internal sealed class Overlays
{
    // Leaves a cross-fade the least of its work.
    private const int WorkOfLayers = 2;

    private readonly Output _output;
    private readonly LayerStack _stack;
    private Marks _marks;
    private bool _isPainted;
    private bool _areMarks;
    private bool _areLayers;

    /// <param name="channel">Whose picture.</param>
    public Overlays(Channel channel)
    {
        _output = channel.Output;
        Layers = new ChannelLayers(channel);
        _stack = Layers.Stack;
    }

    public readonly ChannelLayers Layers;

    /// <summary>Null until somebody asked for <see cref="MakeMarks"/>.</summary>
    public Marks Marks => _marks;

    /// <summary>What else the last frame had to do for it, as <see cref="CrossFade.Mix"/> counts it.</summary>
    public int Work;

    /// <summary>Paints below layers and marks; null for nobody.</summary>
    public FramePainter Painter;

    /// <summary>Something is to be seen in this frame.</summary>
    public bool IsSeen;

    /// <summary>What the frame adds up to that was shown last; null when nobody knows.</summary>
    public FrameSums Known;

    /// <summary>The marks, made when there are none.</summary>
    public Marks MakeMarks()
    {
        lock (Layers)
        {
            _marks = _marks ?? new Marks(_output.Strip.Order, _output.Index, _output.Strip.Leds);
            return _marks;
        }
    }

    /// <summary>A frame begins; false when nothing is to be seen in it.</summary>
    public bool Begin(int elapsedMs, PictureLight light)
    {
        _areMarks = _marks != null && _marks.Advance(elapsedMs, light);
        _areLayers = _stack.IsOn;
        _isPainted = Painter != null && Painter.Begin(light);
        IsSeen = _areMarks || _areLayers || _isPainted;
        return IsSeen;
    }

    /// <summary>Takes over what is asked for; true when the picture is going to be another one.</summary>
    public bool Take(ChannelWish wish, PixelMap map, bool isLaidOut)
    {
        if (_marks != null)
        {
            _marks.Cover.Take(map);
        }

        LayerPlan plan = Layers.Plan;
        return plan != null && _stack.Take(plan, wish, map, isLaidOut);
    }

    /// <summary>Works in the layers' colours, when a frame has time for it.</summary>
    public void Colour(ChannelWish wish, int cap, int slices, PictureLight light)
    {
        if (_stack.IsOn && _stack.Colour(wish, cap, slices))
        {
            light.IsWorking = true;
            light.HasWorked = true;
        }
    }

    /// <summary>
    /// No pixel's bytes add up to more than this, when they do to no more than <paramref name="sum"/> below it.
    /// </summary>
    public int Bound(int sum, PictureLight light)
    {
        if (_isPainted)
        {
            sum = PaintedBound(sum, light);
        }

        if (_areLayers)
        {
            sum = _stack.Bound(sum);
        }

        if (!_areMarks)
        {
            return sum;
        }

        Marks marks = _marks;
        int level = light.Level > light.ShownLevel ? light.Level : light.ShownLevel;
        int brightest = marks.BrightestSum * level / FrameLimiter.FullLevel;
        sum = brightest > sum ? brightest : sum;
        if (marks.AddedSum > 0)
        {
            sum += marks.AddedSum * level / FrameLimiter.FullLevel;
        }

        return sum < MarkPainter.WhiteSum ? sum : MarkPainter.WhiteSum;
    }

    /// <summary>
    /// What is seen of the canvas below where marks alone lie over it, as <see cref="MarkCover.Below"/>; else null.
    /// </summary>
    public ushort[] Below(PixelMap map) =>
        _areMarks && !_areLayers && !_isPainted ? _marks.Cover.Below(map) : null;

    /// <summary>Shows it over a frame.</summary>
    /// <param name="frame">Of the strip.</param>
    /// <param name="heard">What the channel hears.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="light">How bright the picture is.</param>
    /// <param name="below">What is seen of it adds up to, where <see cref="Below"/> told what that is; else null.</param>
    /// <returns>The same as <see cref="Work"/>.</returns>
    public int Show(byte[] frame, AudioSnapshot heard, int elapsedMs, PictureLight light, FrameSums below)
    {
        FrameSums known = below;
        int work = 0;
        if (_isPainted)
        {
            Painter.Paint(frame, heard, elapsedMs, light.ShownLevel);
            known = _areMarks ? below : Painter.Known;
        }

        if (_areLayers)
        {
            work = _stack.Show(frame, heard, elapsedMs, _output.IsFading) ? WorkOfLayers : 0;
            known = _areMarks ? below : _stack.Known;
        }

        if (_areMarks)
        {
            _marks.Painter.Paint(frame, light.ShownLevel, below);
        }

        Known = known;
        Work = work;
        return work;
    }

    private int PaintedBound(int sum, PictureLight light)
    {
        int level = light.Level > light.ShownLevel ? light.Level : light.ShownLevel;
        int painted = Painter.BrightestSum * level / FrameLimiter.FullLevel;
        return Painter.CoversAll || painted > sum ? painted : sum;
    }
}
