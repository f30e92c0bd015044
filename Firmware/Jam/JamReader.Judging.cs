namespace NanoFirmware.Jam;

/// <content>What a message says, by its type: steps and notes.</content>
internal sealed partial class JamReader
{
    private string Judge()
    {
        switch (_type)
        {
            case "drum-step":
                return JudgeStep();
            case "note":
                return JudgeNote();
            case "track":
                return JudgeTrack();
            case "color-mode":
            case "key-change":
                return JudgeColours();
            case "tempo-change":
            case "playback-control":
                return JudgeTransport();
            case "drum-pattern-reset":
                return _hasRows ? TakeRows() : "drum-pattern-reset needs tracks: a list of at most 8";
            case "join":
                return Joined == null || Joined.Length > 24 ? "join needs a name of at most 24 characters" : null;
            case EndType when IsOfTape:
                return null;
            default:
                return "type must be drum-step, note, track, color-mode, key-change, tempo-change, playback-control, "
                    + (IsOfTape ? "drum-pattern-reset or end" : "drum-pattern-reset or join");
        }
    }

    private string JudgeStep()
    {
        int velocity = _numbers[VelocityAt] == Absent ? JamState.UsualVelocity : _numbers[VelocityAt];
        if (!IsUpTo(TrackAt, JamState.Tracks - 1) || !IsUpTo(StepAt, JamState.Steps - 1) || velocity > JamState.MostVelocity)
        {
            return "drum-step needs track from 0 to 7, step from 0 to 15, and takes velocity from 0 to 100";
        }

        int value = velocity | (_enabled == 0 ? 0 : JamState.On);
        return Add((_numbers[TrackAt] * JamState.Steps) + _numbers[StepAt], value);
    }

    private string JudgeNote()
    {
        int velocity = _numbers[VelocityAt] == Absent ? JamState.UsualVelocity : _numbers[VelocityAt];
        if (!IsUpTo(NoteAt, 127) || velocity > JamState.MostVelocity)
        {
            return "note needs note from 0 to 127, and takes velocity from 0 to 100";
        }

        return Add(JamLog.Note, _numbers[NoteAt] | (velocity * 127 / JamState.MostVelocity << 8));
    }
}
