using System;

namespace NanoFirmware.Control;

/// <summary>What is soldered to one strip's output.</summary>
internal sealed class StripWiring : ControlSet
{
    public const int PinIndex = 0;
    public const int LedsIndex = 1;
    public const int OrderIndex = 2;
    public const int SkipIndex = 3;
    public const int ChipIndex = 4;
    public const int OnIndex = 5;

    /// <summary>Most LEDs that may be skipped.</summary>
    public const int MostSkipped = 9;

    /// <param name="pin">GPIO of the data line on a new device.</param>
    /// <param name="leds">LEDs on a new device.</param>
    public StripWiring(int pin, int leds)
        : base(new[]
        {
            ControlSpec.Number("pin", 0, Pins.Highest, pin),
            ControlSpec.Number("leds", 1, Board.MostLeds, leds),
            ControlSpec.Choice("order", ColourOrder.Names, 0),
            ControlSpec.Number("skip", 0, MostSkipped, 0),
            ControlSpec.Choice("chip", LedChip.Names, 0),
            ControlSpec.Switch("on", true),
        })
    {
    }

    /// <summary>The same values, to be changed on their own.</summary>
    public StripWiring(StripWiring other)
        : base(other)
    {
    }

    /// <summary>A strip beside another one, with which it shares what is said of all but its pin.</summary>
    public StripWiring(StripWiring other, int pin)
        : base(Beside(other, pin))
    {
    }

    private static ControlSpec[] Beside(StripWiring other, int pin)
    {
        var controls = new ControlSpec[other.Controls.Length];
        Array.Copy(other.Controls, controls, controls.Length);
        controls[PinIndex] = controls[PinIndex].StartingAt(pin);
        return controls;
    }

    /// <summary>GPIO of the data line.</summary>
    public int Pin => Values[PinIndex];

    /// <summary>LEDs that are lit; 0 when the strip is off.</summary>
    public int Leds => IsOn ? Values[LedsIndex] : 0;

    /// <summary>LEDs before the first one that is lit: they stay dark.</summary>
    public int Skip => Values[SkipIndex];

    public ColourOrder Order => ColourOrder.Of(Values[OrderIndex]);

    public LedChip Chip => LedChip.Of(Values[ChipIndex]);

    /// <summary>False when there is no such strip.</summary>
    public bool IsOn => Values[OnIndex] != 0;

    /// <summary>Its frames take so long on the wire that every second one is left out.</summary>
    public bool IsHalfRate => Leds > Board.MostLedsAtFullRate;
}
