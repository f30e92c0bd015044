using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// Panels within a frame. A plan is one object, which the first output's thread takes over at the start of its frame and the
/// others' with it: so what was set in one call is seen in one frame.
/// </summary>
internal sealed class PanelShow
{
    /// <summary>What was set last.</summary>
    public PanelPlan Wanted;

    /// <summary>What is shown, taken over by the first output's thread for all.</summary>
    public PanelPlan Now;

    /// <summary>What is to be shown in a frame that begins, where something else is wanted.</summary>
    /// <param name="output">Whose frame, by index.</param>
    public PanelPlan Take(int output)
    {
        PanelPlan wanted = Wanted;
        if (Now == null || output == wanted.Geometry.First)
        {
            Now = wanted;
        }

        return Now;
    }
}
