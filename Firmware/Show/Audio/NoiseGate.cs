namespace NanoFirmware.Audio;

/// <summary>Keeps the display dark while there is nothing but noise.</summary>
public sealed class NoiseGate
{
    // −66 dBFS in counts²: above a quiet room's hiss at the microphone, below any music worth showing.
    private const float QuietPower = 135f;

    // A noise is learnt until the gate opens at −62 dBFS; louder steady sound is meant to be seen.
    private const float LearntMax = 339f;

    // The gate opens 6 dB above the learnt noise and closes 3 dB lower, or after two seconds below
    // the level at which it opens.
    private const float Margin = 4f;
    private const float Hysteresis = 0.5f;

    // The learnt floor creeps up 2.6 dB/s and drops to any softer moment at half its distance a hop.
    private const float CreepPerHop = 1.01f;

    // Below this floor the gate would not open any earlier; digital zeros must not take it to where no creeping helps.
    private const float LeastFloor = QuietPower / Margin;

    // A fading note is shorter than this between the two levels; a steady noise that the floor has reached stays there.
    private const int HeldHops = 2 * Board.FrameRateHz;

    /// <summary>Mean power of the learnt noise in counts², at least that of a quiet room's hiss.</summary>
    public float FloorPower = LeastFloor;

    private bool _open;
    private int _held;

    /// <summary>True while a hop of this mean power in counts² is more than noise; <paramref name="squelch"/> is a power too.</summary>
    public bool IsOpen(float power, float squelch)
    {
        float floor = FloorPower;
        floor = power < floor ? 0.5f * (floor + power) : floor * CreepPerHop;
        floor = floor > LearntMax / Margin ? LearntMax / Margin : floor;
        FloorPower = floor = floor < LeastFloor ? LeastFloor : floor;

        float threshold = floor * Margin;
        threshold = threshold < squelch ? squelch : threshold;
        threshold = threshold < QuietPower ? QuietPower : threshold;
        if (power > threshold)
        {
            _held = HeldHops;
            _open = true;
            return true;
        }

        _held -= _held > 0 ? 1 : 0;
        _open = _open && _held > 0 && power > threshold * Hysteresis;
        return _open;
    }
}
