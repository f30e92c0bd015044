using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Jam;

/// <summary>Hits and notes on one strip: each becomes a mark over whatever pattern is there.</summary>
internal sealed class JamLights
{
    // All tracks at once, and as many notes.
    private const int Most = 16;

    // The lowest key of a piano, and how many it has.
    private const int LowestKey = 21;
    private const int Keys = 88;

    // Where each track's drum lies on a keyboard, by General MIDI: kick, snare, clap, hi-hat, perc, tom, crash, ride.
    private static readonly byte[] DrumNotes = { 36, 38, 39, 42, 56, 47, 49, 51 };

    private readonly Marks _marks;
    private readonly int _leds;

    // Where each track's zone begins, and the last one ends.
    private readonly int[] _zones = new int[JamState.Tracks + 1];
    private readonly int[][] _waiting = new int[Most][];
    private int _count;

    /// <param name="channel">Whose strip.</param>
    public JamLights(Channel channel)
    {
        _marks = channel.MakeOver().MakeMarks();
        _leds = channel.Output.Strip.Leds;
        for (int track = 0; track <= JamState.Tracks; track++)
        {
            _zones[track] = track * _leds / JamState.Tracks;
        }

        for (int i = 0; i < Most; i++)
        {
            _waiting[i] = new MarkControls(_leds).Values;
        }
    }

    /// <summary>A track sounds.</summary>
    /// <param name="track">Which.</param>
    /// <param name="colour">Red, green, blue.</param>
    /// <param name="level">1–255.</param>
    /// <param name="controls">Values of <see cref="JamControls"/>.</param>
    /// <param name="place">Where on the strip.</param>
    public void Hit(int track, int colour, int level, int[] controls, int place)
    {
        if (place == JamControls.Notes)
        {
            PlayNote(DrumNotes[track], colour, level, controls, place);
            return;
        }

        bool isZone = place == JamControls.Zones;
        int from = isZone ? _zones[track] : 0;
        Put(from, isZone ? _zones[track + 1] - from : _leds, colour, level, controls);
    }

    /// <summary>A note sounds: it has no track, so that where those have zones it lies among them by its pitch.</summary>
    public void PlayNote(int note, int colour, int level, int[] controls, int place)
    {
        int key = note < LowestKey ? 0 : note - LowestKey;
        key = key >= Keys ? Keys - 1 : key;
        int from = place == JamControls.Strip ? 0 : key * _leds / Keys;
        int end = place == JamControls.Strip ? _leds : (key + 1) * _leds / Keys;
        Put(from, end - from, colour, level, controls);
    }

    /// <summary>Shows them in the next frame, all of them in one.</summary>
    public void Show()
    {
        if (_count > 0)
        {
            _marks.TryTell(_waiting, _count);
            _count = 0;
        }
    }

    private void Put(int from, int count, int colour, int level, int[] controls)
    {
        if (_count == Most)
        {
            return;
        }

        int[] mark = _waiting[_count];
        mark[MarkControls.FromIndex] = from < _leds ? from : _leds - 1;
        mark[MarkControls.CountIndex] = count > 0 ? count : 1;
        mark[MarkControls.ColourIndex] = colour;
        mark[MarkControls.BlendIndex] = controls[JamControls.BlendIndex];
        mark[MarkControls.LevelIndex] = level;
        mark[MarkControls.DecayIndex] = controls[JamControls.DecayIndex];
        _count++;
    }
}
