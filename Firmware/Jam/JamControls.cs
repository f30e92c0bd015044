using NanoFirmware.Control;

namespace NanoFirmware.Jam;

/// <summary>How a jam is shown here; what is played is the room's.</summary>
internal sealed class JamControls : ControlSet
{
    public const int AIndex = 0;
    public const int BlendIndex = 2;
    public const int DecayIndex = 3;

    public const int Off = 0;

    /// <summary>A zone of the strip for each track.</summary>
    public const int Zones = 1;

    /// <summary>A place for each of a piano's 88 keys.</summary>
    public const int Notes = 2;

    /// <summary>All of the strip.</summary>
    public const int Strip = 3;

    public JamControls()
        : base(new[]
        {
            ControlSpec.Choice("a", Places(), Zones),
            ControlSpec.Choice("b", Places(), Zones),
            MarkControls.BlendControl(),
            ControlSpec.Number("decayMs", 50, 2000, 250),
        })
    {
    }

    private static string[] Places() => new[] { "off", "zones", "notes", "strip" };
}
