using System;

namespace NanoFirmware.Control;

/// <summary>How a channel's pixels hang: along a line, or as a grid. Made when somebody asks or changes it, not kept.</summary>
public sealed class LayoutControls : ControlSet
{
    public const int KindIndex = 0;
    public const int WidthIndex = 1;
    public const int HeightIndex = 2;
    public const int StartIndex = 3;
    public const int ByIndex = 4;
    public const int SerpentineIndex = 5;
    public const int SpanIndex = 6;
    public const int ExpandIndex = 7;

    /// <summary>Pixels in a row.</summary>
    public const int Line = 0;

    /// <summary>Rows of pixels.</summary>
    public const int Grid = 1;

    private readonly int[] _leds;
    private readonly int _index;

    /// <param name="leds">Pixels of each strip.</param>
    /// <param name="index">The channel's own.</param>
    /// <param name="values">What is set; null for a line.</param>
    public LayoutControls(int[] leds, int index, int[] values)
        : base(new[]
        {
            ControlSpec.Choice("kind", Words("line grid"), Line),
            ControlSpec.Number("width", 1, Board.MostLedsTogether, 1),
            ControlSpec.Number("height", 1, Board.MostLedsTogether, 1),
            ControlSpec.Choice("start", Words("top-left top-right bottom-left bottom-right"), 0),
            ControlSpec.Choice("by", Words("rows columns"), 0),
            ControlSpec.Switch("serpentine", false),
            ControlSpec.Switch("span", false),
            ControlSpec.Choice("expand", Words("columns rows rings path"), 0),
        })
    {
        _leds = leds;
        _index = index;
        if (values != null)
        {
            Array.Copy(values, Values, Values.Length);
        }
    }

    /// <summary>True for rows and columns.</summary>
    public bool IsGrid => Values[KindIndex] == Grid;

    /// <inheritdoc/>
    public override string Conflict(int[] values)
    {
        if (values[KindIndex] == Line)
        {
            return null;
        }

        int room = _leds[_index];
        bool spans = values[SpanIndex] != 0;
        if (spans && (_index > 0 || _leds.Length < 2 || _leds[1] == 0))
        {
            return _index > 0 ? "span belongs to the layout of channel a" : "span needs a second strip";
        }

        for (int i = 1; i < _leds.Length && spans; i++)
        {
            room += _leds[i];
        }

        if (values[WidthIndex] * values[HeightIndex] <= room)
        {
            return null;
        }

        return "width times height must be at most " + room.ToString() + ", the LEDs of " + (spans ? "both strips" : "the strip");
    }

    // Made anew each time: as fields they would be kept, and nobody needs them between two requests.
    private static string[] Words(string text)
    {
        char[] space = { ' ' };
        return text.Split(space);
    }
}
