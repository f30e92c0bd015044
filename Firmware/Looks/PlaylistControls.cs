using NanoFirmware.Control;

namespace NanoFirmware.Looks;

/// <summary>Which looks are shown one after the other, and for how long.</summary>
internal sealed class PlaylistControls : ControlSet
{
    /// <summary>Looks in a row, at most; one may be in it twice.</summary>
    public const int Places = 16;

    private const int OnIndex = 0;
    private const int SecondsIndex = 1;
    private const int BarsIndex = 2;
    private const int ShuffleIndex = 3;
    private const int FadeIndex = 4;
    private const int PlaceIndex = 5;

    // A day: longer is a matter of the schedule.
    private const int LongestS = 86400;
    private const int LongestFadeMs = 5000;

    /// <param name="slots">How many looks are kept.</param>
    public PlaylistControls(int slots)
        : base(Specs(slots))
    {
    }

    /// <summary>Whether it plays.</summary>
    public bool IsOn => Values[OnIndex] != 0;

    /// <summary>How long each look is shown when there are no bars to count.</summary>
    public int Seconds => Values[SecondsIndex];

    /// <summary>Bars of the music for which each is shown; 0 counts seconds alone.</summary>
    public int Bars => Values[BarsIndex];

    /// <summary>Whether chance says which comes next.</summary>
    public bool IsShuffled => Values[ShuffleIndex] != 0;

    /// <summary>How long one look takes to become the next.</summary>
    public int FadeMs => Values[FadeIndex];

    /// <summary>The slot at a place; 0 for none.</summary>
    public int SlotAt(int place) => Values[PlaceIndex + place];

    private static ControlSpec[] Specs(int slots)
    {
        var specs = new ControlSpec[PlaceIndex + Places];
        specs[OnIndex] = ControlSpec.Switch("on", false);
        specs[SecondsIndex] = ControlSpec.Number("seconds", 2, LongestS, 60);
        specs[BarsIndex] = ControlSpec.Number("bars", 0, 64, 0);
        specs[ShuffleIndex] = ControlSpec.Switch("shuffle", false);
        specs[FadeIndex] = ControlSpec.Number("fade", 0, LongestFadeMs, 1000);
        for (int i = 0; i < Places; i++)
        {
            specs[PlaceIndex + i] = ControlSpec.Number("place-" + (i + 1).ToString(), 0, slots, 0);
        }

        return specs;
    }
}
