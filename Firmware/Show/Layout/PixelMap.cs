using System;

namespace NanoFirmware.Layout;

/// <summary>
/// Where a canvas is seen: runs of its pixels on the outputs, forwards or backwards. It is compiled when a control or the layout
/// changes and stays as it is until the next change; a frame copies run by run, never pixel by pixel.
/// </summary>
/// <remarks>A canvas that is seen both ways is drawn both ways, one copy behind the other, so that either run is one native copy.</remarks>
public sealed class PixelMap
{
    /// <summary>Most runs; what more of them would show stays dark.</summary>
    public const int MostRuns = 40;

    // Of each run: the first pixel of the canvas that it shows, where it begins on its output, and its pixels; below 0 it shows them
    // backwards.
    private readonly int[] _canvas = new int[MostRuns];
    private readonly int[] _position = new int[MostRuns];
    private readonly int[] _count = new int[MostRuns];

    // The same as bytes of the canvas's memory and of the output's frame.
    private readonly int[] _from = new int[MostRuns];
    private readonly int[] _to = new int[MostRuns];
    private readonly int[] _bytes = new int[MostRuns];

    // Of each output: the first run behind its own, and its pixels that no run reaches.
    private readonly int[] _end;
    private readonly int[] _dark;
    private readonly int[] _leds;
    private int _runs;

    /// <param name="leds">Pixels of each output.</param>
    public PixelMap(int[] leds)
    {
        _leds = leds;
        _end = new int[leds.Length];
        _dark = new int[leds.Length];
    }

    /// <summary>Pixels of the canvas.</summary>
    public int Length;

    /// <summary>Some run shows the canvas forwards.</summary>
    public bool IsForward;

    /// <summary>Some run shows it backwards.</summary>
    public bool IsBackward;

    /// <summary>Pixels of the canvas's memory: those drawn forwards, then those drawn backwards.</summary>
    public int Pixels => (IsForward ? Length : 0) + (IsBackward ? Length : 0);

    /// <summary>Pixels of the canvas's memory before the copy that runs backwards.</summary>
    public int BackwardFrom => IsForward ? Length : 0;

    /// <summary>Begins anew, for a canvas of so many pixels.</summary>
    public void Begin(int length)
    {
        Length = length;
        IsForward = false;
        IsBackward = false;
        _runs = 0;
        Array.Clear(_end, 0, _end.Length);
        Array.Copy(_leds, 0, _dark, 0, _leds.Length);
    }

    /// <summary>Shows a run; those of an output come together, and the outputs by their index.</summary>
    /// <param name="output">Which one.</param>
    /// <param name="position">Its first pixel that the run reaches.</param>
    /// <param name="canvas">The first pixel of the canvas that is shown.</param>
    /// <param name="count">Pixels; below 0 they are shown backwards, the first of them last.</param>
    public void Add(int output, int position, int canvas, int count)
    {
        if (_runs == MostRuns)
        {
            return;
        }

        int pixels = count < 0 ? -count : count;
        _canvas[_runs] = canvas;
        _position[_runs] = position;
        _count[_runs] = count;
        _runs++;
        _dark[output] -= pixels;
        _end[output] = _runs;
        IsForward = IsForward || count > 0;
        IsBackward = IsBackward || count < 0;
    }

    /// <summary>Makes bytes of what was added; from here on it stays as it is.</summary>
    public void End()
    {
        for (int i = 0; i < _runs; i++)
        {
            int pixels = _count[i] < 0 ? -_count[i] : _count[i];
            int from = _count[i] < 0 ? BackwardFrom + Length - _canvas[i] - pixels : _canvas[i];
            _from[i] = from * 3;
            _to[i] = _position[i] * 3;
            _bytes[i] = pixels * 3;
        }

        // Outputs without a run end where the one before does.
        for (int output = 1; output < _end.Length; output++)
        {
            _end[output] = _end[output] > _end[output - 1] ? _end[output] : _end[output - 1];
        }
    }

    /// <summary>Copies what an output shows of the canvas.</summary>
    /// <param name="grb">The canvas's memory.</param>
    /// <param name="output">Which one.</param>
    /// <param name="frame">Its frame.</param>
    public void Show(byte[] grb, int output, byte[] frame)
    {
        int end = _end[output];
        if (_dark[output] > 0)
        {
            Array.Clear(frame, 0, frame.Length);
        }

        for (int run = output > 0 ? _end[output - 1] : 0; run < end; run++)
        {
            Array.Copy(grb, _from[run], frame, _to[run], _bytes[run]);
        }
    }
}
