using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Network;
using NanoFirmware.Rendering;

namespace NanoFirmware.Storage;

/// <summary>
/// Brings a backup back: it is checked as a whole, kept as a whole in a file of its own, and only then taken over. A power cut
/// before that file is complete changes nothing; after it, the next start takes it over again, and for the last time.
/// </summary>
internal sealed partial class BackupStore
{
    /// <summary>The version of the document's form.</summary>
    public const int Form = 1;

    /// <summary>Greatest document in bytes, padding and all.</summary>
    public const int MaxBytes = 65536;

    /// <summary>The member that holds the sprites.</summary>
    public const string SpritesName = "sprites";

    private const string FileName = "I:\\restore";
    private static readonly string[] ChannelNames = { "a", "b" };

    private readonly SettingsKeeper _settings;
    private readonly PresetStore _store;
    private readonly Radio _radio;
    private readonly WiringStore _wirings;
    private readonly StateChange _state;
    private readonly ChannelLayout[] _layouts;
    private readonly LedMap[] _maps;
    private readonly PresetDocument[] _presets;

    // Slots that the document has; those beyond them stay as they are.
    private int _given;
    private JsonPart _panels;
    private JsonPart _sprites;
    private NetworkDocument _network;
    private Wiring _wiring;

    /// <summary>Looks that come by themselves.</summary>
    public readonly OptionalPart Looks = new OptionalPart("looks");

    /// <summary>How a jam is shown, and its room.</summary>
    public readonly OptionalPart Jam = new OptionalPart("jam");

    /// <summary>The broker.</summary>
    public readonly OptionalPart Mqtt = new OptionalPart("mqtt");

    public BackupStore(StateExchange state, SettingsKeeper settings, PresetStore presets, Radio radio, WiringStore wirings)
    {
        _wirings = wirings;
        _settings = settings;
        _store = presets;
        _presets = new PresetDocument[presets.Slots];
        _radio = radio;
        _state = state.NewChange(Tolerance.Nothing);
        _layouts = state.Layouts;
        _maps = new LedMap[_layouts.Length];
        for (int i = 0; i < _layouts.Length; i++)
        {
            _state.LayoutOf(i).IsForAnyStrips = true;
        }
    }
}
