using NanoFirmware.Audio;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// Panels within a frame. A plan is one object, which the first output's thread takes over at the start of its frame and the
/// others' with it: so
/// what was set in one call is seen in one frame.
/// </summary>
internal sealed class PanelShow : FramePainter
{
    private readonly PanelCanvas[] _canvases;

    /// <param name="channels">Those whose outputs may show panels.</param>
    public PanelShow(Channel[] channels)
    {
        _canvases = new PanelCanvas[channels.Length];
        for (int i = 0; i < channels.Length; i++)
        {
            _canvases[i] = new PanelCanvas(i, channels[i].Output.Strip);
        }
    }

    /// <summary>What was set last; null for nothing.</summary>
    public PanelPlan Wanted;

    // Taken over by the first output's thread for all.
    private PanelPlan _now;

    /// <inheritdoc/>
    public override bool IsOn(int output, PictureLight light)
    {
        PanelPlan wanted = Wanted;
        if (wanted != null && wanted != _now && (_now == null || output == wanted.Geometry.First))
        {
            _now = wanted;
            light.Unsettle();
        }

        PanelPlan plan = _now;
        _canvases[output].Plan = IsSeen(plan, output) ? plan : null;
        return _canvases[output].Plan != null;
    }

    /// <inheritdoc/>
    public override int Bound(int output, int sum, PictureLight light)
    {
        PanelPlan plan = _canvases[output].Plan;
        if (plan == null)
        {
            return sum;
        }

        int level = light.Level > light.ShownLevel ? light.Level : light.ShownLevel;
        int brightest = plan.BrightestSum * level / 255;
        return brightest > sum ? brightest : sum;
    }

    /// <inheritdoc/>
    public override void Paint(int output, byte[] frame, AudioSnapshot heard, int elapsedMs, int shownLevel)
    {
        if (_canvases[output].Plan != null)
        {
            _canvases[output].Paint(frame, heard, elapsedMs, shownLevel);
        }
    }

    // Another layout may have come meanwhile, whose panels are others.
    private static bool IsSeen(PanelPlan plan, int output) => plan != null && plan.ShowsLooks && plan.Geometry.IsOn(output)
        && plan.Geometry.Channel.Layout.Plan == plan.Geometry.Plan;
}
