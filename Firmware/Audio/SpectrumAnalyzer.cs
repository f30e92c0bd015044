using System;

namespace NanoFirmware.Audio;

/// <summary>Turns hops of samples into 16 bands and a level.</summary>
public sealed class SpectrumAnalyzer
{
    // Full scale of a band after gain: 65536 in power, 255 as a byte, which is its fourth root.
    private const float Full = 65536f;

    // −66 dBFS: above the microphone's own noise, below any music worth showing.
    private const float SilencePower = 130f;

    // The loudest band falls by 1/e in 4 s: the gain follows a song, not its beats.
    private const float LoudestKeep = 0.9958f;

    private static readonly byte[] Root = MakeRoot();

    private readonly AudioControls _controls;
    private readonly FilterBank _bank = new FilterBank();
    private float _loudest = 1f;

    public SpectrumAnalyzer()
        : this(new AudioControls())
    {
    }

    public SpectrumAnalyzer(AudioControls controls) => _controls = controls;

    /// <summary>Analyses one hop: 256 frames of 4 bytes, the sample at <paramref name="slotOffset"/> of each, high byte first when <paramref name="swapped"/>.</summary>
    public void Analyze(byte[] hop, int slotOffset, bool swapped, AudioSnapshot snapshot)
    {
        _bank.Split(hop, slotOffset, swapped);
        float total = _bank.TotalPower;
        snapshot.LevelDb10 = total < 1f ? -960 : (int)(100.0 * Math.Log10(total / 536870912.0));
        if (total < SilencePower)
        {
            Fade(snapshot);
            return;
        }

        Show(snapshot, Gain());
    }

    /// <summary>What one hop of silence sounds like.</summary>
    public void Silence(AudioSnapshot snapshot)
    {
        snapshot.LevelDb10 = -960;
        Fade(snapshot);
    }

    private float Gain()
    {
        float[] power = _bank.BandPower;
        float loudest = _loudest * LoudestKeep;
        for (int band = 0; band < power.Length; band++)
        {
            loudest = Math.Max(loudest, power[band]);
        }

        _loudest = loudest;
        return _controls.Gain == 0 ? Full / loudest : _controls.Gain / 256f * (_controls.Gain / 256f) / 16f;
    }

    private void Show(AudioSnapshot snapshot, float gain)
    {
        float[] power = _bank.BandPower;
        byte[] bands = snapshot.Bands, peaks = snapshot.Peaks;
        for (int band = 0; band < power.Length; band++)
        {
            int value = Scale(power[band] * gain);
            bands[band] = (byte)value;
            int peak = peaks[band] - 2;
            peaks[band] = (byte)(value > peak ? value : peak);
        }

        snapshot.Level = Scale(_bank.TotalPower * gain * 0.5f);
        snapshot.Gain = (int)(256 * 4 * Math.Sqrt(gain));
    }

    private static void Fade(AudioSnapshot snapshot)
    {
        Array.Clear(snapshot.Bands, 0, AudioSnapshot.BandCount);
        byte[] peaks = snapshot.Peaks;
        for (int band = 0; band < peaks.Length; band++)
        {
            peaks[band] = (byte)(peaks[band] > 2 ? peaks[band] - 2 : 0);
        }

        snapshot.Level = 0;
    }

    private static int Scale(float power) =>
        power >= Full - 256f ? 255 : power < 1024f ? Root[(int)power >> 2] : Root[256 + ((int)power >> 8)];

    private static byte[] MakeRoot()
    {
        byte[] root = new byte[512];
        for (int i = 0; i < 256; i++)
        {
            root[i] = (byte)(255 * Math.Sqrt(Math.Sqrt(i * 4 / (double)Full)));
            root[256 + i] = (byte)(255 * Math.Sqrt(Math.Sqrt(i * 256 / (double)Full)));
        }

        return root;
    }
}
