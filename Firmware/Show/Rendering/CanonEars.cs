using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering;

/// <summary>Hears what was heard some beats ago: a ring of what patterns need of a snapshot, 21 bytes a frame.</summary>
internal sealed class CanonEars
{
    // Two seconds: four beats at 120 a minute, two at 60; a canon is never further behind.
    private const int Frames = 121;
    private const int Record = AudioSnapshot.BandCount + 5;
    private const int OnsetFlag = 1;
    private const int BeatFlag = 2;

    // What the onset is takes two bits above the flags, the beat of the bar and one, which is never more than 4, the next three.
    private const int KindShift = 2;
    private const int KindMask = 3;
    private const int BarShift = 4;

    // Half a second a beat as long as the tempo is unknown.
    private const int UsualBeatFrames = 30;

    private readonly byte[] _ring = new byte[Frames * Record];
    private int _newest;
    private int _sequence;
    private int _told;

    /// <summary>
    /// Notes <paramref name="now"/> and writes into <paramref name="then"/> what was heard <paramref name="beats"/> ago.
    /// </summary>
    public void Hear(AudioSnapshot now, int beats, AudioSnapshot then)
    {
        int hops = now.Sequence - _sequence;
        _sequence = now.Sequence;
        if (hops < 0 || hops >= Frames)
        {
            // Too long ago to be heard again.
            Array.Clear(_ring, 0, _ring.Length);
            _told = Frames;
            hops = 1;
        }

        for (int left = hops - 1; left >= 0; left--)
        {
            Note(now, left == 0);
        }

        int delay = beats * (now.Bpm10 > 0 ? 36000 / now.Bpm10 : UsualBeatFrames);
        delay = delay < Frames ? delay : Frames - 1;
        Recall(delay, then);
        Tell(hops, delay, then);
        then.Bpm10 = now.Bpm10;
        then.BarBeats = now.BarBeats;
        then.BarConfidence = now.BarConfidence;
    }

    // A hop that nobody drew sounded as the next one did, but what began is told of once.
    private void Note(AudioSnapshot now, bool isNewest)
    {
        byte[] ring = _ring;
        _newest = _newest == Frames - 1 ? 0 : _newest + 1;
        int at = _newest * Record;
        Array.Copy(now.Bands, 0, ring, at, AudioSnapshot.BandCount);
        at += AudioSnapshot.BandCount;
        ring[at] = (byte)now.Level;
        int flags = (now.Onset ? OnsetFlag : 0) + (now.Beat ? BeatFlag : 0);
        ring[at + 1] = (byte)((isNewest ? flags : 0) | ((int)now.OnsetKind << KindShift) | ((now.Bar + 1) << BarShift));
        ring[at + 2] = (byte)now.OnsetStrength;
        ring[at + 3] = (byte)now.BeatPhase;
        ring[at + 4] = (byte)now.Confidence;
    }

    private void Recall(int delay, AudioSnapshot then)
    {
        byte[] ring = _ring;
        int at = RecordOf(delay);
        Array.Copy(ring, at, then.Bands, 0, AudioSnapshot.BandCount);
        Array.Copy(ring, at, then.Peaks, 0, AudioSnapshot.BandCount);
        at += AudioSnapshot.BandCount;
        then.Level = ring[at];
        then.Bar = (ring[at + 1] >> BarShift) - 1;
        then.BeatPhase = ring[at + 3];
        then.Confidence = ring[at + 4];
    }

    // All that began since the hop told of last, up to the one that is heard now: a delay that changes with the tempo neither
    // tells of a beat twice nor leaves one out.
    private void Tell(int hops, int delay, AudioSnapshot then)
    {
        byte[] ring = _ring;
        int flags = 0;
        int first = _told + hops - 1;
        first = first < Frames ? first : Frames - 1;
        for (int ago = first; ago >= delay; ago--)
        {
            int at = RecordOf(ago) + AudioSnapshot.BandCount;
            flags |= ring[at + 1];
            if ((ring[at + 1] & OnsetFlag) != 0)
            {
                then.OnsetStrength = ring[at + 2];
                then.OnsetKind = (OnsetKind)((ring[at + 1] >> KindShift) & KindMask);
            }
        }

        _told = first < delay ? first + 1 : delay;
        then.Onset = (flags & OnsetFlag) != 0;
        then.Beat = (flags & BeatFlag) != 0;
    }

    private int RecordOf(int ago) => (ago <= _newest ? _newest - ago : _newest - ago + Frames) * Record;
}
