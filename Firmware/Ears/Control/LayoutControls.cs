using System;

namespace NanoFirmware.Control;

/// <summary>How a channel's pixels hang: along a line, or as a grid. Made when somebody asks or changes it, not kept.</summary>
public sealed partial class LayoutControls : ControlSet
{
    public const int KindIndex = 0;
    public const int WidthIndex = 1;
    public const int HeightIndex = 2;
    public const int StartIndex = 3;
    public const int ByIndex = 4;
    public const int SerpentineIndex = 5;
    public const int SpanIndex = 6;
    public const int ExpandIndex = 7;
    public const int PanelsIndex = 8;
    public const int SizeIndex = 9;
    public const int GapIndex = 10;
    public const int OrderIndex = 11;
    public const int RotationIndex = 12;

    /// <summary>Pixels in a row.</summary>
    public const int Line = 0;

    /// <summary>Rows of pixels.</summary>
    public const int Grid = 1;

    /// <summary>Square panels side by side.</summary>
    public const int Panels = 2;

    /// <summary>As a document says, LED by LED.</summary>
    public const int FreeMap = 3;

    private readonly int[] _leds;
    private readonly int _index;

    /// <param name="leds">Pixels of each strip.</param>
    /// <param name="index">The channel's own.</param>
    /// <param name="values">What is set; null for a line.</param>
    /// <param name="map">The map that there is for it; null for none.</param>
    public LayoutControls(int[] leds, int index, int[] values, LedMap map)
        : base(new[]
        {
            ControlSpec.Choice("kind", Words("line grid panels map"), Line),
            ControlSpec.Number("width", 1, Board.MostLedsTogether, 1),
            ControlSpec.Number("height", 1, Board.MostLedsTogether, 1),
            ControlSpec.Choice("start", Words("top-left top-right bottom-left bottom-right"), 0),
            ControlSpec.Choice("by", Words("rows columns"), 0),
            ControlSpec.Switch("serpentine", false),
            ControlSpec.Switch("span", false),
            ControlSpec.Choice("expand", Words("columns rows rings path"), 0),
            ControlSpec.Number("panels", 1, 24, 1),
            ControlSpec.Number("size", 1, 32, 8),
            ControlSpec.Number("gap", 0, 32, 0),
            ControlSpec.Choice("order", Words("from-left from-right"), 0),
            ControlSpec.Choice("rotation", Words("0 90 180 270"), 0),
        })
    {
        _leds = leds;
        _index = index;
        Map = map;
        if (values != null)
        {
            Array.Copy(values, Values, Values.Length);
        }
    }

    /// <summary>The map that there is for it; null for none.</summary>
    public readonly LedMap Map;

    /// <summary>True for rows and columns.</summary>
    public bool IsGrid => Values[KindIndex] != Line;

    /// <summary>True for panels side by side.</summary>
    public bool IsOfPanels => Values[KindIndex] == Panels;

    /// <summary>
    /// Hangs the strip by the map, over the second strip too where it names LEDs that are only there, and only then.
    /// </summary>
    public void TakeMap()
    {
        Set(KindIndex, FreeMap);
        Set(SpanIndex, _index == 0 && _leds.Length > 1 && _leds[1] > 0 && Map.Last >= _leds[0] ? 1 : 0);
    }

    // Made anew each time: as fields they would be kept, and nobody needs them between two requests.
    private static string[] Words(string text)
    {
        char[] space = { ' ' };
        return text.Split(space);
    }

    /// <inheritdoc/>
    public override string Conflict(int[] values) => Conflict(values, _leds);

    /// <summary>What is wrong with it on other strips, as a sentence; null for nothing.</summary>
    /// <param name="leds">Pixels of each strip.</param>
    public string ConflictOn(int[] leds) => Conflict(Values, leds);
}
