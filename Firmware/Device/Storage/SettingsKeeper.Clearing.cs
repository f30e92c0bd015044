using NanoFirmware.Drive;

namespace NanoFirmware.Storage;

/// <content>What is not taken over is set beside, and everything can be forgotten.</content>
internal sealed partial class SettingsKeeper
{
    // What another version saved stays here when this one cannot take all of it.
    private const string OtherName = "I:\\settings.other";

    /// <summary>Every control as after a factory reset, and no file of settings.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the controls are reset all the same.</exception>
    public void Reset()
    {
        Looks?.Reset();
        Jam?.Reset();

        lock (_room)
        {
            _state.Reset();
            _savedVersion = _state.Version;
            _seenVersion = _savedVersion;
            _savedChecksum = 0;
            _file.Delete();
            SafeFile.Delete(OtherName);
            if (Panels != null)
            {
                Panels.Reset();
            }
        }
    }

    // Written once: the same settings may be loaded at many starts before something is changed.
    private void KeepOther(int length)
    {
        if (SafeFile.IsThere(OtherName))
        {
            return;
        }

        SafeFile.Fill(SafeFile.Create(OtherName), _file.Bytes, SafeFile.HeadBytes, length);
        FlashWrites.Count++;
    }
}
