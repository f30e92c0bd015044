using System.Threading;
using NanoFirmware.Documents;
using NanoFirmware.Sensors;

namespace NanoFirmware.Storage;

/// <summary>
/// Remembers the controls over a power cut: 5 s after the last change they are saved, by a thread of the lowest priority, since a
/// write to flash holds up the strips for a moment.
/// </summary>
internal sealed partial class SettingsKeeper : Loop
{
    private const string FileName = "I:\\settings";

    // A drive that has to make room first may take seconds for a save.
    private const int PatienceMs = 10000;

    // After so many saves on end there is one a minute: an hour of changes is some seventy writes, and not a few hundred.
    private const int SavesOnEnd = 10;

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
}
