using NanoFirmware.Audio;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

/// <summary>
/// A way to draw. One instance per channel, made at start-up; it keeps its own state and knows no clock but
/// the time it is given.
/// </summary>
public abstract class Pattern
{
    /// <summary>Most parameters that a pattern can have.</summary>
    public const int MaxParameters = 4;

    // From this confidence on the beat clock is better than the onsets (AudioSnapshot.Confidence).
    private const int Trusted = 128;

    private const int WeakestFlash = 64;

    /// <summary>The parameters' values, within their ranges; written by the channel before a frame.</summary>
    public readonly int[] Settings = new int[MaxParameters];

    /// <summary>Name in the REST API, lower case.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the person who chooses.</summary>
    public abstract string Description { get; }

    /// <summary>True when it draws what is heard, and so is black in silence; false when it needs no sound.</summary>
    public virtual bool Audio => true;

    /// <summary>True when it draws rows and columns and can only be chosen on a grid; false when it draws along a line.</summary>
    public virtual bool IsForGrids => false;

    /// <summary>True when it draws panels and their gaps and can only be chosen where these hang.</summary>
    public virtual bool IsForPanels => false;

    /// <summary>True when it takes so long on a grid that there is a picture in every second hop only.</summary>
    /// <param name="isByColumns">The grid's lines are columns.</param>
    /// <param name="pixels">Of the grid.</param>
    public virtual bool IsSlowOn(bool isByColumns, int pixels) => false;

    /// <summary>True when it draws glows or tails, which the palette then keeps ready.</summary>
    public virtual bool UsesGlows => false;

    /// <summary>
    /// True when it remembers something of each pixel, which the canvas then has room for (<see cref="Canvas.Notes"/>).
    /// </summary>
    public virtual bool UsesNotes => false;

    /// <summary>
    /// Up to four parameters as <see cref="PatternParameter.Read"/> takes them, in the order of the controls p1 to p4.
    /// </summary>
    public virtual string Parameters => "";

    /// <summary>Forgets what was drawn: called when the pattern is chosen, and when the canvas changes its size.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Draws one frame.</summary>
    /// <param name="audio">What was heard; valid during the call.</param>
    /// <param name="elapsedMs">Time since the last frame at the chosen speed, in ms.</param>
    /// <param name="canvas">Where to draw, with its palette; holds what this pattern drew last.</param>
    public abstract void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas);

    /// <summary>True in a frame that begins a beat or, as long as no beat is certain, a note.</summary>
    protected static bool IsHit(AudioSnapshot audio) => audio.Confidence >= Trusted ? audio.Beat : audio.Onset;

    /// <summary>True in a frame that begins a bar.</summary>
    protected static bool IsDownbeat(AudioSnapshot audio) => audio.Beat && audio.Bar == 0;

    /// <summary>How bright the newest onset flashes, 64–255: the weakest is seen, and a hat is no kick.</summary>
    protected static int Flash(AudioSnapshot audio) => WeakestFlash + (audio.OnsetStrength * (255 - WeakestFlash) / 255);

    /// <summary>The loudest of the four lowest bands, 0–255.</summary>
    protected static int Bass(AudioSnapshot audio) => Loudest(audio.Bands, 0);

    /// <summary>The loudest of the middle, the sixth to the ninth band, 0–255.</summary>
    protected static int Middle(AudioSnapshot audio) => Loudest(audio.Bands, 5);

    /// <summary>The loudest of the four bands from the eleventh on, 0–255.</summary>
    protected static int Treble(AudioSnapshot audio) => Loudest(audio.Bands, 10);

    /// <summary>Hops from one picture to the next on a grid.</summary>
    /// <param name="plan">The grid.</param>
    /// <param name="isOnAll">It is shown by all outputs.</param>
    internal int HopsOn(GridPlan plan, bool isOnAll)
    {
        int hops = GridPlan.Hops(plan.Runs(IsForGrids ? plan.Whole : plan.Expanded, isOnAll));
        return hops < GridPlan.MostHops && IsSlowOn(plan.IsByColumns, plan.Width * plan.Height) ? hops + 1 : hops;
    }

    private static int Loudest(byte[] bands, int first)
    {
        int one = bands[first] > bands[first + 1] ? bands[first] : bands[first + 1];
        int other = bands[first + 2] > bands[first + 3] ? bands[first + 2] : bands[first + 3];
        return one > other ? one : other;
    }
}
