using System;

namespace NanoFirmware.Audio;

/// <summary>Recognises a microphone that is wired or set up wrongly, by what it delivers.</summary>
/// <remarks>
/// It looks at 8 frames of every fourth hop, others every time, and judges once in 4 s, so that it costs little and a
/// moment's noise accuses nobody.
/// </remarks>
public sealed class MicrophoneHealth
{
    public const int Unknown = 0;
    public const int Good = 1;
    public const int Dead = 2;
    public const int Stuck = 3;
    public const int Clipping = 4;
    public const int Offset = 5;
    public const int HalfRate = 6;
    public const int Hum = 7;
    public const int OtherSlot = 8;

    private const int SamplesPerHop = 8;
    private const int HopsPerLook = 4;
    private const int LooksPerVerdict = 60;
    private const int BytesPerFrame = SlotFinder.BytesPerFrame;

    // Frames between the samples of one hop; the first one moves on by one frame a look.
    private const int Stride = 32;

    // All 24 bits are looked at. 1 % of the samples at the rails; 6 % of full scale: three times what the datasheet allows (±2
    // %).
    private const int ClippedMax = LooksPerVerdict * SamplesPerHop / 100;
    private const int OffsetMax = 1966 << 8;
    private const int Rail = 32700 << 8;
    private const float FullScale = 8388608f;
    private const int SilentDb10 = -960;

    // Time of 60 × 4 hops of 16.67 ms, and how far from it says that samples are dropped or doubled.
    private const long VerdictUs = 4000000;

    // Hum: nine tenths of all power between 42 and 120 Hz, look after look, and hardly moving.
    private const float HumShare = 0.9f;
    private const int HumLooksMin = LooksPerVerdict * 95 / 100;
    private const float HumPowerMin = 5000f;
    private const float HumMeanRate = 0.08f;

    private static readonly string[] Sentences =
    {
        "listening: the first verdict comes after 4 s",
        "the microphone works",
        "the line is all zero: check the microphone's 3.3 V, ground, and the wire from SD to the data pin",
        "the line is stuck at one value: check the SCK and WS wires, and that SD is not tied to ground or 3.3 V",
        "the sound is clipped: move the microphone away from the speaker or turn the music down",
        "a constant offset of more than 6 %: the data is shifted, check SCK and WS for loose or swapped wires",
        "samples come at the wrong rate: the driver drops or doubles them, use stereo and 32 bits",
        "mostly mains hum: keep the wires short, away from the LED supply, and join the grounds at one point",
        "the sound is in the other slot: tie the microphone's L/R pin to ground",
    };

    private int _hops;
    private int _looks;
    private int _first;
    private int _sum;
    private int _clipped;
    private int _changes;
    private int _others;
    private int _lastRaw;
    private int _peak;
    private int _humLooks;
    private float _humMean;
    private long _startedUs;

    /// <summary>One of the constants above; what the last 4 s were like.</summary>
    public int State;

    /// <summary>
    /// Largest of the samples looked at in the last 4 s, in tenths of a dB below full scale, −960 to 0. One in 128 is looked at:
    /// the true peak of music lies up to some 3 dB higher, that of a steady tone where this says.
    /// </summary>
    public int PeakDb10 = SilentDb10;

    /// <summary>What is wrong and what to do, in one sentence.</summary>
    public string Sentence => Sentences[State];

    /// <summary>The sentence of any of the constants above.</summary>
    public static string SentenceOf(int state) => Sentences[state];

    /// <summary>
    /// Takes the hop that <paramref name="bank"/> has just split; <paramref name="capturedUs"/> is the time of its newest sample.
    /// </summary>
    public void Examine(byte[] hop, int slotOffset, bool swapped, FilterBank bank, long capturedUs)
    {
        _hops++;
        if (_hops < HopsPerLook)
        {
            return;
        }

        _hops = 0;
        if (_looks == 0)
        {
            _startedUs = capturedUs;
        }

        Sample(hop, slotOffset, swapped);
        WatchHum(bank);
        _looks++;
        if (_looks > LooksPerVerdict)
        {
            Judge(capturedUs - _startedUs);
        }
    }

    /// <summary>Begins a new verdict: a microphone was opened, and the time before does not count.</summary>
    public void Restart()
    {
        _hops = 0;
        Forget();
    }

    private void Sample(byte[] hop, int slotOffset, bool swapped)
    {
        int low = slotOffset + (swapped ? 2 : 1);
        int mid = slotOffset + (swapped ? 1 : 2);
        int high = slotOffset + (swapped ? 0 : 3);
        int other = 5 - slotOffset;
        int at = _first * BytesPerFrame;
        _first = (_first + 1) & (Stride - 1);
        int sum = 0;
        int clipped = 0;
        int changes = 0;
        int others = 0;
        int last = _lastRaw;
        int peak = _peak;
        for (int i = 0; i < SamplesPerHop; i++)
        {
            int sample = ((sbyte)hop[at + high] << 16) | (hop[at + mid] << 8) | hop[at + low];
            sum += sample;
            clipped += sample > Rail || sample < -Rail ? 1 : 0;
            changes += sample == last ? 0 : 1;
            others += hop[at + other] == hop[at + other + 1] ? 0 : 1;
            last = sample;
            peak = sample > peak ? sample : peak;
            peak = -sample > peak ? -sample : peak;
            at += Stride * BytesPerFrame;
        }

        _lastRaw = last;
        _peak = peak;
        _sum += sum >> 3;
        _clipped += clipped;
        _changes += changes;
        _others += others;
    }

    private void WatchHum(FilterBank bank)
    {
        float[] energies = bank.Energy;
        float power = bank.TotalPower;
        float low = energies[FilterBank.Octaves - 1] + energies[FilterBank.Octaves - 2];
        float mean = _humMean;
        _humMean = mean + (HumMeanRate * (power - mean));
        if (low > HumShare * power && power > HumPowerMin && power < 2f * mean && power > 0.5f * mean)
        {
            _humLooks++;
        }
    }

    private void Judge(long elapsedUs)
    {
        int offset = _sum / _looks;
        offset = offset < 0 ? -offset : offset;
        State = Good;
        if (_changes <= 1)
        {
            int silent = _lastRaw == 0 ? Dead : Stuck;
            State = _others > LooksPerVerdict ? OtherSlot : silent;
        }
        else if (elapsedUs > 0 && (elapsedUs > VerdictUs * 3 / 2 || elapsedUs < VerdictUs * 2 / 3))
        {
            State = HalfRate;
        }
        else if (_clipped > ClippedMax)
        {
            State = Clipping;
        }
        else if (offset > OffsetMax)
        {
            State = Offset;
        }
        else if (_humLooks > HumLooksMin)
        {
            State = Hum;
        }

        PeakDb10 = _peak == 0 ? SilentDb10 : (int)(200 * Math.Log10(_peak / FullScale));
        Forget();
    }

    private void Forget()
    {
        _looks = 0;
        _peak = 0;
        _sum = 0;
        _clipped = 0;
        _changes = 0;
        _others = 0;
        _humLooks = 0;
    }
}
