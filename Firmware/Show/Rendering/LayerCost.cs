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
    /// two, docs/layouts.md.
    /// </summary>
    public static int OfPattern(int pattern)
    {
        // Not static: nobody needs them who has no layers.
        var costs = new byte[]
        {
            130, 62, 102, 133, 127, 88, 122, 85, 87, 94, 121, 103, 94, 83, 127, 124, 80, 112, 68, 82, 123,
            89, 110, 92, 80, 123, 113, 81, 125, 119, 116, 60, 126, 81, 136, 135, 135, 120, 92, 115, 101, 122,
            141, 149, 128, 147, 148, 148, 150, 142, 146, 251, 150, 147, 189, 131, 132, 148, 148,
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
