using System;

namespace NanoFirmware.Audio;

/// <summary>Turns hops of samples into 16 bands and a level: filter bank, gate, gain, display.</summary>
public sealed class SpectrumAnalyzer
{
    // Mean square of a full-scale sine.
    private const float FullScalePower = 536870912f;

    // A whole song is about twice its loudest band: shown at half its power, both reach the top.
    private const float LevelShare = 0.5f;

    // Decibels and gain are for people to read, and it is people who ask to learn: seven times a second are enough.
    private const int HopsPerLevel = 8;

    /// <summary>What the user may set; a change is seen in the next hop.</summary>
    public readonly AudioControls Controls = new AudioControls();

    private readonly GainControl _gain = new GainControl();
    private readonly BandDisplay _display = new BandDisplay();
    private int _version = -1;
    private int _learnAsked;
    private int _manualGain;
    private float _squelchPower;
    private int _turn = -1;

    // Hop after hop of silence brings nothing more.
    private bool _isSilent;

    // Whether anything may be left of bands and peaks: what is dark needs no fall.
    private bool _isLit = true;

    /// <summary>The powers behind the bands; what finds onsets listens here, before gate and gain.</summary>
    public readonly FilterBank Bank = new FilterBank();

    /// <summary>What tells sound from noise.</summary>
    public readonly NoiseGate Gate = new NoiseGate();

    /// <summary>What the room sounds like all the time.</summary>
    public readonly SteadyNoise Steady = new SteadyNoise();

    /// <summary>
    /// Analyses one hop: 256 frames of 8 bytes, the sample in the four at <paramref name="slotOffset"/> of each, high byte first
    /// when <paramref name="swapped"/>.
    /// </summary>
    public void Analyze(byte[] hop, int slotOffset, bool swapped, AudioSnapshot snapshot)
    {
        _isSilent = false;
        FilterBank bank = Bank;
        bank.Split(hop, slotOffset, swapped);
        if (Controls.Version != _version)
        {
            ReadControls();
        }

        float power = bank.TotalPower;
        float gain = _gain.Follow(power * LevelShare, _manualGain);
        int turn = _turn = (_turn + 1) & (SteadyNoise.Turns - 1);
        if ((turn & (HopsPerLevel - 1)) == 0)
        {
            LearnIfAsked();
            snapshot.LevelDb10 = DecibelsOf(power);
            snapshot.Gain = GainControl.Shown(gain);
        }

        // The gate still knows of the hop before: whether a note began there.
        SteadyNoise steady = Steady;
        NoiseGate gate = Gate;
        bool isNote = gate.IsNote;
        steady.Follow(bank, isNote, turn);
        if (gate.IsOpen(power, _squelchPower, steady.Power, isNote))
        {
            _isLit = true;
            _display.Show(bank, steady, gain, (power - steady.Power) * LevelShare * gain, snapshot);
        }
        else if (_isLit)
        {
            _isLit = _display.Fall(snapshot);
            snapshot.Level = 0;
        }
    }

    /// <summary>Loudness of the newest hop, in tenths of a dB below full scale.</summary>
    public int LevelDb10 => DecibelsOf(Bank.TotalPower);

    private static int DecibelsOf(float power) => power < 1f ? -960 : (int)(100 * Math.Log10(power / FullScalePower));

    /// <summary>Takes what another device heard, instead of a hop.</summary>
    public void Take(ToldSound sound, AudioSnapshot snapshot)
    {
        _isSilent = false;
        _isLit = true;
        sound.FillEnergies(Bank.Energy);
        _display.Take(sound.Bands, snapshot);
        snapshot.Level = sound.Level;
        snapshot.LevelDb10 = -960;
        Gate.IsShown = sound.Level > 0;
        Gate.IsSquelched = false;
    }

    /// <summary>What one hop of silence sounds like.</summary>
    public void Silence(AudioSnapshot snapshot)
    {
        if (_isSilent)
        {
            return;
        }

        Bank.Clear();
        _isLit = _display.Fall(snapshot);
        _isSilent = !_isLit;
        snapshot.LevelDb10 = -960;
        snapshot.Level = 0;
    }

    private void LearnIfAsked()
    {
        if (Controls.LearnAsked != _learnAsked)
        {
            _learnAsked = Controls.LearnAsked;
            Steady.LearnNow();
        }
    }

    private void ReadControls()
    {
        _version = Controls.Version;
        _manualGain = Controls.Gain;
        _display.Use(Controls.Preset);

        // 1 is −66 dBFS, 255 is −20 dBFS.
        int squelch = Controls.Squelch;
        _squelchPower = squelch == 0 ? 0f : (float)(FullScalePower * Math.Pow(10, -6.6 + (squelch * (4.6 / 255))));
    }
}
