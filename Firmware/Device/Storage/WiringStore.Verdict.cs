namespace NanoFirmware.Storage;

/// <content>The trial's tries, and its end.</content>
internal sealed partial class WiringStore
{
    private const int MostTries = 2;
    private const int ProofMs = 10000;

    /// <summary>Looks whether the wiring has proved good.</summary>
    public void Look(long nowMs)
    {
        if (!IsTrial || nowMs < ProofMs)
        {
            return;
        }

        IsTrial = false;
        _good = Running;
        if (!NeedsRestart)
        {
            _tries = 0;
            Problem = null;
        }

        TrySave();
    }

    private void GiveUp(string reason)
    {
        Problem = "the wiring that was set did not come up, the last good one is in force: " + reason;
        Fail(Problem);
        IsTrial = false;
        Wanted = _good;
        _tries = 0;
        TrySave();
    }

    private void Fail(string fault)
    {
        Faults++;
        LastFault = fault;
    }

    private void Try()
    {
        if (_tries >= MostTries)
        {
            GiveUp("two starts ended before it was up for ten seconds");
            return;
        }

        _tries++;
        IsTrial = TrySave();
        if (!IsTrial)
        {
            GiveUp("its trial cannot be noted: " + LastFault);
        }
    }
}
