using System;

namespace NanoFirmware.Rendering;

/// <content>Glows: what soft lights and tails are copied from, kept up while a pattern needs them.</content>
public sealed partial class Palette
{
    /// <summary>Colours that have a glow.</summary>
    public const int GlowColours = 16;

    /// <summary>Pixels from a glow's rim to its middle.</summary>
    public const int GlowRadius = 16;

    private const int GlowsPerSlice = 2;

    private readonly int[] _glowLevels = new int[GlowRadius];
    private int _glow = GlowColours;
    private int _floor;
    private bool _glowsAreOld = true;
    private bool _keepsGlows;

    /// <summary>
    /// For every sixteenth colour 2 × <see cref="GlowRadius"/> pixels, from dark to full and back; complete only while they are
    /// needed, and null before anything needed them.
    /// </summary>
    public byte[] Glows;

    /// <summary>True while <see cref="Glows"/> may be as bright as an older wheel was.</summary>
    public bool IsMixed => _keepsGlows && (_glowsAreOld || _glow < GlowColours);

    /// <summary>
    /// Makes room for <see cref="Glows"/>, once for life, on the thread that chooses a pattern which needs them: no frame has to.
    /// </summary>
    public void MakeGlows()
    {
        lock (_given)
        {
            Glows = Glows ?? new byte[GlowColours * GlowRadius * 2 * 3];
        }
    }

    /// <summary>Lets no pixel of <see cref="Glows"/> be darker than a level, from the next <see cref="Work"/> on.</summary>
    /// <param name="level">To the eye, 0–255.</param>
    public void KeepAbove(int level)
    {
        _glowsAreOld = _glowsAreOld || level != _floor;
        _floor = level;
    }

    private void MakeGlowLevels()
    {
        int least = _floor > 0 ? Scale(_floor) : 0;
        for (int i = 0; i < GlowRadius; i++)
        {
            // Light as the square of the place: to the eye it falls evenly.
            int level = (i + 1) * (i + 1) * 256 / (GlowRadius * GlowRadius);
            _glowLevels[i] = level > least ? level : least;
        }
    }

    /// <summary>Whether <see cref="Glows"/> are to be kept up, from now on.</summary>
    public void KeepGlows(bool isNeeded)
    {
        if (isNeeded && !_keepsGlows && _glowsAreOld)
        {
            // Made for a brightness of who knows when: dark until they are made anew.
            Array.Clear(Glows, 0, Glows.Length);
        }

        _keepsGlows = isNeeded;
    }

    private void WorkOnGlows()
    {
        for (int i = 0; i < GlowsPerSlice && _glow < GlowColours; i++)
        {
            FillGlow(_glow);
            _glow++;
        }
    }

    private void FillGlow(int glow)
    {
        byte[] glows = Glows;
        int[] levels = _glowLevels;
        int colour = glow * (Size / GlowColours) * 3;
        int green = Wheel[colour];
        int red = Wheel[colour + 1];
        int blue = Wheel[colour + 2];
        int at = glow * GlowRadius * 2 * 3;
        int back = at + (((GlowRadius * 2) - 1) * 3);
        for (int i = 0; i < GlowRadius; i++)
        {
            int level = levels[i];
            glows[at] = glows[back] = (byte)((green * level) >> 8);
            glows[at + 1] = glows[back + 1] = (byte)((red * level) >> 8);
            glows[at + 2] = glows[back + 2] = (byte)((blue * level) >> 8);
            at += 3;
            back -= 3;
        }
    }
}
