using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// The layers that are set over a channel's own picture. Stored by one thread, taken by another at the start of its next
/// frame.
/// </summary>
internal sealed class ChannelLayers
{
    /// <summary>How many there may be.</summary>
    public const int Most = 2;

    // All of a longer strip would be laid so seldom that it is seen.
    private const int MostBlendedLeds = 180;

    private readonly ChannelControls _controls;

    /// <param name="channel">Whose picture.</param>
    public ChannelLayers(Channel channel)
    {
        _controls = channel.Controls;
        Stack = new LayerStack(channel);
    }

    /// <summary>As the thread that draws sees them.</summary>
    public readonly LayerStack Stack;

    /// <summary>What is set; null before anything was.</summary>
    public LayerPlan Plan;

    /// <summary>
    /// What is wrong with how layers are blended on a strip of so many pixels, as a sentence; null for nothing.
    /// </summary>
    /// <param name="layers">As <see cref="LayerControls"/> numbers them.</param>
    /// <param name="leds">Pixels of the strip.</param>
    public static string BlendProblem(int[][] layers, int leds)
    {
        for (int i = 0; i < layers.Length; i++)
        {
            if (leds > MostBlendedLeds && layers[i][LayerControls.BlendIndex] != (int)Blend.Opaque)
            {
                return "blend must be opaque on a strip of more than 180 LEDs: to blend " + leds.ToString()
                    + " would take too long, and marks may";
            }
        }

        return null;
    }

    /// <summary>The same of what they take of a frame.</summary>
    /// <param name="pattern">The channel's own.</param>
    /// <param name="layers">As <see cref="LayerControls"/> numbers them.</param>
    public static string CostProblem(int pattern, int[][] layers)
    {
        int cost = LayerCost.Of(pattern, new LayerPlan(layers));
        return cost <= LayerCost.Most
            ? null
            : "layers take too long: the pattern and its dearest layer take " + Tenths(cost) + " µs of a frame, and may take "
                + Tenths(LayerCost.Most);
    }

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail.</summary>
    public void Prepare(LayerPlan plan) => Stack.Prepare(plan);

    /// <summary>Takes over a plan that was prepared; what says the same changes nothing.</summary>
    public void Store(LayerPlan plan)
    {
        if (!plan.IsSame(Plan))
        {
            Plan = plan;
            _controls.Touch();
        }
    }

    private static string Tenths(int tenths) => (tenths / 10).ToString() + "." + (tenths % 10).ToString();
}
