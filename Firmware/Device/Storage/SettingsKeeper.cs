using System;
using System.Threading;
using NanoFirmware.Health;
using NanoFirmware.Web;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>
/// Remembers the controls over a power cut: 5 s after the last change they are saved, by a thread of the lowest priority, since a
/// write to flash holds up the strips for a moment.
/// </summary>
internal sealed class SettingsKeeper : Loop
{
    private const string FileName = "I:\\settings";

    // The greatest document, more than twice what all controls take.
    private const int CapacityBytes = 2048;

    private const int PollMs = 500;

    // A drive that has to make room first may take seconds for a save.
    private const int PatienceMs = 10000;
    private const int QuietMs = 5000;

    // Somebody who never stops changing things is saved now and then all the same.
    private const int LongestMs = 60000;

    // A drive that did not take a save is not asked again at once.
    private const int RetryMs = 60000;

    private readonly StateExchange _state;
    private readonly SafeFile _file = new SafeFile(FileName, CapacityBytes);
    private int _savedVersion;
    private int _seenVersion;
    private long _firstChangeMs;
    private long _lastChangeMs;
    private long _notBeforeMs;

    public SettingsKeeper(StateExchange state)
        : base("storage", ThreadPriority.Lowest, PatienceMs) => _state = state;

    /// <summary>Saves since start.</summary>
    public int Saves;

    public int Faults;

    public string LastFault;

    /// <summary>True while there are changes that a power cut would undo.</summary>
    public bool IsDirty => _state.Version != _savedVersion;

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
                string problem = _state.Read(_file.Bytes, SafeFile.HeadBytes, length, true);
                if (problem != null)
                {
                    Fail(problem);
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

    /// <summary>Looks once, and saves when it is time.</summary>
    public void Step(long nowMs)
    {
        lock (_file)
        {
            SaveWhenQuiet(nowMs);
        }
    }

    /// <summary>Saves what is not saved yet, before a restart.</summary>
    public void Flush()
    {
        lock (_file)
        {
            if (IsDirty)
            {
                Save(_state.Version, 0);
            }
        }
    }

    /// <summary>Every control as after a factory reset, and no file of settings.</summary>
    public void Reset()
    {
        lock (_file)
        {
            _state.Reset();
            try
            {
                _file.Delete();
            }
            catch (Exception fault)
            {
                Fail(fault.Message);
            }

            _savedVersion = _state.Version;
            _seenVersion = _savedVersion;
        }
    }

    /// <summary>Notes a fault of what belongs to the settings.</summary>
    public void Fail(string fault)
    {
        Faults++;
        LastFault = fault;
    }

    private void SaveWhenQuiet(long nowMs)
    {
        int version = _state.Version;
        if (version == _savedVersion)
        {
            return;
        }

        if (version != _seenVersion)
        {
            _firstChangeMs = _seenVersion == _savedVersion ? nowMs : _firstChangeMs;
            _lastChangeMs = nowMs;
            _seenVersion = version;
        }

        bool isTime = nowMs - _lastChangeMs >= QuietMs || nowMs - _firstChangeMs >= LongestMs;
        if (isTime && nowMs >= _notBeforeMs)
        {
            Save(version, nowMs);
        }
    }

    protected override void Step()
    {
        Thread.Sleep(PollMs);
        Step((long)(HighResTimer.GetCurrent() / 1000));
    }

    private void Save(int version, long nowMs)
    {
        try
        {
            var document = new Reply(_file.Bytes, SafeFile.HeadBytes);
            document.Begin();
            document.BeginObject();
            _state.WriteFields(document);
            document.EndObject();
            _file.Save(document.Length);
            _savedVersion = version;
            _seenVersion = version;
            Saves++;
        }
        catch (Exception fault)
        {
            _notBeforeMs = nowMs + RetryMs;
            Fail(fault.Message);
        }
    }
}
