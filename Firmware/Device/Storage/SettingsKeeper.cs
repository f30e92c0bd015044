using System;
using System.IO;
using System.Threading;
using NanoFirmware.Documents;
using NanoFirmware.Drive;
using NanoFirmware.Sensors;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <summary>
/// Remembers the controls over a power cut: 5 s after the last change they are saved, by a thread of the lowest priority, since a
/// write to flash holds up the strips for a moment.
/// </summary>
internal sealed class SettingsKeeper : Loop
{
    private const string FileName = "I:\\settings";

    private const int PollMs = 500;

    // A drive that has to make room first may take seconds for a save.
    private const int PatienceMs = 10000;
    private const int QuietMs = 5000;

    // After so many saves on end there is one a minute: an hour of changes is some seventy writes, and not a few hundred.
    private const int SavesOnEnd = 10;

    // What another version saved stays here when this one cannot take all of it.
    private const string OtherName = "I:\\settings.other";

    // Somebody who never stops changing things is saved now and then all the same.
    private const int LongestMs = 60000;

    // A drive that did not take a save is not asked again at once.
    private const int RetryMs = 60000;

    private readonly StateExchange _state;
    private readonly SafeFile _file;
    private readonly byte[] _room;
    private readonly WriteBudget _budget = new WriteBudget(SavesOnEnd);
    private uint _savedChecksum;
    private int _savedVersion;
    private int _seenVersion;
    private long _firstChangeMs;
    private long _lastChangeMs;
    private long _notBeforeMs;

    /// <param name="state">What is remembered.</param>
    /// <param name="room">As <see cref="SafeFile.NewRoom"/> makes it.</param>
    public SettingsKeeper(StateExchange state, byte[] room)
        : base("storage", ThreadPriority.Lowest, PatienceMs)
    {
        _state = state;
        _room = room;
        _file = new SafeFile(FileName, room);
    }

    /// <summary>While a serial one of them is listened to a save waits for as long as it may; null for none.</summary>
    public SensorSet Sensors;

    /// <summary>What panels show, kept beside the settings; null for nobody who does.</summary>
    public PanelStore Panels;

    /// <summary>Looks that come by themselves; null while nobody wants any.</summary>
    public Routine Looks;

    /// <summary>A jam; null while nobody wants one.</summary>
    public Routine Jam;

    /// <summary>Saves of the settings since start.</summary>
    public int Saves;

    public int Faults;

    public string LastFault;

    /// <summary>True while there are changes that a power cut would undo.</summary>
    public bool IsDirty => _state.Version != _savedVersion || (Panels != null && Panels.IsDirty);

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

    /// <summary>Looks once, and saves when it is time.</summary>
    public void Step(long nowMs)
    {
        // Before the room is taken: a look that is recalled is read into it.
        Looks?.Step(nowMs);
        Jam?.Step(nowMs);

        lock (_room)
        {
            // Each write costs a serial sensor some of what it says.
            bool isListening = Sensors != null && Sensors.IsSerialRunning;
            SaveWhenQuiet(nowMs, isListening);
            if (Panels != null)
            {
                Panels.Step(nowMs, isListening ? LongestMs : QuietMs);
            }
        }
    }

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

    /// <summary>Notes a fault of what belongs to the settings.</summary>
    public void Fail(string fault)
    {
        Faults++;
        LastFault = fault;
    }

    private void SaveWhenQuiet(long nowMs, bool isListening)
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

        bool isQuiet = nowMs - _lastChangeMs >= QuietMs && !isListening;
        bool isTime = isQuiet || nowMs - _firstChangeMs >= LongestMs;
        if (isTime && nowMs >= _notBeforeMs && (Saves == 0 || _budget.TryTake(nowMs)))
        {
            Save(version, nowMs);
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

    protected override void Step()
    {
        Thread.Sleep(PollMs);
        Step((long)(HighResTimer.GetCurrent() / 1000));
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
