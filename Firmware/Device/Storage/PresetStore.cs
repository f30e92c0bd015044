using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <summary>
/// Looks of the whole device, each with a name and a file of its own, the first eight in two generations. A save writes
/// to flash, unless it would write what is there; a recall only reads.
/// </summary>
internal sealed partial class PresetStore
{
    /// <summary>Slots of a board with PSRAM.</summary>
    public const int Most = 32;

    /// <summary>Slots of one without.</summary>
    public const int Few = 8;

    /// <summary>How many this board has; slots count from 1.</summary>
    public readonly int Slots;

    private readonly StateExchange _state;
    private readonly object _turn = new object();

    // Of the first slots, until a further one is used.
    private string[] _names = new string[Few];

    // For each slot the pattern and the palette of the first strip, so that a list can show a picture without the drive.
    private string[] _pictures = new string[Few * 2];

    // For each file in turn, the settings' too: a piece as large as that for every preset of a backup could make the runtime move
    // arrays.
    private readonly byte[] _room;
    private bool _isRead;
    private int _recalled;
    private int _recalledVersion;

    /// <summary>Keeps what panels show in a look; null for nobody who does.</summary>
    public PanelStore Panels;

    /// <summary>Grows with every change of a slot since the start.</summary>
    public int Changes;

    /// <summary>Files that were not whole and have been set aside as ".bad".</summary>
    public int SetAside;

    /// <summary>Which was the last of them, as a sentence; null when there was none.</summary>
    public string LastFault;

    /// <param name="state">What a look is.</param>
    /// <param name="room">As <see cref="SafeFile.NewRoom"/> makes it.</param>
    /// <param name="slots">How many there are.</param>
    public PresetStore(StateExchange state, byte[] room, int slots)
    {
        Slots = slots;
        _state = state;
        _room = room;
    }

    /// <summary>The slot that was recalled last, while nothing was changed since; 0 when there is none.</summary>
    public int Current => _recalledVersion == Version ? _recalled : 0;

    /// <summary>How many slots a board with so much PSRAM has: each restore and list takes memory for all of them.</summary>
    public static int SlotsWith(uint psramBytes) => psramBytes > 0 ? Most : Few;

    /// <summary>An empty preset, to read one into.</summary>
    public PresetDocument NewDocument(Tolerance tolerance) => new PresetDocument(_state.NewChange(tolerance), tolerance);

    private int Version => _state.Version + (Panels == null ? 0 : Panels.Version);
}
