using System;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// A picture to test a grid by: its corners stand, red top left, green top right, blue bottom left, white bottom right; then one
/// row after the other lights up from the top, and one column after the other from the left.
/// </summary>
internal sealed class GridWalk : StripWalk
{
    private const int StepMs = 120;

    private readonly GridPlan _plan;
    private readonly int _output;

    /// <param name="nowUs">The µs clock at its beginning.</param>
    /// <param name="plan">The grid.</param>
    /// <param name="output">Whose part of it is drawn.</param>
    public GridWalk(long nowUs, GridPlan plan, int output)
        : base(nowUs)
    {
        _plan = plan;
        _output = output;
    }

    /// <inheritdoc/>
    public override bool Draw(byte[] wire, ColourOrder order, long nowUs)
    {
        int ms = MsAt(nowUs);
        int step = (ms - StandMs) / StepMs;
        if (step >= _plan.Height + _plan.Width)
        {
            return false;
        }

        Array.Clear(wire, 0, wire.Length);
        int[] runs = _plan.Sent[_output];
        for (int run = 0; run < runs.Length; run += SentRuns.Ints)
        {
            int at = runs[run] * 3;
            int place = runs[run + 1];
            for (int left = runs[run + 2]; left > 0; left--)
            {
                int light = ms < StandMs ? Corner(place) : Line(place, step);
                wire[at + order.Green] = (light & 2) != 0 ? Light : (byte)0;
                wire[at + order.Red] = (light & 1) != 0 ? Light : (byte)0;
                wire[at + order.Blue] = (light & 4) != 0 ? Light : (byte)0;
                place += runs[run + 3];
                at += 3;
            }
        }

        return true;
    }

    // 1 for red, 2 for green, 4 for blue, added up.
    private int Corner(int place)
    {
        int last = _plan.Width * _plan.Height - 1;
        if (place == last)
        {
            return 7;
        }

        int top = place == 0 ? 1 : 0;
        top = place == _plan.Width - 1 ? 2 : top;
        return place == last - _plan.Width + 1 ? 4 : top;
    }

    private int Line(int place, int step)
    {
        bool isLit = step < _plan.Height ? place / _plan.Width == step : place % _plan.Width == step - _plan.Height;
        return isLit ? 7 : 0;
    }
}
