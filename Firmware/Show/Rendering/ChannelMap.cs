using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// Where a channel's canvas is seen: compiled into the spare one of two maps when a control asks for another, which then takes
/// its place.
/// </summary>
internal sealed class ChannelMap
{
    // No shape of a line.
    private const int Unknown = -1;
    private const int OnGrid = -2;

    private readonly Stage _stage;
    private readonly int _output;
    private readonly LineLayout _line;
    private PixelMap _spare;
    private PixelMap _lineMap;
    private int _shape = Unknown;
    private int _version = -1;

    /// <param name="stage">Whose outputs.</param>
    /// <param name="output">The channel's own.</param>
    public ChannelMap(Stage stage, int output)
    {
        _stage = stage;
        _output = output;
        _line = new LineLayout(stage.Leds);
        Now = new PixelMap(stage.Leds);
        _spare = new PixelMap(stage.Leds);
    }

    /// <summary>The map in force.</summary>
    public PixelMap Now;

    /// <summary>As <see cref="FrameBlocks.HalfFrom"/> has it, while what is drawn is shown as it is.</summary>
    public int HalfFrom = -1;

    /// <summary>Nothing is known of what is on the canvas.</summary>
    public void Forget() => _shape = Unknown;

    /// <summary>Takes over what is asked for; true when the canvas has to be laid out anew.</summary>
    /// <param name="wish">What is asked for.</param>
    /// <param name="isForGrid">The pattern draws rows and columns, where there are any.</param>
    public bool Take(ChannelWish wish, bool isForGrid)
    {
        if (wish.Plan != null)
        {
            return TakeGrid(isForGrid ? wish.Plan.Whole : wish.Plan.Expanded);
        }

        if (_lineMap != null)
        {
            Now = _lineMap;
            _lineMap = null;
            _version = Unknown;
        }

        bool feedsAll = wish.IsShared && _output == 0;
        int mirror = wish.Values[ChannelControls.MirrorIndex];
        int reverse = wish.Values[ChannelControls.ReverseIndex];
        bool isJoined = feedsAll && wish.Link == MasterControls.Continued;
        int shape = mirror + (reverse * 2) + (isJoined ? 4 : 0);
        bool isNew = shape != _shape;
        bool isTurned = IsTurned(_output, wish.Values[ChannelControls.OffsetIndex]);
        if (feedsAll && AreOthersTurned())
        {
            isTurned = true;
        }

        int version = shape + (feedsAll ? 8 : 0);
        if (isNew || isTurned || version != _version)
        {
            _shape = shape;
            _version = version;
            _line.Mirror = mirror != 0;
            _line.Reverse = reverse != 0;
            Compile(feedsAll, isJoined);
        }

        return isNew;
    }

    private bool TakeGrid(PixelMap map)
    {
        if (_shape == OnGrid && Now == map)
        {
            return false;
        }

        _lineMap = _lineMap ?? Now;
        _shape = OnGrid;
        HalfFrom = -1;
        Now = map;
        return true;
    }

    private void Compile(bool feedsAll, bool isJoined)
    {
        PixelMap map = _spare;
        if (isJoined)
        {
            _line.CompileJoined(map);
        }
        else if (feedsAll)
        {
            _line.CompileAlike(map);
        }
        else
        {
            _line.CompileAlone(map, _output);
        }

        _spare = Now;
        Now = map;

        // Drawn twice, once backwards, and all of it on its own output: of an odd number the pixel in the middle is there once.
        int half = map.Length * 3;
        bool isMirrored = map.IsForward && map.IsBackward && map.Length * 2 == _stage.Leds[_output];
        HalfFrom = isMirrored ? _line.Offsets[_output] * 3 % half : -1;
    }

    // Each output's picture is turned as its own channel asks.
    private bool AreOthersTurned()
    {
        bool areTurned = false;
        Channel[] channels = _stage.Channels;
        for (int i = 1; i < channels.Length; i++)
        {
            Channel channel = channels[i];
            areTurned = (channel != null && IsTurned(i, channel.Controls.Values[ChannelControls.OffsetIndex])) || areTurned;
        }

        return areTurned;
    }

    private bool IsTurned(int output, int offset)
    {
        int[] offsets = _line.Offsets;
        bool isTurned = offset != offsets[output];
        offsets[output] = offset;
        return isTurned;
    }
}
