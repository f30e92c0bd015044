using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>
/// A command of WLED's older interface, "win&amp;A=128&amp;FX=3" as a path: read as WLED 0.15 reads it, which passes over what it
/// does not know. docs/wled.md says what maps to what.
/// </summary>
internal sealed partial class WledCommand
{
    private const string Path = "win";

    private const int NoSegment = -1;
    private static readonly char[] And = { '&' };
    private static readonly string[] Parts = { "r", "g", "b" };

    private readonly Device _device;
    private readonly WledPlan _plan;
    private readonly string[] _words;

    /// <summary>The one segment that is meant; below 0 both, or the first where WLED means the first that is selected.</summary>
    private readonly int _only;

    /// <param name="device">The device.</param>
    /// <param name="text">The piece of the path, in lower case.</param>
    public WledCommand(Device device, string text)
    {
        _device = device;
        _plan = new WledPlan(device);
        _words = text.Split(And);
        int only = Whole("ss", NoSegment);
        _only = only < WledPlan.Segments ? only : NoSegment;
    }

    /// <summary>Whether a piece of a path is of this interface.</summary>
    public static bool Is(string piece) => piece == Path || IsChange(piece);

    /// <summary>Whether it wants something to change.</summary>
    public static bool IsChange(string piece) => piece != null && piece.StartsWith(Path + "&");

    /// <summary>The client does not want to hear how things are.</summary>
    public bool IsSilent => Has("in");

    /// <summary>The client wants the device to start again.</summary>
    public bool Restarts => Has("rb");

    /// <summary>The slot that is to hold how things are afterwards; 0 for none.</summary>
    public int SavesTo
    {
        get
        {
            int slot = Whole("ps", 0);
            return slot > 0 && slot <= _device.Presets.Slots ? slot : 0;
        }
    }

    /// <summary>Stores what it wants.</summary>
    public void Apply()
    {
        Switch();
        SetFirst();
        SetColour();
        SetAll("fx", ChannelControls.PatternIndex);
        SetAll("sx", ChannelControls.SpeedIndex);
        SetAll("ix", ChannelControls.ParameterIndex);
        SetAll("fp", ChannelControls.PaletteIndex);
        if (Value("tt") != null)
        {
            int milliseconds = Whole("tt", 0);
            milliseconds = milliseconds < 0 ? 0 : milliseconds;
            _plan.Fade(milliseconds < _plan.LongestFadeMs ? milliseconds : _plan.LongestFadeMs);
        }

        ChoosePreset();
        _plan.Apply();
    }
}
