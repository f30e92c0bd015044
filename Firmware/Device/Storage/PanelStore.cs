using NanoFirmware.Panels;
using NanoFirmware.Rendering;

namespace NanoFirmware.Storage;

/// <summary>
/// Panels over restarts and in presets: what they show in files of its own, since a picture is larger than all controls, and
/// each sprite in one. Kept when nothing changed for a while: what an app shows frame by frame is not worth a write.
/// </summary>
internal sealed partial class PanelStore
{
    /// <summary>The one that is not a preset's.</summary>
    public const int Present = 0;

    private const string FileName = "I:\\panels";
    private const string SpriteName = "I:\\sprite";
    private const int SavesOnEnd = 10;

    private readonly Channel[] _channels;
    private PanelSet _set;

    // By the sprites' places; made with the set.
    private Sprite[] _keptSprites;
    private WriteBudget _budget;
    private int _savedVersion;
    private int _seenVersion;
    private long _lastChangeMs;

    /// <param name="channels">Those whose layouts may be of panels.</param>
    public PanelStore(Channel[] channels) => _channels = channels;

    /// <summary>Told of what is lost.</summary>
    public SettingsKeeper Settings;

    /// <summary>The panels, made when somebody asks for them.</summary>
    public PanelSet Set
    {
        get
        {
            lock (_channels)
            {
                if (_set == null)
                {
                    _keptSprites = new Sprite[SpriteTable.Most];
                    _budget = new WriteBudget(SavesOnEnd);
                    _set = new PanelSet(_channels);
                }

                return _set;
            }
        }
    }

    /// <summary>Whether anybody asked for them.</summary>
    public bool IsUsed => _set != null;

    /// <summary>Grows with every change.</summary>
    public int Version => _set == null ? 0 : _set.Version;

    /// <summary>There is something that a power cut would undo.</summary>
    public bool IsDirty => Version != _savedVersion;
}
