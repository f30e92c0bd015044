namespace NanoFirmware.Control;

/// <summary>
/// What can be said of a mark, a short run of one colour that fades; made for each one that is told, and not kept.
/// </summary>
public sealed class MarkControls : ControlSet
{
    public const int FromIndex = 0;
    public const int CountIndex = 1;
    public const int ColourIndex = 2;
    public const int BlendIndex = 3;
    public const int LevelIndex = 4;
    public const int DecayIndex = 5;

    private const int White = 0xFFFFFF;

    private readonly int _leds;

    /// <param name="leds">Pixels of the strip, at least one.</param>
    public MarkControls(int leds)
        : base(new[]
        {
            ControlSpec.Number("from", 0, leds - 1, 0),
            ControlSpec.Number("count", 1, leds, 1),
            ControlSpec.Colour("colour", White),
            BlendControl(),
            ControlSpec.Number("level", 0, 255, 255),
            ControlSpec.Number("decayMs", 0, 10000, 300),
        })
    {
        _leds = leds;
    }

    /// <summary>The control that chooses a <see cref="Blend"/>.</summary>
    public static ControlSpec BlendControl()
    {
        // Not static: nobody keeps them.
        string[] names = { "opaque", "add", "max", "screen", "multiply" };
        return ControlSpec.Choice("blend", names, (int)Blend.Opaque);
    }

    /// <inheritdoc/>
    public override string Conflict(int[] values) => values[FromIndex] + values[CountIndex] <= _leds
        ? null
        : "from plus count must be at most " + _leds.ToString() + ", the LEDs of the strip";
}
