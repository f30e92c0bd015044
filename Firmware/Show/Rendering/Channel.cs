using NanoFirmware.Audio;
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
internal sealed class Channel
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

    /// <summary>Draws one frame and starts its transmission, as soon as the strip is done with the last one.</summary>
    /// <param name="audio">What was heard.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="nowUs">The µs clock at the start of the frame.</param>
    public void RenderFrame(AudioSnapshot audio, int elapsedMs, long nowUs)
    {
        Output output = Output;
        bool isSentOther = _stage.Sent != null && LookForSender();
        bool isSent = _isSent;
        Overlays over = Over != null && Over.Begin(elapsedMs, _light) ? Over : null;
        bool isNew = Take(output.Limiter, isSentOther);
        if (isNew || output.IsStarting)
        {
            elapsedMs = Begin(elapsedMs, isSent, nowUs);
            isNew = true;
        }

        PictureLight light = _light;
        Canvas canvas = _canvas;
        bool isReceived = light.IsReceived;
        bool isDrawn = !isReceived && !isSent;
        canvas.IsAsked = !output.Fade.IsOn;
        canvas.Seen = null;
        output.Blocks.HalfFrom = isDrawn && over == null ? _map.HalfFrom : -1;
        AudioSnapshot heard = _link != MasterControls.Independent && (isDrawn || over != null) ? Hear(audio) : audio;
        if (isDrawn)
        {
            // What adds itself up does so as far as it is seen.
            if (over != null && canvas.AddsUp && _wish.Plan == null)
            {
                canvas.Seen = over.Below(_map.Now);
            }

            canvas.AddsUp = false;
            _layer.Draw(heard, elapsedMs);
            if (_shared.Feeds)
            {
                _shared.Feed(canvas.Grb, _map.Now, _changes);
            }
        }

        if (!_wire.TryBegin(nowUs) && !output.WaitUntilReady())
        {
            return;
        }

        FrameSums sums = _shared.Sums;
        FrameSums known = sums;
        bool isFresh = true;
        if (isSent)
        {
            _sent.Show(output.Frame);
            sums = _sent.Sums;
            known = sums;
        }
        else if (isReceived)
        {
            isFresh = _shared.Show(output.Frame);
        }
        else
        {
            _map.Now.Show(canvas.Grb, _index, output.Frame);
            known = canvas.AddsUp ? canvas.AddedUp(output.Strip.Leds) : null;
        }

        int work = canvas.IsAsked ? 0 : Work(isNew);
        if (over != null)
        {
            // A picture that is shown again has it already.
            FrameSums below = canvas.Seen == null ? null : known;
            work += isFresh ? over.Show(output.Frame, heard, elapsedMs, light, below) : 0;
            sums = null;
            known = isFresh ? over.Known : null;
        }

        output.Metrics.Sent(nowUs, output.Show(light, sums, known, elapsedMs, work, nowUs), audio.CapturedUs);
    }

    // Another picture follows. What was dark fades in like any other; no time has passed for it yet.
    private int Begin(int elapsedMs, bool isSent, long nowUs)
    {
        Output output = Output;
        if (output.IsStarting)
        {
            output.Start(nowUs);
            elapsedMs = 0;
        }

        _changes++;
        output.Change(isSent ? 0 : FadeMs(), nowUs);
        return elapsedMs;
    }

    // What else a frame has to do that is faded to, as the cross-fade counts it.
    private int Work(bool isNew)
    {
        int work = isNew ? 1 : 0;
        return _light.IsWorking ? work + 1 : work;
    }

    // Linked strips draw the first one's pattern: what it needs is made for all of them.
    private void Prepare(int pattern)
    {
        Pattern prepared = _layer.Prepare(pattern);
        Channel[] channels = _stage.Channels;
        for (int i = 0; i < channels.Length; i++)
        {
            Channel channel = channels[i];
            if (channel != null)
            {
                channel._layer.MakeRoomFor(prepared);
            }
        }
    }

    // What the controls ask for, carried out; it costs something only when one changed. True when the picture is going to be
    // another one.
    private bool Take(FrameLimiter limiter, bool isSentOther)
    {
        PictureLight light = _light;
        bool isNew = false;
        int cap = limiter.Power.Cap;
        if (_wish.HasChanged() || cap != _cap || light.IsWorking)
        {
            isNew = Change(cap, limiter.Slices);
        }
        else
        {
            light.HasWorked = false;
        }

        if (_shared.Receives && _shared.Receive())
        {
            isNew = true;
        }

        if (_isSent)
        {
            _sent.Receive(_wish.Level, cap);
            int brightest = _sent.BrightestSum;
            light.Bound(Over != null && Over.IsSeen ? Over.Bound(brightest, light) : brightest);

            // It is shown at once, whatever is chosen meanwhile; what follows it is faded to.
            return isSentOther;
        }

        Palette palette = _canvas.Palette;
        light.IsMixed = _canvas.IsMixed || palette.IsMixed;
        if (light.CalmFrames <= PictureLight.Restless || light.IsWorking || light.IsReceived)
        {
            int sum = light.IsReceived ? _shared.BrightestSum : palette.BrightestSum;
            light.Bound(Over != null && Over.IsSeen ? Over.Bound(sum, light) : sum);
        }

        return isNew;
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

    // True when a sender begins or ends.
    private bool LookForSender()
    {
        _sent = _sent ?? new SentPicture(_stage, _index, _light);
        bool isOther = _sent.Look();
        _isSent = _sent.IsOn;
        if (isOther && !_isSent)
        {
            // Nothing was drawn on the canvas meanwhile: what is there is as bright as it was, whatever the palette became.
            _map.Forget();
            _wish.Forget();
        }

        return isOther;
    }

    private bool Change(int cap, int slices)
    {
        ChannelWish wish = _wish;
        PictureLight light = _light;
        bool isFirst = _layer.Pattern == null;
        bool received = _shared.Receives;
        wish.Read();
        if (wish.IsShared || _shared.IsOn)
        {
            _shared.Take(wish);
        }

        if (received && !_shared.Receives)
        {
            // Nothing was drawn on the canvas meanwhile: what is there is as bright as it was, whatever the palette became.
            _map.Forget();
        }

        Layer layer = _layer;
        int[] values = wish.Values;
        bool isOther = layer.TakePattern(values);
        bool isLaidOut = _map.Take(wish, layer.Pattern.IsForGrids);
        if (isOther || isLaidOut)
        {
            layer.Begin(_map.Now, wish.Plan);
        }

        if (isLaidOut || wish.Plan != null)
        {
            Hops = wish.Plan == null ? 1 : layer.Pattern.HopsOn(wish.Plan, wish.IsShared);
            _canvas.Hops = Hops;
        }

        layer.TakeParameters(values);
        Overlays over = Over;
        bool isNew = (over != null && over.Take(wish, _map.Now, isLaidOut)) || isOther || isLaidOut || wish.Link != _link;
        _cap = cap;
        if (isNew)
        {
            light.Unsettle();

            // What the supply had to be spared of the last picture says nothing of another one.
            _cap = FrameLimiter.FullLevel;
        }

        _link = wish.Link;
        light.IsLit = wish.IsLit;
        light.Level = wish.Level > 0 ? wish.Level : 1;
        int palette = values[ChannelControls.PaletteIndex];

        // Another picture is work enough for a frame: its colours follow from the next one on.
        int work = isNew ? 0 : slices;
        work = isFirst ? AllSlices : work;
        bool isRecoloured = layer.TakePalette(palette, wish.Custom, wish.Level < _cap ? wish.Level : _cap, work);
        if (over != null && !light.IsWorking)
        {
            over.Colour(wish, _cap, work, light);
        }

        return (isNew || isRecoloured) && !isFirst;
    }

    private AudioSnapshot Hear(AudioSnapshot audio)
    {
        _linked = _linked ?? new LinkedSnapshot(_index > 0);
        return _linked.Hear(audio, _link, _stage.Master.Values[MasterControls.CanonIndex]);
    }

    private int FadeMs()
    {
        int fadeMs = FadeOnceMs >= 0 ? FadeOnceMs : _wish.Values[ChannelControls.FadeIndex];
        FadeOnceMs = -1;
        return fadeMs;
    }
}
