namespace NanoFirmware.Audio;

/// <summary>Keeps the display dark while there is nothing but noise.</summary>
public sealed class NoiseGate
{
    // −66 dBFS in counts²: above a quiet room's hiss at the microphone. Until the room is learnt nothing softer is shown, and
    // nothing below −80 dBFS ever.
    private const float QuietPower = 135f;
    private const float SoftestPower = 5.37f;
    private const int LearningHops = 10 * Board.FrameRateHz;

    // A noise is learnt at once until the gate opens at −62 dBFS; what is louder is the steady noise's to learn.
    private const float LearntMax = 339f;

    // The gate opens 6 dB above the learnt noise and closes 3 dB lower, or after two seconds below
    // the level at which it opens.
    private const float Margin = 4f;
    private const float Hysteresis = 0.5f;

    // The learnt floor creeps up 2.6 dB/s, 0.03 dB/s within 3 s after an onset: what is soft in music is no noise. It drops
    // to any softer moment at half its distance a hop, and 1.5 dB with every onset: dense music has no softer moments.
    private const float CreepPerHop = 1.01f;
    private const float CreepInMusic = 1.0001f;
    private const float DropPerOnset = 0.7f;
    private const int MusicHops = 3 * Board.FrameRateHz;

    // Digital zeros must not take it to where no creeping helps; and so no threshold is below the softest power.
    private const float LeastFloor = SoftestPower / Margin;

    // A fading note is shorter than this between the two levels; a steady noise that the floor has reached stays there.
    private const int HeldHops = 2 * Board.FrameRateHz;

    /// <summary>Mean power of the learnt noise in counts².</summary>
    public float FloorPower = QuietPower / Margin;

    /// <summary>Whether the last hop was more than noise.</summary>
    public bool IsShown;

    /// <summary>Whether a note began in the last hop, shown or not.</summary>
    public bool IsNote;

    /// <summary>True while it is the user's squelch that keeps the gate shut.</summary>
    public bool IsSquelched;

    private int _held;
    private int _learning = LearningHops;
    private int _music;

    /// <summary>True while a hop of this mean power in counts² is more than noise.</summary>
    /// <param name="power">The hop's.</param>
    /// <param name="squelch">What the user wants to be exceeded.</param>
    /// <param name="steady">The room's steady noise.</param>
    /// <param name="isOnset">Whether a note began.</param>
    public bool IsOpen(float power, float squelch, float steady, bool isOnset)
    {
        int music = isOnset ? MusicHops + 1 : _music;
        if (music > 0)
        {
            _music = --music;
        }

        float floor = FloorPower;
        if (power < floor)
        {
            floor = 0.5f * (floor + power);
        }
        else
        {
            floor *= music > 0 ? CreepInMusic : CreepPerHop;
        }

        if (isOnset)
        {
            floor *= DropPerOnset;
        }

        if (floor > LearntMax / Margin)
        {
            floor = LearntMax / Margin;
        }
        else if (floor < LeastFloor)
        {
            floor = LeastFloor;
        }

        FloorPower = floor;
        float threshold = Margin * (floor > steady ? floor : steady);
        if (_learning > 0 && --_learning > 0 && threshold < QuietPower)
        {
            threshold = QuietPower;
        }

        if (threshold < squelch)
        {
            threshold = squelch;
        }

        if (power > threshold)
        {
            _held = HeldHops;
            IsSquelched = false;
            IsShown = true;
            return true;
        }

        return IsHeld(power, threshold, squelch);
    }

    // Whether what is softer than the threshold is still shown.
    private bool IsHeld(float power, float threshold, float squelch)
    {
        _held -= _held > 0 ? 1 : 0;
        bool isShown = IsShown && _held > 0 && power > threshold * Hysteresis;
        IsSquelched = !isShown && threshold <= squelch;
        IsShown = isShown;
        return isShown;
    }
}
