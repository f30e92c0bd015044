using System;
using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// What a channel's controls ask for, read once at a frame's beginning, and carried out: the pattern in force, the canvas laid out, the
/// palette worked on. It costs something only when a control changed.
/// </summary>
internal sealed class ChannelChoice
{
    // The longest cross-fade and half a second more.
    private const int CalmFrames = 330;

    // Nothing is shown yet, and nobody waits.
    private const int AllSlices = int.MaxValue;

    private readonly Channel _channel;
    private readonly Stage _stage;
    private readonly Canvas _canvas;
    private readonly int[] _values;

    private PreparedPattern _prepared;
    private PatternParameter[] _parameters;
    private int _pattern = -1;
    private int _layout = -1;
    private int _palette = -1;
    private int _custom;
    private CustomPalette _owner;
    private int _level = -1;
    private int _link;
    private int _version = -1;
    private int _cap;
    private int _calmFrames;

    public ChannelChoice(Channel channel, Stage stage, Canvas canvas)
    {
        _channel = channel;
        _stage = stage;
        _canvas = canvas;
        _values = new int[channel.Controls.Values.Length];
    }

    /// <summary>The pattern to draw.</summary>
    public Pattern Pattern;

    /// <summary>How the strips are linked (<see cref="MasterControls"/>).</summary>
    public int Link;

    /// <summary>True when this channel shows what A drew.</summary>
    public bool Follows;

    /// <summary>True when the other channel may need what this one draws.</summary>
    public bool IsLinked => Link == MasterControls.SameOnBoth || Link == MasterControls.Continued;

    /// <summary>True while the palette is being worked on.</summary>
    public bool IsWorking;

    /// <summary>True in a frame that does some of that work.</summary>
    public bool HasWorked;

    /// <summary>True while some of the picture may be as bright as the palette was before.</summary>
    public bool IsMixed => _canvas.IsMixed || _canvas.Palette.IsMixed;

    public bool IsLit;

    /// <summary>The brightness that is asked for in what is drawn, 1–255.</summary>
    public int Level = 1;

    /// <summary>The palette's brightness, 1–255: <see cref="Level"/>, or less where the supply has no more.</summary>
    public int ShownLevel = 1;

    public int Speed;

    public int Offset;

    public int FadeMs;

    /// <summary>No pixel's bytes add up to more than this, in the picture and in what it is faded from.</summary>
    public int BrightestSum;

    /// <summary>Makes a pattern that is going to be chosen; called on the thread that stores the choice.</summary>
    public void Prepare(int pattern) => _prepared = new PreparedPattern(pattern);

    /// <summary>Reads the controls.</summary>
    /// <param name="cap">How bright the palette may be, 1–255.</param>
    /// <param name="slices">Slices of the palette's work that this frame has time for.</param>
    /// <returns>True when the picture is going to be another one, so that it should be faded to.</returns>
    public bool Take(int cap, int slices)
    {
        if (IsSettled(cap))
        {
            HasWorked = false;
            Bound();
            return false;
        }

        int[] values = _values;
        int[] master = _stage.Master.Values;

        // One native copy: on the board nobody writes meanwhile.
        Array.Copy(_channel.Controls.Values, 0, values, 0, values.Length);
        Link = master[MasterControls.LinkIndex];
        bool isSecond = _stage.Leader != null && _stage.Leader != _channel;
        bool followed = Follows;
        Follows = isSecond && IsLinked;

        // Nothing was drawn on the canvas meanwhile: what is there is as bright as it was, whatever the palette became.
        _layout = followed && !Follows ? -1 : _layout;
        if (isSecond && Link >= MasterControls.CounterPhase)
        {
            TakeFromLeader(values);
        }

        Speed = values[ChannelControls.SpeedIndex];
        Offset = values[ChannelControls.OffsetIndex];
        FadeMs = values[ChannelControls.FadeIndex];
        int level = values[ChannelControls.BrightnessIndex] * master[MasterControls.BrightnessIndex] / 255;
        IsLit = level > 0 && values[ChannelControls.EnabledIndex] != 0 && master[MasterControls.PowerIndex] != 0;
        bool isFirst = _pattern < 0;
        Level = level > 0 ? level : 1;
        bool isNew = TakePattern(values, isSecond) || Link != _link;

        // What the supply had to be spared of the last picture says nothing of another one.
        _cap = isNew ? FrameLimiter.FullLevel : cap;
        isNew = TakePalette(values[ChannelControls.PaletteIndex], level < _cap ? level : _cap, isFirst ? AllSlices : slices) || isNew;
        _calmFrames = Link == _link ? _calmFrames : 0;
        _link = Link;
        ShownLevel = _canvas.Palette.Level > 0 ? _canvas.Palette.Level : 1;
        Bound();
        return isNew && !isFirst;
    }

    // Nothing was stored since, and nothing is left to do. Each count only grows, so their sum tells as much as all of them.
    private bool IsSettled(int cap)
    {
        Channel leader = _stage.Leader ?? _channel;
        int version = _channel.Controls.Version + _channel.Custom.Version + _stage.Master.Version + leader.Controls.Version + leader.Custom.Version;
        if (version == _version && cap == _cap && !IsWorking)
        {
            return true;
        }

        _version = version;
        _cap = cap;
        return false;
    }

    // What was brighter before may still be on the canvas or in a cross-fade.
    private void Bound()
    {
        if (_calmFrames > CalmFrames && !IsWorking && !Follows)
        {
            return;
        }

        if (Follows)
        {
            Level = _stage.PictureLevel;
            ShownLevel = _stage.PictureShownLevel;
        }

        int sum = Follows ? _stage.PictureSum : _canvas.Palette.BrightestSum;
        _calmFrames = IsWorking ? 0 : _calmFrames + 1;
        if (sum > BrightestSum)
        {
            BrightestSum = sum;
            _calmFrames = 0;
        }
        else if (_calmFrames >= CalmFrames)
        {
            BrightestSum = sum;
        }
    }

    private void TakeFromLeader(int[] values)
    {
        int[] leader = _stage.Leader.Controls.Values;
        Array.Copy(leader, ChannelControls.SpeedIndex, values, ChannelControls.SpeedIndex, 3);
        Array.Copy(leader, ChannelControls.ParameterIndex, values, ChannelControls.ParameterIndex, ChannelControls.ParameterCount);
        if (Link == MasterControls.CounterPhase)
        {
            values[ChannelControls.ReverseIndex] ^= 1;
        }
    }

    // Made by whoever stored the choice, so that a frame need not; here only when nobody did, as for a B that follows A.
    private void TakePrepared(int pattern)
    {
        PreparedPattern prepared = _prepared;
        if (prepared == null || prepared.Index != pattern)
        {
            Prepare(pattern);
            prepared = _prepared;
        }

        _prepared = null;
        _pattern = pattern;
        _parameters = prepared.Parameters;
        Pattern = prepared.Pattern;
    }

    private bool TakePattern(int[] values, bool isSecond)
    {
        bool isWide = Link == MasterControls.Continued && !isSecond && _stage.Leader != null;
        int layout = values[ChannelControls.MirrorIndex] + (values[ChannelControls.ReverseIndex] * 2) + (isWide ? 4 : 0);
        int pattern = values[ChannelControls.PatternIndex];
        bool isNew = pattern != _pattern || layout != _layout;
        if (_canvas.Glow != values[ChannelControls.GlowIndex])
        {
            _canvas.KeepAbove(values[ChannelControls.GlowIndex]);
        }

        if (pattern != _pattern)
        {
            TakePrepared(pattern);
        }

        if (isNew)
        {
            _layout = layout;
            _canvas.Lay(isWide ? Board.LedCount * 2 : Board.LedCount, (layout & 1) != 0, (layout & 2) != 0);
            Pattern.Reset();
        }

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

        _calmFrames = isNew ? 0 : _calmFrames;
        return isNew;
    }

    // A change that comes while the one before is still being worked in waits for it: else a slider in motion would show nothing.
    private bool TakePalette(int palette, int level, int slices)
    {
        Palette colours = _canvas.Palette;
        bool isCustom = PaletteCatalog.IsCustom(palette);
        CustomPalette custom = null;
        int version = 0;
        if (isCustom)
        {
            custom = _stage.Leader != null && Link >= MasterControls.CounterPhase ? _stage.Leader.Custom : _channel.Custom;
            version = custom.Version;
        }

        bool isNew = (palette != _palette || version != _custom || custom != _owner) && !colours.IsBusy;
        if (isNew || (level != _level && !colours.IsBusy))
        {
            _palette = palette;
            _custom = version;
            _owner = custom;
            _level = level;
            if (isCustom)
            {
                colours.Begin(custom.Keys, level);
            }
            else
            {
                colours.Begin(palette, level);
            }
        }

        Work(slices);
        return isNew;
    }

    private void Work(int slices)
    {
        Palette colours = _canvas.Palette;
        IsWorking = IsWorking || colours.IsBusy;
        HasWorked = false;
        bool isMore = true;
        for (int slice = 0; slice < slices && isMore; slice++)
        {
            isMore = colours.Work(Pattern.UsesGlows);
            HasWorked = HasWorked || isMore;
            IsWorking = isMore;
        }
    }
}
