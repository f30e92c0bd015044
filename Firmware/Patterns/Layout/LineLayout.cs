namespace NanoFirmware.Layout;

/// <summary>A picture along a line: half of it twice, its start where the end would be, its end shown first.</summary>
/// <remarks>
/// A picture that is mirrored starts in the middle, and with <see cref="Reverse"/> at both ends; so it has a front part that runs
/// one way and a back part that runs the other, of which one pixel is shown by both when their number is odd.
/// </remarks>
internal sealed class LineLayout
{
    private readonly int[] _leds;
    private PixelMap _map;
    private int _pixels;
    private int _front;

    /// <param name="leds">Pixels of each output.</param>
    public LineLayout(int[] leds)
    {
        _leds = leds;
        Offsets = new int[leds.Length];
    }

    /// <summary>Half a picture twice, its start in the middle.</summary>
    public bool Mirror;

    /// <summary>The start where the end would be.</summary>
    public bool Reverse;

    /// <summary>Pixels by which each output's picture is turned on, its end coming in at the start.</summary>
    public readonly int[] Offsets;

    /// <summary>The picture on one output.</summary>
    public void CompileAlone(PixelMap map, int output)
    {
        Begin(map, _leds[output]);
        Show(0, _pixels, output, 0);
    }

    /// <summary>The first output's picture on all of them, again and again where one is longer.</summary>
    public void CompileAlike(PixelMap map)
    {
        Begin(map, _leds[0]);
        for (int output = 0; output < _leds.Length; output++)
        {
            for (int position = 0; position < _leds[output]; position += _pixels)
            {
                int left = _leds[output] - position;
                Show(0, left < _pixels ? left : _pixels, output, position);
            }
        }
    }

    /// <summary>One picture on all outputs, the next going on where the one before ends.</summary>
    public void CompileJoined(PixelMap map)
    {
        int all = 0;
        for (int output = 0; output < _leds.Length; output++)
        {
            all += _leds[output];
        }

        Begin(map, all);
        for (int output = 0, at = 0; output < _leds.Length; output++)
        {
            Show(at, _leds[output], output, 0);
            at += _leds[output];
        }
    }

    private void Begin(PixelMap map, int pixels)
    {
        _map = map;
        _pixels = pixels;
        _front = Mirror ? (pixels + 1) / 2 : pixels;
        map.Begin(_front, Mirror || !Reverse, Mirror || Reverse);
    }

    // A piece of the picture, cut where it changes its direction and where the output's end comes in at its start.
    private void Show(int at, int count, int output, int position)
    {
        PixelMap map = _map;
        int front = _front;
        int leds = _leds[output];
        bool isFrontBackward = Mirror != Reverse;
        int place = position + Offsets[output];
        place = place < leds ? place : place - leds;
        while (count > 0)
        {
            bool isFront = at < front;
            int end = isFront ? front : _pixels;
            int run = end - at < count ? end - at : count;
            run = run < leds - place ? run : leds - place;
            if (isFront == isFrontBackward)
            {
                map.Add(output, place, end - at - run, -run);
            }
            else
            {
                map.Add(output, place, isFront ? at : at - _pixels + front, run);
            }

            at += run;
            count -= run;
            place = place + run < leds ? place + run : 0;
        }
    }
}
