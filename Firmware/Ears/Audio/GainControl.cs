using System;

namespace NanoFirmware.Audio;

/// <summary>Chooses the gain that lets the loud moments of the last seconds fill the display, and no more for silence.</summary>
/// <remarks>
/// It follows an envelope of the power, between a floor and full scale, so that it is always on its way to the present
/// signal: no input can hold it anywhere.
/// </remarks>
public sealed class GainControl
{
    /// <summary>Power after gain that fills the display.</summary>
    public const float Full = 65536f;

    // Full-scale sine (2^29 counts²) at gain 1 fills the display.
    private const float UnityGain = Full / 536870912f;

    // The envelope takes half of a rise per hop: 24 ms to 1/e.
    private const float Attack = 0.5f;

    // … and falls 4 dB/s; after 1 s without a moment within 12 dB of it, 20 dB/s: the song has changed, not paused.
    private const float ReleasePerHop = 0.98477f;
    private const float FastReleasePerHop = 0.92612f;
    private const float NearEnvelope = 0.0631f;
    private const int PatienceHops = 60;

    // A rise of 6 dB at once is forgotten if it is over within half a second, by 3 dB above what was before: a clap, a cough.
    // A second one within four seconds is music.
    private const float Jump = 4f;
    private const float Over = 2f;
    private const int OverHops = 30;
    private const int OneJumpHops = 8;
    private const int LonelyHops = 240;

    // Lowest envelope, −56 dBFS: what is softer stays small instead of being blown up.
    private const float FloorPower = 1349f;

    private float _envelope = FloorPower;
    private int _patience = PatienceHops;
    private float _before;
    private int _sinceJump = LonelyHops;

    /// <summary>Factor for powers in counts²; <paramref name="manual"/> is 8.8 fixed point, 0 for automatic.</summary>
    public float Follow(float power, int manual)
    {
        float envelope = _envelope;
        if (_sinceJump < LonelyHops && power <= envelope * Jump)
        {
            envelope = WithoutJump(power, envelope);
        }

        if (power > envelope)
        {
            if (power > envelope * Jump)
            {
                NoteJump(envelope);
            }

            _patience = PatienceHops;
            envelope += Attack * (power - envelope);
        }
        else
        {
            if (power > envelope * NearEnvelope)
            {
                _patience = PatienceHops;
            }
            else if (_patience > 0)
            {
                _patience--;
            }

            envelope *= _patience > 0 ? ReleasePerHop : FastReleasePerHop;
            if (envelope < FloorPower)
            {
                envelope = FloorPower;
            }
        }

        _envelope = envelope;
        return manual == 0 ? Full / envelope : manual * (manual * (UnityGain / 65536f));
    }

    private void NoteJump(float envelope)
    {
        int since = _sinceJump;
        if (since > OneJumpHops)
        {
            _before = since < LonelyHops ? 0f : envelope;
        }

        _sinceJump = 0;
    }

    // The envelope, put back to what it was before a jump that did not last.
    private float WithoutJump(float power, float envelope)
    {
        int since = _sinceJump++;
        if (since > OverHops)
        {
            return envelope;
        }

        if (_before > 0f && power < Over * _before)
        {
            envelope = _before;
            _before = 0f;
        }

        _before = since < OverHops ? _before : 0f;
        return envelope;
    }

    /// <summary>The factor as an amplitude gain in 8.8 fixed point; a root costs as much as ten sums.</summary>
    public static int Shown(float factor) => (int)(256 * Math.Sqrt(factor / UnityGain));
}
