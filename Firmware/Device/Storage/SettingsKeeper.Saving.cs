using System;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>Writes what differs from what is kept.</content>
internal sealed partial class SettingsKeeper
{
    // A drive that did not take a save is not asked again at once.
    private const int RetryMs = 60000;

    /// <summary>Saves what is not saved yet, before a restart.</summary>
    public void Flush()
    {
        Looks?.Flush();
        Jam?.Flush();

        lock (_room)
        {
            if (_state.Version != _savedVersion)
            {
                Save(_state.Version, 0);
            }

            if (Panels != null)
            {
                Panels.Flush();
            }
        }
    }

    private void Save(int version, long nowMs)
    {
        try
        {
            var document = new JsonWriter(_file.Bytes, SafeFile.HeadBytes);
            document.BeginObject();
            _state.WriteStored(document);
            document.EndObject();

            // Whoever turned something and turned it back has changed nothing.
            uint checksum = Crc32.Of(_file.Bytes, SafeFile.HeadBytes, document.Length);
            if (checksum != _savedChecksum)
            {
                _file.Save(document.Length);
                _savedChecksum = checksum;
                Saves++;
            }

            _savedVersion = version;
            _seenVersion = version;
        }
        catch (Exception fault)
        {
            _notBeforeMs = nowMs + RetryMs;
            Fail(fault.Message);
        }
    }
}
