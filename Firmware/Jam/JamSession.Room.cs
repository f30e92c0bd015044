namespace NanoFirmware.Jam;

/// <content>The room that is joined, and time that passes in it.</content>
internal sealed partial class JamSession
{
    /// <summary>Enters a room; null leaves it.</summary>
    public void Join(string room, long nowUs)
    {
        lock (Gate)
        {
            // Another session's time begins.
            EndRecording();
            int leftSum = RoomSum;
            Room = room;
            RoomSum = room == null ? 0 : JamPacket.RoomOf(room);
            People.Clear();
            State.OriginMs -= Clock.SessionMs(nowUs);
            State.Rebase(Id);
            Clock.Begin(nowUs);
            _isNew = true;
            for (int i = 0; i < _feedCount; i++)
            {
                _feeds[i].Begin((int)(nowUs / 1000), leftSum);
            }

            TellPeople();
        }
    }

    /// <summary>What was recorded is no longer what is played.</summary>
    public void EndRecording()
    {
        if (Reel != null)
        {
            Reel.Stop();
        }
    }

    /// <summary>Time passes.</summary>
    public void Tick(long nowUs)
    {
        lock (Gate)
        {
            Clock.Drift(nowUs);
            if (People.RemoveSilent((int)(nowUs / 1000)))
            {
                TellPeople();
            }
        }
    }
}
