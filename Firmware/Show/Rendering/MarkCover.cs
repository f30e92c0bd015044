using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

/// <summary>
/// What is seen of opaque marks and of the picture below, reckoned once and kept while they stay where they are. Then a picture
/// that adds itself up as it is drawn does so with marks over it, and nobody has to look at its bytes.
/// </summary>
internal sealed class MarkCover
{
    /// <summary>More marks are dearer themselves than a look at the frame.</summary>
    public const int Most = 8;

    // Runs of a line that is seen both ways and turned round.
    private const int MostRuns = 3;

    private readonly int _output;
    private readonly int _leds;
    private readonly PixelCover _below;
    private readonly ushort[] _seen;
    private PixelMap _map;
    private MarkRun[] _marks;
    private int _count;
    private bool _isFresh;
    private bool _isKnown;

    /// <param name="output">The strip's place among the outputs.</param>
    /// <param name="leds">Its pixels.</param>
    public MarkCover(int output, int leds)
    {
        _output = output;
        _leds = leds;
        _below = new PixelCover(leds);
        _seen = _below.Seen;
    }

    /// <summary>Other marks are there than before.</summary>
    /// <param name="marks">These; the last lies on top. They get what is seen of each.</param>
    /// <param name="count">How many.</param>
    /// <param name="areOpaque">All of them are, so that what is seen is theirs or what is below.</param>
    public void Take(MarkRun[] marks, int count, bool areOpaque)
    {
        _marks = marks;
        _count = areOpaque && count <= Most ? count : 0;
        _isFresh = true;
        _map = null;
        _isKnown = false;
    }

    /// <summary>The canvas is seen as a map says from now on; told of each, since two are compiled in turn.</summary>
    public void Take(PixelMap map) => _map = map == _map ? map : null;

    /// <summary>
    /// How many pixels of the canvas below are seen before each, as <see cref="PixelCover.Seen"/>; null while nobody knows. In
    /// the frame in which marks come there is enough to do, and where others come in each, nobody would need it twice.
    /// </summary>
    /// <param name="map">Where the canvas is seen.</param>
    public ushort[] Below(PixelMap map)
    {
        if (map != _map)
        {
            if (!_isFresh)
            {
                _map = map;
                bool isPlain = map.Pixels == _leds && map.RunsOn(_output) <= MostRuns;
                _isKnown = _count > 0 && isPlain && Cover(map);
            }

            _isFresh = false;
        }

        return _isKnown ? _seen : null;
    }

    // Of a mark is seen what it covers when those above it are there already.
    private bool Cover(PixelMap map)
    {
        PixelCover below = _below;
        below.Begin();
        for (int i = _count - 1; i >= 0; i--)
        {
            MarkRun mark = _marks[i];
            mark.Seen = map.Cover(_output, mark.Start, mark.Bytes, below);
            if (mark.Seen < 0)
            {
                return false;
            }
        }

        below.End();
        return true;
    }
}
