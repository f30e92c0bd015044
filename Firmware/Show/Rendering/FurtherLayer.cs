using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// A layer over a channel's own picture: drawn in one frame, laid over what is below in the next ones, 60 pixels each. It is
/// drawn seldom, so it
/// is told then what was heard since.
/// </summary>
internal sealed class FurtherLayer
{
    // A third of 180 pixels: all of them would take the time of a frame.
    private const int PieceBytes = 60 * 3;

    private readonly PictureLight _light = new PictureLight();
    private readonly AudioSnapshot _heard = new AudioSnapshot();
    private readonly Canvas _canvas;
    private readonly int[] _values = new int[ChannelControls.ParameterIndex];
    private readonly byte[] _above;
    private readonly int _output;
    private readonly ChannelLayout _layout;
    private readonly FrameBlocks _blocks;

    // Of each piece of what is mixed what its colours add up to.
    private readonly int[] _pieceSums;
    private Blend _blend;
    private int _level;
    private byte[] _table;
    private PixelMap _map;
    private bool _isBegun;
    private int _elapsedMs;
    private bool _hadOnset;
    private bool _hadBeat;
    private int _onsetStrength;
    private int _next;

    /// <param name="channel">Whose picture it lies over.</param>
    public FurtherLayer(Channel channel)
    {
        Strip strip = channel.Output.Strip;
        _output = channel.Output.Index;
        _layout = channel.Layout;
        _blocks = channel.Output.Blocks;
        _pieceSums = new int[(((strip.Leds * 3) + PieceBytes - 1) / PieceBytes) * 3];
        _canvas = new Canvas(new Palette(strip.Order), strip.Leds);
        Layer = new Layer(_canvas, _light);
        _above = new byte[strip.Leds * 3];
        Mixed = new byte[strip.Leds * 3];
    }

    public readonly Layer Layer;

    /// <summary>What is below and the layer, as far as it has been laid over it.</summary>
    public readonly byte[] Mixed;

    /// <summary>What <see cref="Mixed"/> adds up to, once all of it was laid and added up.</summary>
    public readonly FrameSums Sums = new FrameSums { IsKnown = true, IsExact = true };

    /// <summary>It is to be seen.</summary>
    public bool IsOn;

    /// <summary>Its colours are being worked in.</summary>
    public bool IsWorking => _light.IsWorking;

    /// <summary>Takes over what is wanted of it, and what the channel's controls say of all layers.</summary>
    /// <param name="wanted">As <see cref="LayerControls"/> numbers it.</param>
    /// <param name="table">As <see cref="LayerBlender.TableFor"/> makes it for that.</param>
    /// <param name="wish">Of the channel.</param>
    /// <param name="map">Where a line is seen.</param>
    /// <param name="isLaidOut">The canvas is to be laid out anew.</param>
    public void Take(int[] wanted, byte[] table, ChannelWish wish, PixelMap map, bool isLaidOut)
    {
        _blend = (Blend)wanted[LayerControls.BlendIndex];
        _level = wanted[LayerControls.LevelIndex];
        _table = table;
        _values[ChannelControls.SpeedIndex] = wish.Values[ChannelControls.SpeedIndex];
        _values[ChannelControls.PatternIndex] = wanted[LayerControls.PatternIndex];
        _values[ChannelControls.PaletteIndex] = wanted[LayerControls.PaletteIndex];
        GridPlan plan = wish.Plan;
        _canvas.Notices = plan == null ? null : _layout.Notices;
        bool isOther = Layer.TakePattern(_values);
        bool isForGrid = Layer.Pattern.IsForGrids;

        // What draws rows and columns rests while there are none.
        IsOn = wanted[LayerControls.OnIndex] != 0 && _level > 0 && (plan != null || !isForGrid);
        if (plan != null)
        {
            map = isForGrid ? plan.Whole : plan.Expanded;
        }

        _isBegun = _isBegun && !isOther && !isLaidOut;
        if (IsOn && !_isBegun)
        {
            Layer.Begin(map, plan);
            _isBegun = true;
        }

        Layer.TakeInitialParameters();
        _map = map;
    }

    /// <summary>Works in the palette and the brightness that are asked for.</summary>
    /// <param name="wish">Of the channel.</param>
    /// <param name="cap">Most brightness, 1–255.</param>
    /// <param name="slices">Slices that there is time for.</param>
    public void Colour(ChannelWish wish, int cap, int slices)
    {
        int brightness = wish.Level < cap ? wish.Level : cap;
        int level = _blend == Blend.Multiply ? 255 : brightness * _level / 255;
        Layer.TakePalette(_values[ChannelControls.PaletteIndex], wish.Custom, level, slices);
    }

    /// <summary>
    /// No pixel's bytes add up to more than this with the layer, when they do to no more than <paramref name="sum"/> below
    /// it.
    /// </summary>
    public int Bound(int sum)
    {
        int own = _canvas.Palette.BrightestSum;
        switch (_blend)
        {
            case Blend.Add:
            case Blend.Screen:
                return sum + own;
            case Blend.Multiply:
                return sum;
            default:
                return sum > own ? sum : own;
        }
    }

    /// <summary>Takes note of a frame in which it may not be drawn.</summary>
    public void Hear(AudioSnapshot audio, int elapsedMs)
    {
        _elapsedMs += elapsedMs;
        _hadBeat = _hadBeat || audio.Beat;
        if (audio.Onset)
        {
            _onsetStrength = !_hadOnset || audio.OnsetStrength > _onsetStrength ? audio.OnsetStrength : _onsetStrength;
            _hadOnset = true;
        }
    }

    /// <summary>Draws it.</summary>
    public void Draw(AudioSnapshot audio)
    {
        AudioSnapshot heard = _heard;
        heard.CopyFrom(audio);
        heard.Beat = _hadBeat;
        heard.Onset = _hadOnset;
        heard.OnsetStrength = _hadOnset ? _onsetStrength : 0;
        Layer.Draw(heard, _elapsedMs);
        _map.Show(_canvas.Grb, _output, _above);
        _hadBeat = false;
        _hadOnset = false;
        _elapsedMs = 0;
        _next = 0;
    }

    /// <summary>Lays the next piece over what is below; true when it was the last one.</summary>
    /// <param name="below">What is below.</param>
    /// <param name="addsUp">Adds it up: of the uppermost, which is shown.</param>
    public bool LayPiece(byte[] below, bool addsUp)
    {
        int end = _next + PieceBytes < below.Length ? _next + PieceBytes : below.Length;
        LayerBlender.Compose(_blend, below, _above, Mixed, _next, end, _table);
        if (addsUp)
        {
            AddUp(_next, end);
        }

        _next = end;
        return end == below.Length;
    }

    // A piece takes a third of what all of a strip would take in each frame.
    private void AddUp(int from, int end)
    {
        FrameBlocks blocks = _blocks;
        blocks.Measure(Mixed, from, end);
        int[] before = _pieceSums;
        int at = from / PieceBytes * 3;
        FrameSums sums = Sums;
        sums.Green += blocks.Green - before[at];
        sums.Red += blocks.Red - before[at + 1];
        sums.Blue += blocks.Blue - before[at + 2];
        before[at] = blocks.Green;
        before[at + 1] = blocks.Red;
        before[at + 2] = blocks.Blue;
    }
}
