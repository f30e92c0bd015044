using System;

namespace NanoFirmware.Audio;

/// <summary>
/// What the ears heard in one hop of 256 samples: all that a pattern may know of the sound.
/// Fields, not properties: a property read costs three times a field's on the interpreter, and patterns read many.
/// </summary>
public sealed class AudioSnapshot
{
    /// <summary>Number of bands, logarithmic from about 45 Hz to 7 kHz.</summary>
    public const int BandCount = 16;

    /// <summary>16 band levels, 0–255, after gate and gain.</summary>
    public readonly byte[] Bands = new byte[BandCount];

    /// <summary>16 band peaks, 0–255: up at once, down slowly.</summary>
    public readonly byte[] Peaks = new byte[BandCount];

    /// <summary>Loudness after gate and gain, 0–255.</summary>
    public int Level;

    /// <summary>Loudness at the microphone in tenths of a dB below full scale, −960 to 0.</summary>
    public int LevelDb10 = -960;

    /// <summary>
    /// Largest samples of the last seconds at the microphone, in tenths of a dB below full scale, −960 to 0; see <see
    /// cref="MicrophoneHealth.PeakDb10"/>.
    /// </summary>
    public int PeakDb10 = -960;

    /// <summary>True in the one hop in which a note or a drum began.</summary>
    public bool Onset;

    /// <summary>Onsets since the start; a reader that missed a hop sees by it that there was one.</summary>
    public int Onsets;

    /// <summary>How far the newest onset stood out, and how loud it was beside others, 1–255; 0 before the first one.</summary>
    public int OnsetStrength;

    /// <summary>What the newest onset sounds like.</summary>
    public OnsetKind OnsetKind;

    /// <summary>True in the one hop that the beat clock calls a beat.</summary>
    public bool Beat;

    /// <summary>Beats since the start, counted like <see cref="Onsets"/>.</summary>
    public int Beats;

    /// <summary>Position between two beats, 0–255.</summary>
    public int BeatPhase;

    /// <summary>Tempo in tenths of a beat per minute, 500–2150; 0 while unknown.</summary>
    public int Bpm10;

    /// <summary>
    /// How sure the beat clock is, 0–255. Patterns trust <see cref="Beat"/> from 128 on and follow onsets below.
    /// </summary>
    public int Confidence;

    /// <summary>Beat of the bar, 0 being the first; −1 while unknown.</summary>
    public int Bar = -1;

    /// <summary>Beats of a bar, 3 or 4; 0 while unknown.</summary>
    public int BarBeats;

    /// <summary>How sure <see cref="Bar"/> is, 0–255; it is told from 128 on.</summary>
    public int BarConfidence;

    /// <summary>Gain in force, 8.8 fixed point: 256 is 1.</summary>
    public int Gain = 256;

    /// <summary>Number of this hop since the start, one more each 1/60 s.</summary>
    public int Sequence;

    /// <summary>Time of the newest sample on the board's µs clock.</summary>
    public long CapturedUs;

    /// <summary>Takes over every value of <paramref name="other"/>.</summary>
    public void CopyFrom(AudioSnapshot other)
    {
        Array.Copy(other.Bands, 0, Bands, 0, BandCount);
        Array.Copy(other.Peaks, 0, Peaks, 0, BandCount);
        Level = other.Level;
        LevelDb10 = other.LevelDb10;
        PeakDb10 = other.PeakDb10;
        Onset = other.Onset;
        Onsets = other.Onsets;
        OnsetStrength = other.OnsetStrength;
        OnsetKind = other.OnsetKind;
        Beat = other.Beat;
        Beats = other.Beats;
        BeatPhase = other.BeatPhase;
        Bpm10 = other.Bpm10;
        Confidence = other.Confidence;
        Bar = other.Bar;
        BarBeats = other.BarBeats;
        BarConfidence = other.BarConfidence;
        Gain = other.Gain;
        Sequence = other.Sequence;
        CapturedUs = other.CapturedUs;
    }
}
