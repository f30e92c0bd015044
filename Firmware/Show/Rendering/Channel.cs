using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Leds;

namespace NanoFirmware.Rendering;

/// <summary>
/// One strip and all that belongs to it. A frame goes pattern → palette (gamma, white balance, brightness × master in it) →
/// mirror and reverse (the canvas draws so) → offset → cross-fade → flash guard → power limit → wire.
/// </summary>
internal sealed class Channel
{
    private const int FrameBytes = Board.LedCount * 3;

    // From dark to all that is asked for, so that a supply that was just switched on meets no step of many ampere.
    private const int SoftStartMs = 700;

    private readonly Stage _stage;
    private readonly Strip _strip;
    private readonly int _index;
    private readonly Canvas _canvas;
    private readonly byte[] _frame = new byte[FrameBytes];
    private readonly FrameBlocks _blocks = new FrameBlocks();
    private readonly CrossFade _fade;
    private readonly FrameLimiter _limiter;
    private readonly ChannelChoice _choice;
    private LinkEars _ears;
    private int _paceCarry;
    private int _seenChanges;
    private bool _isStarting;
    private int _softMs;

    /// <param name="name">"a" or "b".</param>
    /// <param name="strip">The strip to drive.</param>
    /// <param name="stage">What it shares with the other.</param>
    public Channel(string name, Strip strip, Stage stage)
    {
        Name = name;
        _strip = strip;
        _stage = stage;
        _index = name == "a" ? 0 : 1;
        FirstLook look = FirstLook.Of(_index);
        Controls = stage.Leader != null
            ? new ChannelControls(stage.Leader.Controls, look)
            : new ChannelControls(
                PatternCatalog.Names, PaletteCatalog.Names(), PatternCatalog.InitialParameters, Board.LedCount, look);

        _canvas = new Canvas(new Palette());
        _fade = new CrossFade(FrameBytes, _blocks);
        _limiter = new FrameLimiter(_index, stage, _blocks, Metrics);
        if (_index == 0)
        {
            stage.Leader = this;
        }

        _choice = new ChannelChoice(this, stage, _canvas);
        Controls.PatternChosen = _choice.Prepare;
    }

    public readonly string Name;

    public readonly ChannelControls Controls;

    /// <summary>The palette that a user may give this channel.</summary>
    public readonly CustomPalette Custom = new CustomPalette();

    public readonly FrameMetrics Metrics = new FrameMetrics();

    /// <summary>Cross-fade of the next change alone, in ms, instead of the control's; below 0 there is none.</summary>
    public int FadeOnceMs = -1;

    /// <summary>What is shown to test the strip, in place of everything else; null for nothing.</summary>
    public StripWalk Walk;

    /// <summary>The strip that it drives.</summary>
    public Strip Strip => _strip;

    /// <summary>What the strip draws by the LEDs' model, in mA.</summary>
    public int Milliamps => _stage.Power.LitMa(Metrics.LitSum) + _stage.Power.IdleMa;

    /// <summary>Lets the light rise over 0.7 s from the next frame on, whatever fade is chosen.</summary>
    public void StartSoftly()
    {
        _isStarting = true;
        _softMs = SoftStartMs;
    }

    /// <summary>Copies the bytes last sent, 3 a pixel in wire order, into <paramref name="grb"/>.</summary>
    public void CopyFrame(byte[] grb) => Array.Copy(_strip.Wire.Bytes, 0, grb, 0, grb.Length);

    /// <summary>Draws one frame and starts its transmission, as soon as the strip is done with the last one.</summary>
    /// <param name="audio">What was heard.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="nowUs">The µs clock at the start of the frame.</param>
    public void RenderFrame(AudioSnapshot audio, int elapsedMs, long nowUs)
    {
        ChannelChoice choice = _choice;
        WireBuffer wire = _strip.Wire;
        bool isNew = choice.Take(_limiter.Cap, _limiter.Slices);
        if (_isStarting)
        {
            // What was dark fades in like any other picture; no time has passed for it yet.
            _isStarting = false;
            isNew = true;
            elapsedMs = 0;
        }

        if (_softMs > 0)
        {
            _softMs = _softMs > elapsedMs ? _softMs - elapsedMs : 0;
        }

        bool follows = choice.Follows;
        if (follows)
        {
            isNew |= _seenChanges != _stage.Changes;
            _seenChanges = _stage.Changes;
        }
        else
        {
            _canvas.AddsUp = false;
            Draw(audio, Pace(elapsedMs, choice.Speed));
            if (_index == 0 && choice.IsLinked)
            {
                Lend();
            }
        }

        if (isNew)
        {
            int fadeMs = choice.FadeMs;
            if (FadeOnceMs >= 0)
            {
                fadeMs = FadeOnceMs;
                FadeOnceMs = -1;
            }

            _limiter.Begin();
            _fade.Begin(wire.Bytes, fadeMs > _softMs ? fadeMs : _softMs);
            _stage.Changes += _index == 0 ? 1 : 0;
        }

        // What was free when the frame began is free now: the clock need not be asked again.
        if (!wire.IsFree(nowUs) && !_strip.WaitUntilFree())
        {
            Metrics.Dropped++;
            return;
        }

        int otherWork = (choice.IsWorking ? 1 : 0) + (_limiter.IsTight ? 1 : 0) + (isNew ? 1 : 0);
        Compose(follows, elapsedMs, otherWork);
        bool isPicture = choice.IsLit && !_fade.IsOn;
        _limiter.Limit(_frame, wire.Bytes, nowUs, choice, isPicture ? KnownSums(follows) : null);
        if (isPicture && _index == 0 && choice.IsLinked)
        {
            _stage.PictureSums[0].Take(_blocks, _limiter.IsTight);
        }

        if (Walk != null && !Walk.Draw(wire.Bytes, nowUs))
        {
            Walk = null;
        }

        Metrics.Sent(nowUs, _strip.Send(), audio.CapturedUs);
    }

    private void Draw(AudioSnapshot audio, int elapsedMs)
    {
        ChannelChoice choice = _choice;
        if (choice.Link == MasterControls.Independent)
        {
            choice.Pattern.Render(audio, elapsedMs, _canvas);
            return;
        }

        _ears = _ears ?? new LinkEars(_index == 1);
        choice.Pattern.Render(_ears.Hear(audio, choice.Link, _stage.Master.Values[MasterControls.CanonIndex]), elapsedMs, _canvas);
    }

    // What B follows: the picture, and what it adds up to. B shows half of it when both continue each other, which nobody else adds up.
    private void Lend()
    {
        Stage stage = _stage;
        stage.PictureSums[0].IsKnown = false;
        stage.PictureSums[1].IsKnown = false;
        stage.Picture = stage.Picture ?? new byte[FrameBytes * 2];
        stage.PictureSum = _choice.BrightestSum;
        stage.PictureLevel = _choice.Level;
        stage.PictureShownLevel = _choice.ShownLevel;
        Array.Copy(_canvas.Grb, 0, stage.Picture, 0, _canvas.Pixels * 3);
        if (_choice.Link == MasterControls.Continued)
        {
            _blocks.Sample(stage.Picture, FrameBytes);
            stage.PictureSums[1].Take(_blocks, false);
        }
    }

    private FrameSums KnownSums(bool follows)
    {
        if (follows)
        {
            return _stage.PictureSums[_choice.Link == MasterControls.Continued ? 1 : 0];
        }

        // The sums of a picture of both strips are not this strip's.
        return _canvas.Pixels == Board.LedCount ? _canvas.AddedUp() : null;
    }

    private void Compose(bool follows, int elapsedMs, int otherWork)
    {
        byte[] frame = _frame;
        if (!_choice.IsLit)
        {
            _fade.Stop();
            Array.Clear(frame, 0, FrameBytes);
            return;
        }

        byte[] picture = follows && _stage.Picture != null ? _stage.Picture : _canvas.Grb;
        int from = picture == _stage.Picture && _choice.Link == MasterControls.Continued ? FrameBytes : 0;
        int turned = _choice.Offset * 3;
        Array.Copy(picture, from, frame, turned, FrameBytes - turned);
        if (turned > 0)
        {
            Array.Copy(picture, from + FrameBytes - turned, frame, 0, turned);
        }

        if (_fade.IsOn)
        {
            _fade.Mix(elapsedMs, otherWork, frame);
        }
    }

    // Speed 128 is natural, 0 a fifth of it and 255 nearly twice: nothing ever stands still for good. What a division leaves
    // over is carried, so that slow things are as slow at 30 frames a second as at 60.
    private int Pace(int elapsedMs, int speed)
    {
        int scaled = (elapsedMs * (speed + 32)) + _paceCarry;
        _paceCarry = scaled % 160;
        return scaled / 160;
    }
}
