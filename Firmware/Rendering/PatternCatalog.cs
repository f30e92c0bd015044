using NanoFirmware.Rendering.Patterns;

namespace NanoFirmware.Rendering;

/// <summary>The patterns that can be chosen. Each channel makes its own set, so that two channels share no state.</summary>
internal static class PatternCatalog
{
    /// <summary>Names by index, as the REST API gives them.</summary>
    public static readonly string[] Names = NamesOf(Create());

    /// <summary>One fresh instance of every pattern, in the order of <see cref="Names"/>.</summary>
    public static Pattern[] Create() => new Pattern[]
    {
        new SpectrumPattern(),
        new PulsePattern(),
        new FlowPattern(),
        new WingsPattern(),
        new BloomPattern(),
        new VuPattern(),
        new RibbonsPattern(),
        new ChasePattern(),
        new SparksPattern(),
        new BassWavesPattern(),
        new GlitterPattern(),
        new TrailsPattern(),
        new SpectrogramPattern(),
        new BurstPattern(),
        new CometsPattern(),
        new BreathePattern(),
        new StrobePattern(),
        new OrganPattern(),
        new SweepPattern(),
        new RipplePattern(),
        new FirePattern(),
        new TilesPattern(),
        new PendulumPattern(),
        new CurtainPattern(),
        new LightningPattern(),
        new RainPattern(),
        new BouncePattern(),
        new StackPattern(),
        new ZebraPattern(),
        new ClashPattern(),
        new OrbitPattern(),
        new SolidPattern(),
        new GradientPattern(),
        new RainbowPattern(),
        new AuroraPattern(),
        new CandlePattern(),
        new TwinklePattern(),
        new OceanPattern(),
        new SunrisePattern(),
        new LavaPattern(),
        new MeteorPattern(),
        new BarberPattern(),
    };

    /// <summary>For each pattern the parameters it starts with, four bytes each.</summary>
    public static byte[][] InitialParameters(Pattern[] patterns)
    {
        var all = new byte[patterns.Length][];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = new byte[Pattern.MaxParameters];
            PatternParameter[] parameters = patterns[i].Parameters;
            for (int n = 0; n < parameters.Length; n++)
            {
                all[i][n] = (byte)parameters[n].Initial;
            }
        }

        return all;
    }

    private static string[] NamesOf(Pattern[] patterns)
    {
        var names = new string[patterns.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = patterns[i].Name;
        }

        return names;
    }
}
