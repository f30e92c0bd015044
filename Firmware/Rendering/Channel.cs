using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Leds;

namespace NanoFirmware.Rendering;

/// <summary>
/// One strip and all that belongs to it. A frame goes pattern → palette (gamma, brightness × master in it) → mirror →
/// wire buffer, and shares nothing with the other channel but the master's two ints.
/// </summary>
internal sealed class Channel
{
    private readonly MasterControls _master;
    private readonly Strip _strip;
    private readonly Pattern[] _patterns = PatternCatalog.Create();
    private readonly Palette _palette = new Palette();
    private readonly byte[] _full = new byte[Board.LedCount * 3];
    private readonly byte[] _half = new byte[(Board.LedCount + 1) / 2 * 3];

    private int _pattern = -1;
    private int _paletteIndex = -1;
    private int _level = -1;
    private bool _mirror;

    /// <param name="name">"a" or "b".</param>
    /// <param name="strip">The strip to drive.</param>
    /// <param name="master">What acts on both channels.</param>
    public Channel(string name, Strip strip, MasterControls master)
    {
        Name = name;
        _strip = strip;
        _master = master;
        Controls = new ChannelControls(PatternCatalog.Names, PaletteCatalog.Names);
    }

    public readonly string Name;

    public readonly ChannelControls Controls;

    public readonly FrameMetrics Metrics = new FrameMetrics();

    /// <summary>Copies the bytes last sent, 3 a pixel in wire order, into <paramref name="grb"/>.</summary>
    public void CopyFrame(byte[] grb) => Array.Copy(_strip.Wire.Bytes, 0, grb, 0, grb.Length);

    /// <summary>Draws one frame and starts its transmission, as soon as the strip is done with the last one.</summary>
    /// <param name="audio">What was heard.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="nowUs">The µs clock at the start of the frame.</param>
    public void RenderFrame(AudioSnapshot audio, int elapsedMs, long nowUs)
    {
        int[] values = Controls.Values;
        bool lit = values[ChannelControls.EnabledIndex] != 0 && _master.Power;
        Choose(values);

        byte[] canvas = _mirror ? _half : _full;
        int speed = values[ChannelControls.SpeedIndex];
        _patterns[_pattern].Render(audio, Pace(elapsedMs, speed), _palette, canvas);

        if (!_strip.WaitUntilFree())
        {
            Metrics.Dropped++;
            return;
        }

        Compose(canvas, lit, _strip.Wire.Bytes);
        Metrics.Sent(nowUs, _strip.Send(), audio.CapturedUs);
    }

    // Controls take effect here, at a frame's boundary, and cost something only when they changed.
    private void Choose(int[] values)
    {
        bool mirror = values[ChannelControls.MirrorIndex] != 0;
        int pattern = values[ChannelControls.PatternIndex];
        if (pattern != _pattern || mirror != _mirror)
        {
            _pattern = pattern;
            _mirror = mirror;
            Array.Clear(_full, 0, _full.Length);
            Array.Clear(_half, 0, _half.Length);
            _patterns[pattern].Reset();
        }

        int palette = values[ChannelControls.PaletteIndex];
        int level = values[ChannelControls.BrightnessIndex] * _master.Brightness / 255;
        if (palette != _paletteIndex || level != _level)
        {
            _paletteIndex = palette;
            _level = level;
            _palette.Load(PaletteCatalog.Colours(palette), level);
        }
    }

    private void Compose(byte[] canvas, bool lit, byte[] wire)
    {
        if (!lit)
        {
            Array.Clear(wire, 0, wire.Length);
        }
        else if (_mirror)
        {
            Mirror.FromMiddle(canvas, wire);
        }
        else
        {
            Array.Copy(canvas, 0, wire, 0, wire.Length);
        }
    }

    // Speed 128 is natural, 0 a fifth of it and 255 nearly twice: nothing ever stands still for good.
    private static int Pace(int elapsedMs, int speed) => elapsedMs * (speed + 32) / 160;
}
