using System;
using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Jam;

/// <content>Kept once it rests.</content>
internal sealed partial class JamKeeper
{
    private const int QuietMs = 5000;

    /// <inheritdoc/>
    public override void Step(long nowMs)
    {
        int version = Version;
        if (version != _seenVersion)
        {
            _seenVersion = version;
            _changedMs = nowMs;
        }
        else if (version != _savedVersion && nowMs - _changedMs >= QuietMs && _budget.TryTake(nowMs))
        {
            Save();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (Version != _savedVersion)
        {
            Save();
        }
    }

    // A drive that does not take it is asked again after the next change.
    private void Save()
    {
        _savedVersion = Version;
        try
        {
            var file = new SafeFile(FileName, SafeFile.NewRoom());
            file.Load();
            var json = new JsonWriter(file.Bytes, SafeFile.HeadBytes);
            new JamChange(_jam).Write(json);
            file.Keep(json.Length);
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
        }
    }

    private int Version => _state.Version + _jam.Changes;

    private void Settle()
    {
        _savedVersion = Version;
        _seenVersion = _savedVersion;
    }
}
