namespace NanoFirmware.Jam;

/// <content>What sounds in this hop: of the room, or of a replay.</content>
internal sealed partial class JamPlayer
{
    /// <summary>Lights what sounds at that time.</summary>
    internal void Play(long nowUs)
    {
        JamReel reel = Reel;
        if (reel != null)
        {
            Play(nowUs, reel);
            return;
        }

        JamSession session = _session;
        JamNotes notes = _notes;
        bool areNotes = notes.Played != notes.Count;
        if (areNotes)
        {
            PlayNotes(notes, session.State);
        }

        if (PlayStep(session.State, session.Clock.SessionUs(nowUs), false) || areNotes)
        {
            Show();
        }
    }

    // The same where something may be recorded or replayed.
    private void Play(long nowUs, JamReel reel)
    {
        bool isReplay = reel.BeginFrame(nowUs);
        JamState state = isReplay ? reel.Loop : _session.State;
        bool isSounding = PlayNotes(_notes, state);
        if (isReplay)
        {
            isSounding = PlayNotes(reel.Notes, state) || isSounding;
        }

        // Another loop: what sounds in it already began before.
        bool isOther = isReplay != _isReplay || (isReplay && reel.IsAtStart);
        _isReplay = isReplay;
        long sinceUs = isReplay ? reel.SinceUs : _session.Clock.SessionUs(nowUs) + reel.NudgeUs;
        isSounding = PlayStep(state, sinceUs, isOther) || isSounding;
        reel.EndFrame(nowUs);
        if (isSounding)
        {
            Show();
        }
    }
}
