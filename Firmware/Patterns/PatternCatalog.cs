using System;
using NanoFirmware.Rendering.Grids;
using NanoFirmware.Rendering.Patterns;

namespace NanoFirmware.Rendering;

/// <summary>
/// The patterns that can be chosen. A channel has one of its own at a time, so that two channels share no state.
/// </summary>
internal static class PatternCatalog
{
    /// <summary>How many there are on a line.</summary>
    public const int Count = 42;

    /// <summary>How many there are on a grid: the others come behind those for lines.</summary>
    public const int CountOnGrids = 59;

    /// <summary>How many there are on panels: behind those for grids come shows over panels and their gaps.</summary>
    public const int CountOnPanels = 63;

    /// <summary>Index of the one that shows one colour all over.</summary>
    public const int Solid = 31;

    /// <summary>Names by index, as the REST API gives them.</summary>
    public static readonly string[] Names = MakeNames(Count);

    /// <summary>For each pattern the parameters it starts with, <see cref="Pattern.MaxParameters"/> bytes each.</summary>
    public static readonly byte[] InitialParameters = MakeInitialParameters(Count);

    /// <summary>How many there are where a channel hangs.</summary>
    /// <param name="isGrid">As rows and columns.</param>
    /// <param name="isOfPanels">As panels, which are rows and columns too.</param>
    public static int CountFor(bool isGrid, bool isOfPanels)
    {
        int onGrids = isOfPanels ? CountOnPanels : CountOnGrids;
        return isGrid ? onGrids : Count;
    }

    /// <summary>Names of the first so many by index; more than there are for lines are made when they are asked for.</summary>
    public static string[] NamesFor(int count) => count > Count ? MakeNames(count) : Names;

    /// <summary>As <see cref="InitialParameters"/>, of the first so many.</summary>
    public static byte[] InitialParametersFor(int count) => count > Count ? MakeInitialParameters(count) : InitialParameters;

    /// <summary>A fresh instance of the pattern with that index.</summary>
    public static Pattern Create(int index) => index switch
    {
        0 => new SpectrumPattern(),
        1 => new PulsePattern(),
        2 => new FlowPattern(),
        3 => new WingsPattern(),
        4 => new BloomPattern(),
        5 => new VuPattern(),
        6 => new RibbonsPattern(),
        7 => new ChasePattern(),
        8 => new SparksPattern(),
        9 => new BassWavesPattern(),
        10 => new GlitterPattern(),
        11 => new TrailsPattern(),
        12 => new SpectrogramPattern(),
        13 => new BurstPattern(),
        14 => new CometsPattern(),
        15 => new BreathePattern(),
        16 => new StrobePattern(),
        17 => new OrganPattern(),
        18 => new SweepPattern(),
        19 => new RipplePattern(),
        20 => new FirePattern(),
        21 => new TilesPattern(),
        22 => new PendulumPattern(),
        23 => new CurtainPattern(),
        24 => new LightningPattern(),
        25 => new RainPattern(),
        26 => new BouncePattern(),
        27 => new StackPattern(),
        28 => new ZebraPattern(),
        29 => new ClashPattern(),
        30 => new OrbitPattern(),
        31 => new SolidPattern(),
        32 => new GradientPattern(),
        33 => new RainbowPattern(),
        34 => new AuroraPattern(),
        35 => new CandlePattern(),
        36 => new TwinklePattern(),
        37 => new OceanPattern(),
        38 => new SunrisePattern(),
        39 => new LavaPattern(),
        40 => new MeteorPattern(),
        41 => new BarberPattern(),
        42 => new PlasmaPattern(),
        43 => new ColumnsPattern(),
        44 => new WaterfallPattern(),
        45 => new RadarPattern(),
        46 => new SpiralPattern(),
        47 => new InterferencePattern(),
        48 => new LissajousPattern(),
        49 => new VoronoiPattern(),
        50 => new LifePattern(),
        51 => new BlazePattern(),
        52 => new StarfieldPattern(),
        53 => new MatrixPattern(),
        54 => new TextPattern(),
        55 => new ClockPattern(),
        56 => new RingsPattern(),
        57 => new TunnelPattern(),
        58 => new RosePattern(),
        59 => new ChorusPattern(),
        60 => new FacetsPattern(),
        61 => new VoyagePattern(),
        62 => new DownpourPattern(),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    /// <summary>Index of a pattern for grids or panels; −1 when there is none of that name.</summary>
    public static int IndexOnGrids(string name)
    {
        for (int i = Count; i < CountOnPanels; i++)
        {
            if (Create(i).Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static string[] MakeNames(int count)
    {
        var names = new string[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = Create(i).Name;
        }

        return names;
    }

    private static byte[] MakeInitialParameters(int count)
    {
        var initial = new byte[count * Pattern.MaxParameters];
        for (int i = 0; i < count; i++)
        {
            PatternParameter[] parameters = PatternParameter.Read(Create(i).Parameters);
            for (int n = 0; n < parameters.Length; n++)
            {
                initial[(i * Pattern.MaxParameters) + n] = (byte)parameters[n].Initial;
            }
        }

        return initial;
    }
}
