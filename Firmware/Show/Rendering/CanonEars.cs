using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering;

/// <summary>Hears what was heard some beats ago: a ring of what patterns need of a snapshot, 21 bytes a frame.</summary>
internal sealed class CanonEars
{
    // Two seconds: four beats at 120 a minute, two at 60; a canon is never further behind.
    private const int Frames = 121;
    private const int Record = AudioSnapshot.BandCount + 5;

    // Half a second a beat as long as the tempo is unknown.
    private const int UsualBeatFrames = 30;

    private readonly byte[] _ring = new byte[Frames * Record];
    private int _newest;

    /// <summary>Notes <paramref name="now"/> and writes into <paramref name="then"/> what was heard <paramref name="beats"/> ago.</summary>
    public void Hear(AudioSnapshot now, int beats, AudioSnapshot then)
    {
        byte[] ring = _ring;
        _newest = _newest == Frames - 1 ? 0 : _newest + 1;
        int at = _newest * Record;
        Array.Copy(now.Bands, 0, ring, at, AudioSnapshot.BandCount);
        at += AudioSnapshot.BandCount;
        ring[at] = (byte)now.Level;
        ring[at + 1] = (byte)((now.Onset ? 1 : 0) + (now.Beat ? 2 : 0));
        ring[at + 2] = (byte)now.OnsetStrength;
        ring[at + 3] = (byte)now.BeatPhase;
        ring[at + 4] = (byte)now.Confidence;

        int delay = beats * (now.Bpm10 > 0 ? 36000 / now.Bpm10 : UsualBeatFrames);
        int from = _newest - (delay < Frames ? delay : Frames - 1);
        at = (from < 0 ? from + Frames : from) * Record;
        Array.Copy(ring, at, then.Bands, 0, AudioSnapshot.BandCount);
        Array.Copy(ring, at, then.Peaks, 0, AudioSnapshot.BandCount);
        at += AudioSnapshot.BandCount;
        then.Level = ring[at];
        then.Onset = (ring[at + 1] & 1) != 0;
        then.Beat = (ring[at + 1] & 2) != 0;
        then.OnsetStrength = ring[at + 2];
        then.BeatPhase = ring[at + 3];
        then.Confidence = ring[at + 4];
        then.Bpm10 = now.Bpm10;
    }
}
