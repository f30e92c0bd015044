using System;
using NanoFirmware.Audio;
using NanoFirmware.Storage;

namespace NanoFirmware.Looks;

/// <summary>Plays looks: each for so many seconds, or bars while the music has a tempo.</summary>
internal sealed class Playlist
{
    private const int UsualBarBeats = 4;
    private const int MsPerS = 1000;

    private readonly PresetStore _presets;
    private readonly Random _chance = new Random();
    private bool _isPlaying;
    private int _place;
    private int _played;
    private long _sinceMs;
    private int _sinceBeats;

    /// <param name="controls">What is wanted.</param>
    /// <param name="presets">The looks.</param>
    public Playlist(PlaylistControls controls, PresetStore presets)
    {
        Controls = controls;
        _presets = presets;
    }

    public readonly PlaylistControls Controls;

    /// <summary>The slot that is shown by it; 0 for none.</summary>
    public int Now;

    /// <summary>Looks once.</summary>
    public void Step(AudioSnapshot audio, long nowMs)
    {
        if (!Controls.IsOn)
        {
            _isPlaying = false;
            Now = 0;
            return;
        }

        if (_isPlaying && !IsOver(audio, nowMs))
        {
            return;
        }

        _place = Next(_isPlaying ? _place : -1);
        _isPlaying = true;
        _sinceMs = nowMs;
        _sinceBeats = audio.Beats;
        Now = _place < 0 ? 0 : Controls.SlotAt(_place);
        if (Now > 0)
        {
            _presets.Recall(Now, Controls.FadeMs);
        }
    }

    private bool IsOver(AudioSnapshot audio, long nowMs)
    {
        bool isCounted = Controls.Bars > 0 && audio.Bpm10 > 0;
        int beats = Controls.Bars * (audio.BarBeats > 0 ? audio.BarBeats : UsualBarBeats);
        return isCounted ? audio.Beats - _sinceBeats >= beats : nowMs - _sinceMs >= Controls.Seconds * (long)MsPerS;
    }

    // The place to show after this one: itself when no other has a look, −1 when none has.
    private int Next(int place)
    {
        const int Places = PlaylistControls.Places;
        if (Controls.IsShuffled)
        {
            return NextByChance(place);
        }

        for (int i = 1; i <= Places; i++)
        {
            int next = (place + i) % Places;
            if (HasLook(next))
            {
                return next;
            }
        }

        return -1;
    }

    // One of those that did not come yet in this round; a new round begins with another than the last one of the old.
    private int NextByChance(int place)
    {
        int others = CountLeft(place);
        if (others == 0)
        {
            _played = 0;
            others = CountLeft(place);
        }

        int left = others > 0 ? _chance.Next(others) : -1;
        for (int next = 0; left >= 0; next++)
        {
            if (IsLeft(next, place) && left-- == 0)
            {
                _played |= 1 << next;
                return next;
            }
        }

        return place >= 0 && HasLook(place) ? place : -1;
    }

    private int CountLeft(int place)
    {
        int count = 0;
        for (int i = 0; i < PlaylistControls.Places; i++)
        {
            count += IsLeft(i, place) ? 1 : 0;
        }

        return count;
    }

    private bool IsLeft(int next, int place) => next != place && (_played & (1 << next)) == 0 && HasLook(next);

    private bool HasLook(int place)
    {
        int slot = Controls.SlotAt(place);
        return slot > 0 && _presets.NameOf(slot) != null;
    }
}
