using NanoFirmware.Audio;

namespace NanoFirmware.Bench.Patterns;

/// <summary>
/// A song as the ears would hear it, made up from a seed and not heard: pictures drawn from it change when a pattern changes and
/// not when the ears learn something. 112 beats a minute: kick, snare, hats, a bass line and a melody; two bars before the beat
/// is trusted, a breakdown in the middle, silence at the end.
/// </summary>
public sealed class SnapshotScore
{
    /// <summary>Frames of the song: ten seconds.</summary>
    public const int Frames = 600;

    private const int Bpm = 112;
    private const double FramesPerBeat = 3600.0 / Bpm;
    private const int TrustedFrom = 150;
    private const int BreakFrom = 300;
    private const int BreakTo = 390;
    private const int SilentFrom = 540;
    private const int Bands = AudioSnapshot.BandCount;

    private static readonly int[] Melody = [6, 8, 9, 8, 11, 9, 8, 6, 7, 9, 10, 12, 10, 9, 7, 5];
    private static readonly int[] BassLine = [1, 1, 2, 1, 3, 3, 2, 1];

    private readonly double[] _bands = new double[Bands];
    private uint _noise;

    public SnapshotScore(uint seed = 5) => _noise = seed;

    /// <summary>What is heard, frame by frame; the same object each time.</summary>
    public IEnumerable<AudioSnapshot> Play()
    {
        var heard = new AudioSnapshot();
        for (int frame = 0; frame < Frames; frame++)
        {
            Sound(frame, heard);
            yield return heard;
        }
    }

    private void Sound(int frame, AudioSnapshot heard)
    {
        int eighth = Step(frame, FramesPerBeat / 2);
        bool isEighth = eighth != Step(frame - 1, FramesPerBeat / 2) && frame < SilentFrom;
        bool isBeat = isEighth && eighth % 2 == 0;
        bool isBreak = frame is >= BreakFrom and < BreakTo;
        heard.Onset = false;
        heard.OnsetStrength = 0;
        for (int band = 0; band < Bands; band++)
        {
            // A tone dies away in a third of a second, the lower the slower.
            _bands[band] *= 0.86 + (0.004 * (Bands - band));
        }

        if (isEighth)
        {
            Strike(eighth, isBreak, heard);
        }

        heard.Beat = isBeat;
        heard.Beats += isBeat ? 1 : 0;
        heard.Confidence = frame >= TrustedFrom && frame < SilentFrom ? 220 : 40;
        heard.Bpm10 = frame >= TrustedFrom ? Bpm * 10 : 0;
        heard.BeatPhase = (int)(frame % FramesPerBeat * 255 / FramesPerBeat);
        heard.Bar = frame >= TrustedFrom ? eighth / 2 % 4 : -1;
        heard.Sequence++;
        Finish(frame, heard);
    }

    private void Strike(int eighth, bool isBreak, AudioSnapshot heard)
    {
        bool isOn = eighth % 2 == 0;
        Hit(Melody[eighth % Melody.Length], isBreak ? 210 : 180, 1);
        if (!isBreak)
        {
            Hit(BassLine[eighth / 2 % BassLine.Length], 190, 1);
            Hit(13, isOn ? 90 : 170, 2);
            if (isOn)
            {
                Hit(eighth / 2 % 2 == 0 ? 0 : 5, 250, 2);
            }
        }

        bool isOnset = isOn || isBreak || Noise(3) == 0;
        heard.Onset = isOnset;
        heard.Onsets += isOnset ? 1 : 0;
        int strength = isOn ? 170 : 70;
        heard.OnsetStrength = isOnset ? strength + Noise(60) : 0;
    }

    private void Hit(int band, int level, int spread)
    {
        for (int near = Math.Max(0, band - spread); near <= Math.Min(Bands - 1, band + spread); near++)
        {
            _bands[near] = Math.Max(_bands[near], level - (45 * Math.Abs(near - band)) - Noise(12));
        }
    }

    private void Finish(int frame, AudioSnapshot heard)
    {
        double power = 0;
        for (int band = 0; band < Bands; band++)
        {
            int level = frame < SilentFrom ? Math.Clamp((int)_bands[band], 0, 255) : 0;
            heard.Bands[band] = (byte)level;
            heard.Peaks[band] = (byte)Math.Max(level, heard.Peaks[band] - 2);
            power += Math.Pow(level / 255.0, 4);
        }

        heard.Level = (int)(255 * Math.Pow(Math.Min(1, power / 2), 0.25));
        heard.LevelDb10 = frame < SilentFrom ? -300 : -960;
    }

    private static int Step(int frame, double length) => (int)Math.Floor(frame / length);

    private int Noise(int below)
    {
        _noise = (_noise * 1664525) + 1013904223;
        return (int)((_noise >> 16) * (uint)below >> 16);
    }
}
