using System;

namespace NanoFirmware.Storage;

/// <content>What the last run left is taken up again.</content>
internal sealed partial class SettingsKeeper
{
    /// <summary>Loads what was saved; whatever is missing or damaged stays as after a factory reset.</summary>
    public void Restore()
    {
        try
        {
            int length = _file.Load();
            if (_file.SetAside > 0)
            {
                Fail("a damaged file of settings was set aside as .bad");
            }

            if (length >= 0)
            {
                _savedChecksum = Crc32.Of(_file.Bytes, SafeFile.HeadBytes, length);
                string problem = _state.ReadStored(_file.Bytes, SafeFile.HeadBytes, length);
                if (problem != null)
                {
                    Fail("settings of another version, kept as settings.other, " + problem);
                    KeepOther(length);
                }
            }
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
        }

        _savedVersion = _state.Version;
        _seenVersion = _savedVersion;
    }

    /// <summary>Notes a fault of what belongs to the settings.</summary>
    public void Fail(string fault)
    {
        Faults++;
        LastFault = fault;
    }
}
