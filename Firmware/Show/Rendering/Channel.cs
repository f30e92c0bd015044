using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// A canvas, the layer that is drawn on it, and the outputs that it feeds: its own, or all of them while they are linked to show
/// one picture. A frame goes controls → pattern → palette (gamma, white balance, brightness × master in it) → map → output.
/// </summary>
/// <remarks>
/// Each channel has a thread of its own, which draws its canvas and alone touches its output; see <see cref="SharedPicture"/>.
/// </remarks>
internal sealed partial class Channel
{
    // Nothing is shown yet, and nobody waits.
    private const int AllSlices = int.MaxValue;

    private static readonly string[] Names = { "a", "b" };

    private readonly Stage _stage;
    private readonly int _index;
    private readonly Canvas _canvas;
    private readonly Layer _layer;
    private readonly PictureLight _light = new PictureLight();
    private readonly ChannelWish _wish;
    private readonly ChannelMap _map;
    private readonly SharedPicture _shared;
    private LinkedSnapshot _linked;
    private int _link;
    private int _cap;
    private int _changes;

    // Asked itself, not by way of the output: a call costs a third of a µs in each frame.
    private readonly WireBuffer _wire;

    // Made when somebody may send.
    private SentPicture _sent;
    private bool _isSent;
    private int _hop;
    private bool _isDue;
    private bool _isSlow;

    /// <param name="index">Its place on the stage; 0 is the first, to which the others may be linked.</param>
    /// <param name="stage">What it shares with the others.</param>
    public Channel(int index, Stage stage)
    {
        _index = index;
        _stage = stage;
        Name = Names[index];
        Output = stage.Outputs[index];
        _wire = Output.Strip.Wire;
        FirstLook look = FirstLook.Of(index);
        int leds = stage.Leds[index];
        Controls = index > 0
            ? new ChannelControls(stage.Channels[0].Controls, leds, look)
            : new ChannelControls(PatternCatalog.Names, PaletteCatalog.Names(), PatternCatalog.InitialParameters, leds, look);
        stage.Channels[index] = this;
        _canvas = new Canvas(new Palette(Output.Strip.Order), leds);
        _layer = new Layer(_canvas, _light);
        Layout = new ChannelLayout(stage, index, Controls, _canvas);
        _map = new ChannelMap(stage, index);
        _wish = new ChannelWish(this, stage);
        _shared = new SharedPicture(stage, index, _light);
        Controls.PatternChosen = Prepare;
    }

    public readonly string Name;

    public readonly ChannelControls Controls;

    /// <summary>How its pixels hang.</summary>
    public readonly ChannelLayout Layout;

    /// <summary>The palette that a user may give this channel.</summary>
    public readonly CustomPalette Custom = new CustomPalette();

    /// <summary>The strip that is its own, whoever draws for it.</summary>
    public readonly Output Output;

    /// <summary>Cross-fade of the next change alone, in ms, instead of the control's; below 0 there is none.</summary>
    public int FadeOnceMs = -1;

    /// <summary>Brightness of its picture as it is, 1–255.</summary>
    public int ShownLevel => _light.ShownLevel;

    /// <summary>Layers and marks over whatever its strip shows; null until somebody asked for <see cref="MakeOver"/>.</summary>
    public Overlays Over;

    /// <summary>The same, made when there are none.</summary>
    public Overlays MakeOver()
    {
        lock (_wish)
        {
            Over = Over ?? new Overlays(this);
            return Over;
        }
    }

    /// <summary>Hops from one picture of its own to the next: more than one where it takes too long for sixty a second.</summary>
    public int Hops = 1;

    /// <summary>Counts a hop; true when a frame is due in it.</summary>
    public bool CountHop()
    {
        Channel first = _stage.Channels[0];
        if (_shared.Receives && first._isSlow && !_isSent)
        {
            // Half of a picture comes with the other half.
            return first._isDue;
        }

        int hops = _isSent || _wish.Plan == null ? 1 : HopsNow();
        _isSlow = hops > 1;
        hops = hops < 2 && Output.IsHalfRate ? 2 : hops;
        _hop++;
        _isDue = _hop >= hops;
        _hop = _isDue ? 0 : _hop;
        return _isDue;
    }

    // At the supply's limit each frame is added up and darkened, and a large grid has no time for that sixty times a second.
    private int HopsNow()
    {
        GridPlan plan = _wish.Plan;
        if (Hops > 1 || plan.Width * plan.Height <= Board.MostLedsAtFullRate)
        {
            return Hops;
        }

        bool isTight = Output.Limiter.IsTight || (plan.Spans && _stage.Outputs[1].Limiter.IsTight);
        return isTight ? 2 : 1;
    }
}
