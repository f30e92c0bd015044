namespace NanoFirmware.Audio;

/// <summary>Keeps the display dark while there is nothing but noise.</summary>
public sealed class NoiseGate
{
    // −66 dBFS in counts²: above a quiet room's hiss at the microphone, below any music worth showing.
    private const float QuietPower = 135f;

    // A noise is learnt until the gate stands at −62 dBFS; louder steady sound is meant to be seen.
    private const float LearntMax = 339f;

    // The gate opens 6 dB above the learnt noise and closes 3 dB lower.
    private const float Margin = 4f;
    private const float Hysteresis = 0.5f;

    // The learnt floor creeps up 2.6 dB/s and drops to any softer moment at half its distance a hop.
    private const float CreepPerHop = 1.01f;

    private float _floor = QuietPower / Margin;
    private bool _open;

    /// <summary>True while a hop of this mean power in counts² is more than noise; <paramref name="squelch"/> is a power too.</summary>
    public bool IsOpen(float power, float squelch)
    {
        float floor = _floor;
        floor = power < floor ? 0.5f * (floor + power) : floor * CreepPerHop;
        _floor = floor = floor > LearntMax / Margin ? LearntMax / Margin : floor;

        float threshold = floor * Margin;
        threshold = threshold < squelch ? squelch : threshold;
        threshold = threshold < QuietPower ? QuietPower : threshold;
        _open = power > (_open ? threshold * Hysteresis : threshold);
        return _open;
    }
}
