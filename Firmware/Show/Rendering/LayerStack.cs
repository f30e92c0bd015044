using System;
using NanoFirmware.Audio;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

/// <summary>
/// The layers over a channel's own picture, as the thread that draws sees them. One frame draws a layer or lays a piece of one
/// over what is below,
/// never both and never two; so a picture of 180 pixels is whole four frames a layer after what is below it.
/// </summary>
internal sealed class LayerStack
{
    private readonly FurtherLayer[] _layers = new FurtherLayer[ChannelLayers.Most];
    private readonly Channel _channel;
    private LayerPlan _plan;
    private int _turn;
    private bool _isDrawn;
    private bool _hasRested;
    private int _top = -1;

    // Which are to be seen, a bit each, and whether all of them have been laid over what is below since that changed.
    private int _seen;
    private bool _isWhole;

    /// <param name="channel">Whose picture they lie over.</param>
    public LayerStack(Channel channel) => _channel = channel;

    /// <summary>Some layer is to be seen.</summary>
    public bool IsOn;

    /// <summary>What the frame adds up to that was shown last; null while nobody knows.</summary>
    public FrameSums Known => _isWhole ? _layers[_top].Sums : null;

    /// <summary>Makes what a plan needs, on the thread that stores it.</summary>
    public void Prepare(LayerPlan plan)
    {
        for (int i = 0; i < plan.Count; i++)
        {
            _layers[i] = _layers[i] ?? new FurtherLayer(_channel);
            if (_layers[i].Layer.IsOther(plan.PatternOf(i)))
            {
                _layers[i].Layer.Prepare(plan.PatternOf(i));
            }
        }
    }

    /// <summary>Takes over a plan; true when it is another one.</summary>
    /// <param name="plan">What is wanted.</param>
    /// <param name="wish">Of the channel.</param>
    /// <param name="map">Where a line is seen.</param>
    /// <param name="isLaidOut">The channel's canvas is laid out anew.</param>
    public bool Take(LayerPlan plan, ChannelWish wish, PixelMap map, bool isLaidOut)
    {
        bool isOther = plan != _plan && !plan.IsAlike(_plan);
        _plan = plan;
        _top = -1;
        int seen = 0;
        for (int i = 0; i < plan.Count; i++)
        {
            _layers[i].Take(plan.ValuesOf(i), plan.TableOf(i), wish, map, isLaidOut);
            if (_layers[i].IsOn)
            {
                _top = i;
                seen += 1 << i;
            }
        }

        IsOn = _top >= 0;
        if (seen != _seen || isLaidOut)
        {
            _seen = seen;
            _isWhole = false;
        }

        if ((isOther || isLaidOut) && IsOn)
        {
            Begin();
        }

        return isOther;
    }

    /// <summary>Works in colours, one layer's at a time; true when it had to.</summary>
    public bool Colour(ChannelWish wish, int cap, int slices)
    {
        for (int i = 0; i <= _top; i++)
        {
            FurtherLayer layer = _layers[i];
            if (layer.IsOn)
            {
                layer.Colour(wish, cap, slices);
                if (layer.IsWorking)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>As <see cref="FurtherLayer.Bound"/>, of all.</summary>
    public int Bound(int sum)
    {
        for (int i = 0; i <= _top; i++)
        {
            sum = _layers[i].IsOn ? _layers[i].Bound(sum) : sum;
        }

        return sum < MarkPainter.WhiteSum ? sum : MarkPainter.WhiteSum;
    }

    /// <summary>Lays the layers over a frame, as far as one frame's share of the work goes.</summary>
    /// <param name="frame">The channel's own picture, or whatever its strip shows; becomes what is shown.</param>
    /// <param name="audio">What was heard.</param>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="isFading">A cross-fade is on, which mixes pictures too: they take turns.</param>
    /// <returns>True when it did its share.</returns>
    public bool Show(byte[] frame, AudioSnapshot audio, int elapsedMs, bool isFading)
    {
        for (int i = 0; i <= _top; i++)
        {
            _layers[i].Hear(audio, elapsedMs);
        }

        bool works = !isFading || _hasRested;
        _hasRested = !works;
        if (works)
        {
            Work(frame, audio);
        }

        if (_isWhole)
        {
            Array.Copy(_layers[_top].Mixed, 0, frame, 0, frame.Length);
        }

        return works;
    }

    private void Begin()
    {
        _isDrawn = false;
        _turn = _top;
        NextTurn();
    }

    private void Work(byte[] frame, AudioSnapshot audio)
    {
        FurtherLayer layer = _layers[_turn];
        if (!_isDrawn)
        {
            layer.Draw(audio);
            _isDrawn = true;
        }
        else if (layer.LayPiece(Below(frame), addsUp: _turn == _top))
        {
            _isDrawn = false;
            _isWhole = _isWhole || _turn == _top;
            NextTurn();
        }
    }

    private byte[] Below(byte[] frame)
    {
        for (int i = _turn - 1; i >= 0; i--)
        {
            if (_layers[i].IsOn)
            {
                return _layers[i].Mixed;
            }
        }

        return frame;
    }

    private void NextTurn()
    {
        do
        {
            _turn = _turn < _top ? _turn + 1 : 0;
        }
        while (!_layers[_turn].IsOn);
    }
}
