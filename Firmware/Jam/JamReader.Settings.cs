namespace NanoFirmware.Jam;

/// <content>What a message says of colours and of tempo.</content>
internal sealed partial class JamReader
{
    private string JudgeColours()
    {
        int mode = _mode == null ? Absent : JamColours.ModeOf(_mode);
        int root = _key == null ? Absent : JamColours.RootOf(_key);
        int scale = _scale == null ? Absent : JamColours.ScaleOf(_scale);
        if (_mode != null && mode < 0)
        {
            return "mode must be chromatic, harmonic or spectrum";
        }

        if ((_key != null && root < 0) || (_scale != null && scale < 0))
        {
            return "key must be C, C#, D, D#, E, F, F#, G, G#, A, A# or B, scale one of " + JamColours.AllScales();
        }

        bool isWhole = mode >= 0 && root >= 0 && scale >= 0;
        if (isWhole && _numbers[StampAt] > 0)
        {
            return Add(JamState.ColourCell, JamState.Colours(mode, root, scale));
        }

        if (mode < 0 && root < 0 && scale < 0)
        {
            return "color-mode needs mode, key-change key or scale";
        }

        return Edits.AddPart(JamEdits.ColourPart, mode, root, scale) ? null : TooMany;
    }

    private string JudgeTransport()
    {
        int tempo100 = _numbers[TempoAt] == Absent ? Absent : _numbers[TempoAt] * 100;
        int swing = _numbers[SwingAt];
        bool isTempo = tempo100 == Absent || (_numbers[TempoAt] <= JamState.MostTempo && JamMessage.IsTempo(tempo100));
        if (!isTempo || (swing != Absent && !JamMessage.IsSwing(swing)))
        {
            return "tempo must be a whole number from 40 to 300, swing from 50 to 75";
        }

        if (tempo100 == Absent && swing == Absent && _playing == Absent)
        {
            return "tempo-change needs tempo or swing, playback-control isPlaying";
        }

        bool isKnown = _numbers[StampAt] > 0 || (IsOfTape && _hasOrigin);
        if (tempo100 > 0 && swing > 0 && _playing >= 0 && isKnown)
        {
            return Add(JamState.TransportCell, JamState.Transport(_playing != 0, swing, tempo100));
        }

        return Edits.AddPart(JamEdits.TransportPart, _playing, swing, tempo100) ? null : TooMany;
    }
}
