using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// The sound enters at the start of the strip and flows to its end: pitch is the place in the palette, loudness the light.
/// </summary>
public sealed class FlowPattern : Pattern
{
    // 120 pixels a second at natural speed, in 16.16 fixed point of a pixel per ms.
    private const int PixelsPerMs = (120 << 16) / 1000;

    private const int Bands = AudioSnapshot.BandCount;

    // What each pixel was poured from, so that it can be coloured anew when brightness or palette change.
    private readonly byte[] _colours = new byte[Board.LedCount];
    private readonly byte[] _levels = new byte[Board.LedCount];
    private int _travelled;
    private int _version;

    public override string Name => "flow";

    public override string Description => "The sound flows along the strip: pitch as colour, loudness as light";

    public override void Reset()
    {
        Array.Clear(_levels, 0, _levels.Length);
        _travelled = 0;
        _version = -1;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Palette palette, byte[] grb)
    {
        int pixels = grb.Length / 3;
        _travelled += PixelsPerMs * elapsedMs;
        int poured = _travelled >> 16;
        _travelled &= 0xFFFF;
        if (poured > pixels)
        {
            poured = pixels;
        }

        int kept = pixels - poured;
        Array.Copy(_colours, 0, _colours, poured, kept);
        Array.Copy(_levels, 0, _levels, poured, kept);
        Array.Copy(grb, 0, grb, poured * 3, kept * 3);
        Pour(audio, poured);

        bool repaint = _version != palette.Version;
        _version = palette.Version;
        Paint(palette, grb, repaint ? pixels : poured);
    }

    private void Pour(AudioSnapshot audio, int count)
    {
        byte[] bands = audio.Bands;
        int sum = 0;
        int moment = 0;
        for (int band = 0; band < Bands; band++)
        {
            int height = bands[band];
            sum += height;
            moment += height * band;
        }

        byte colour = (byte)(sum == 0 ? 0 : moment * 255 / (sum * (Bands - 1)));
        byte level = (byte)audio.Level;
        for (int i = 0; i < count; i++)
        {
            _colours[i] = colour;
            _levels[i] = level;
        }
    }

    private void Paint(Palette palette, byte[] grb, int count)
    {
        byte[] inks = palette.Grb;
        byte[] colours = _colours;
        byte[] levels = _levels;
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            int ink = colours[i] * 3;
            int level = levels[i] + 1;
            grb[at] = (byte)((inks[ink] * level) >> 8);
            grb[at + 1] = (byte)((inks[ink + 1] * level) >> 8);
            grb[at + 2] = (byte)((inks[ink + 2] * level) >> 8);
            at += 3;
        }
    }
}
