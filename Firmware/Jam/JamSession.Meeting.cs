namespace NanoFirmware.Jam;

/// <content>Two that meet: whose time holds, and who takes another number.</content>
internal sealed partial class JamSession
{
    // Two devices that began within so much of each other began together.
    private const int SameAgeMs = 300;

    /// <summary>A newcomer's state counts less than that of those who are there.</summary>
    public bool TakesTimeOf(int sender, int sessionMs, long nowUs)
    {
        int aheadMs = sessionMs - Clock.SessionMs(nowUs);
        if (aheadMs > SameAgeMs)
        {
            bool isOwn = (State.Stamps[JamState.TransportCell] & 255) == Id && !_isNew;
            EndRecording();
            Clock.Adopt(aheadMs);
            if (isOwn && State.IsPlaying)
            {
                Edit(
                    JamState.TransportCell, State.Values[JamState.TransportCell], State.OriginMs + aheadMs, 0, 0, Own);
            }

            return _isNew;
        }

        return _isNew && aheadMs >= -SameAgeMs && sender < Id;
    }

    // What was written under the old number stays as it is: to whom a stamp belongs decides nothing but between equal ones.
    private void Rename(long nowUs)
    {
        do
        {
            Id = 1 + (int)((Id + (nowUs & 0xFFFF) + 1) % 254);
        }
        while (People.Knows(Id));
        TellPeople();
    }
}
