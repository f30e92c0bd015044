using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// What patterns and layers take of a frame, in tenths of a µs of reference time, so that nobody asks for more than there
/// is.
/// </summary>
internal static class LayerCost
{
    /// <summary>
    /// Most that a channel's own picture and the dearest of its layers may take together: two channels and the ears leave a
    /// tenth of a frame.
    /// </summary>
    public const int Most = 240;

    // What a strip takes whatever is drawn on it.
    private const int Strip = 50;

    // Layers of so many pixels are laid in as few frames as their figures were taken with.
    private const int Opaque = 60;
    private const int Max = 80;
    private const int Add = 80;
    private const int Screen = 110;
    private const int Multiply = 100;

    /// <summary>
    /// A channel that shows a pattern, from the snapshot to the send; the figures of docs/patterns.md and, for one strip of
    /// two, docs/layouts.md and docs/panels.md.
    /// </summary>
    public static int OfPattern(int pattern)
    {
        // Not static: nobody needs them who has no layers.
        var costs = new byte[]
        {
            127, 71, 101, 130, 124, 87, 124, 119, 127, 92, 119, 101, 93, 89, 125, 123, 79, 113, 73, 96, 122,
            130, 106, 90, 125, 121, 110, 128, 117, 123, 112, 61, 123, 79, 129, 129, 110, 119, 89, 111, 98, 104,
            144, 152, 131, 150, 151, 151, 151, 146, 150, 253, 153, 150, 174, 134, 134, 151, 151,
            146, 181, 190, 203,
        };
        return costs[pattern];
    }

    /// <summary>
    /// A layer, in the dearer of its two kinds of frames: it is drawn, or a piece of it is laid over what is below.
    /// </summary>
    /// <param name="values">As <see cref="LayerControls"/> numbers them.</param>
    public static int OfLayer(int[] values)
    {
        int drawn = OfPattern(values[LayerControls.PatternIndex]) - Strip;
        int laid = OfBlend((Blend)values[LayerControls.BlendIndex]);
        return drawn > laid ? drawn : laid;
    }

    /// <summary>
    /// A channel's own picture and those of its layers that are on: of these only the dearest counts, since no frame works
    /// on two.
    /// </summary>
    public static int Of(int pattern, LayerPlan layers)
    {
        int dearest = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            int[] values = layers.ValuesOf(i);
            int cost = values[LayerControls.OnIndex] != 0 ? OfLayer(values) : 0;
            dearest = cost > dearest ? cost : dearest;
        }

        return OfPattern(pattern) + dearest;
    }

    private static int OfBlend(Blend blend) => blend switch
    {
        Blend.Add => Add,
        Blend.Max => Max,
        Blend.Screen => Screen,
        Blend.Multiply => Multiply,
        _ => Opaque,
    };
}
