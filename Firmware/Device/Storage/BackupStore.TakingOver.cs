namespace NanoFirmware.Storage;

/// <content>What was kept becomes what is.</content>
internal sealed partial class BackupStore
{
    /// <summary>Takes over what was kept; what needs its wiring first is left to the next start.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the next start tries once more.</exception>
    public void TakeOver()
    {
        if (_waitsForStart)
        {
            Wait();
            return;
        }

        Apply();
        Forget();
    }

    // The wiring is taken over now and out of the rest, which is kept: should another one be set before the start, that one
    // stays.
    private void Wait()
    {
        if (_wiring != null)
        {
            _wirings.Keep(_wiring);
            _wiring = null;
            Keep();
        }
    }

    // Where there are no panels, or others, they show what they show.
    private void TakePanels()
    {
        if (_sprites != null)
        {
            _store.Panels.TakeSprites(_sprites, onlyChecks: false);
        }

        string problem = _panels == null ? null : _store.Panels.Show(_panels);
        if (problem != null)
        {
            _settings.Fail("what panels showed was not brought back: " + problem);
        }
    }
}
