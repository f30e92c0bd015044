using System;

namespace NanoFirmware.Audio;

/// <summary>Turns hops of samples into 16 bands and a level: filter bank, gate, gain, display.</summary>
public sealed class SpectrumAnalyzer
{
    // Mean square of a full-scale sine.
    private const float FullScalePower = 536870912f;

    // A whole song is about twice its loudest band: shown at half its power, both reach the top.
    private const float LevelShare = 0.5f;

    /// <summary>What the user may set; read once a hop.</summary>
    public readonly AudioControls Controls = new AudioControls();

    private readonly NoiseGate _gate = new NoiseGate();
    private readonly GainControl _gain = new GainControl();
    private readonly BandDisplay _display = new BandDisplay();
    private int _preset;
    private int _squelch;
    private float _squelchPower;

    /// <summary>The powers behind the bands; what finds onsets listens here, before gate and gain.</summary>
    public readonly FilterBank Bank = new FilterBank();

    /// <summary>Analyses one hop: 256 frames of 4 bytes, the sample at <paramref name="slotOffset"/> of each, high byte first when <paramref name="swapped"/>.</summary>
    public void Analyze(byte[] hop, int slotOffset, bool swapped, AudioSnapshot snapshot)
    {
        FilterBank bank = Bank;
        bank.Split(hop, slotOffset, swapped);
        ReadControls();

        float power = bank.TotalPower;
        snapshot.LevelDb10 = power < 1f ? -960 : (int)(100 * Math.Log10(power / FullScalePower));
        float gain = _gain.Follow(power * LevelShare, Controls.Gain);
        snapshot.Gain = _gain.Shown(gain);
        if (_gate.IsOpen(power, _squelchPower))
        {
            _display.Show(bank, gain, snapshot);
            snapshot.Level = _display.Height(power * LevelShare * gain);
        }
        else
        {
            _display.Fall(snapshot);
            snapshot.Level = 0;
        }
    }

    /// <summary>What one hop of silence sounds like.</summary>
    public void Silence(AudioSnapshot snapshot)
    {
        Bank.Clear();
        _display.Fall(snapshot);
        snapshot.LevelDb10 = -960;
        snapshot.Level = 0;
    }

    private void ReadControls()
    {
        int preset = Controls.Preset, squelch = Controls.Squelch;
        if (preset != _preset)
        {
            _preset = preset;
            _display.Use(preset);
        }

        if (squelch != _squelch)
        {
            // 1 is −66 dBFS, 255 is −20 dBFS.
            _squelch = squelch;
            _squelchPower = squelch == 0 ? 0f : (float)(FullScalePower * Math.Pow(10, -6.6 + (squelch * (4.6 / 255))));
        }
    }
}
