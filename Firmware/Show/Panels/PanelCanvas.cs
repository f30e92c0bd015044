using System;
using NanoFirmware.Audio;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// The panels that hang on one output, within its frames: the plan's own picture of them, or, while something moves or another
/// brightness is worked in, the picture that this is worked on in. Either way a frame copies what is to be seen of it.
/// </summary>
internal sealed class PanelCanvas : FramePainter
{
    private readonly int _output;
    private readonly PanelShow _show;
    private PanelPlan _wanted;
    private PanelSheet _sheet;
    private PanelPlan _plan;
    private PanelWork _work;
    private int _level;

    /// <param name="output">Which one, by index.</param>
    /// <param name="show">Says what is to be shown.</param>
    public PanelCanvas(int output, PanelShow show)
    {
        _output = output;
        _show = show;
    }

    /// <inheritdoc/>
    public override bool Begin(PictureLight light)
    {
        PanelPlan plan = _show.Now;
        if (plan != _show.Wanted)
        {
            plan = _show.Take(_output);
        }

        if (plan != _wanted)
        {
            _wanted = plan;
            _sheet = plan.Sheets[_output];
            CoversAll = _sheet != null && _sheet.CoversAll;
            BrightestSum = plan.BrightestSum;
            light.Unsettle();
        }

        // Another layout may have come meanwhile, whose panels are others.
        return _sheet != null && plan.Layout.Plan == plan.Grid;
    }

    /// <inheritdoc/>
    public override void Paint(byte[] frame, AudioSnapshot heard, int elapsedMs, int level)
    {
        PanelPlan plan = _wanted;
        PanelSheet sheet = _sheet;
        if (plan != _plan || level != _level)
        {
            Take(plan, sheet, level);
        }

        byte[] picture = sheet.Frame;
        FrameSums sums = sheet.Sums;
        if (_work.IsOn)
        {
            _work.Go(plan, heard, elapsedMs, level);
            picture = _work.Frame;
            sums = _work.Sums;
        }

        if (sheet.CoversAll)
        {
            Known = sums;
            Array.Copy(picture, 0, frame, 0, frame.Length);
            return;
        }

        Known = null;
        int[] runs = sheet.Runs;
        int count = sheet.RunCount;
        for (int run = 0; run < count; run += 2)
        {
            Array.Copy(picture, runs[run], frame, runs[run], runs[run + 1]);
        }
    }

    private void Take(PanelPlan plan, PanelSheet sheet, int level)
    {
        PanelPlan before = _plan;
        _plan = plan;
        _level = level;
        if (before == null || plan.Geometry != before.Geometry)
        {
            before = null;
            _work = plan.Geometry.Works[_output];
        }

        // Mostly it is shown as it comes.
        if (_work.IsOn || sheet.IsMoving || sheet.Level != level)
        {
            _work.Take(before, plan, sheet);
        }
    }
}
