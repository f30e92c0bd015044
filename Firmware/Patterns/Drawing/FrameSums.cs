namespace NanoFirmware.Rendering;

/// <summary>What the colours of a picture add up to, so that whoever shows it as it is need not add it up again.</summary>
internal sealed class FrameSums
{
    public int Green;

    public int Red;

    public int Blue;

    /// <summary>Every byte was added up; else red and blue are estimated.</summary>
    public bool IsExact;

    /// <summary>False while the picture is being drawn anew.</summary>
    public bool IsKnown;

    /// <summary>Adds what a part of the picture adds up to.</summary>
    public void Add(int green, int red, int blue)
    {
        Green += green;
        Red += red;
        Blue += blue;
    }

    /// <summary>Adds what a part adds up to by place in an order.</summary>
    public void Add(ColourOrder order, int first, int second, int third)
    {
        if (order.IsUsual)
        {
            Green += first;
            Red += second;
            Blue += third;
            return;
        }

        Green += ColourOrder.At(order.Green, first, second, third);
        Red += ColourOrder.At(order.Red, first, second, third);
        Blue += ColourOrder.At(order.Blue, first, second, third);
    }

    /// <summary>What was added up by place counts as what stands there in an order.</summary>
    public void Sort(ColourOrder order)
    {
        if (order.IsUsual)
        {
            return;
        }

        int first = Green;
        int second = Red;
        int third = Blue;
        Green = ColourOrder.At(order.Green, first, second, third);
        Red = ColourOrder.At(order.Red, first, second, third);
        Blue = ColourOrder.At(order.Blue, first, second, third);
    }

    /// <summary>Takes over what was added up last.</summary>
    public void Take(int green, int red, int blue, bool isExact)
    {
        Green = green;
        Red = red;
        Blue = blue;
        IsExact = isExact;
        IsKnown = true;
    }
}
