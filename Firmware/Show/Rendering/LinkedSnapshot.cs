using NanoFirmware.Audio;
using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>What a layer gets to hear on one of two linked strips.</summary>
internal sealed class LinkedSnapshot
{
    private const int Bands = AudioSnapshot.BandCount;

    private readonly AudioSnapshot _heard = new AudioSnapshot();
    private CanonEars _canon;
    private readonly bool _isSecond;

    /// <param name="isSecond">True for B.</param>
    public LinkedSnapshot(bool isSecond) => _isSecond = isSecond;

    /// <summary>The snapshot as it is, or changed as <paramref name="link"/> asks (<see cref="MasterControls"/>).</summary>
    public AudioSnapshot Hear(AudioSnapshot audio, int link, int canonBeats)
    {
        switch (link)
        {
            case MasterControls.Split:
                Split(audio);
                return _heard;
            case MasterControls.CounterPhase:
                TakeTurns(audio);
                return _heard;
            case MasterControls.Canon when _isSecond:
                // Two and a half kilobytes that nobody needs who never asks for a canon.
                _canon = _canon ?? new CanonEars();
                _canon.Hear(audio, canonBeats, _heard);
                return _heard;
            default:
                return audio;
        }
    }

    // Half the spectrum, each of its bands twice as broad; as loud as its loudest band.
    private void Split(AudioSnapshot audio)
    {
        AudioSnapshot heard = _heard;
        heard.CopyFrom(audio);
        int first = _isSecond ? Bands / 2 : 0;
        int loudest = 0;
        for (int i = 0; i < Bands; i += 2)
        {
            byte level = audio.Bands[first];
            byte peak = audio.Peaks[first];
            heard.Bands[i] = level;
            heard.Bands[i + 1] = level;
            heard.Peaks[i] = peak;
            heard.Peaks[i + 1] = peak;
            loudest = level > loudest ? level : loudest;
            first++;
        }

        heard.Level = loudest < audio.Level ? loudest : audio.Level;
    }

    // Every second beat and onset is the other strip's, by its number: both strips agree, whatever either missed.
    private void TakeTurns(AudioSnapshot audio)
    {
        int turn = _isSecond ? 0 : 1;
        _heard.CopyFrom(audio);
        _heard.Onset = audio.Onset && (audio.Onsets & 1) == turn;
        _heard.Beat = audio.Beat && (audio.Beats & 1) == turn;
        if (_isSecond)
        {
            _heard.BeatPhase = (_heard.BeatPhase + 128) & 255;
        }
    }
}
