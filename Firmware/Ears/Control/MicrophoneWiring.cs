namespace NanoFirmware.Control;

/// <summary>What the ears are soldered to.</summary>
internal sealed class MicrophoneWiring : ControlSet
{
    public const int KindIndex = 0;
    public const int ClockIndex = 1;
    public const int SelectIndex = 2;
    public const int DataIndex = 3;

    private const int Off = 3;

    // All of them send 24 bits in slots of 32 to our clocks; the driver has no master clock to give.
    private static readonly string[] Kinds = { "inmp441", "ics-43434", "line-in", "off" };

    public MicrophoneWiring()
        : base(new[]
        {
            ControlSpec.Choice("kind", Kinds, 0),
            ControlSpec.Number("sck", 0, Pins.Highest, Board.MicrophoneClockPin),
            ControlSpec.Number("ws", 0, Pins.Highest, Board.MicrophoneSelectPin),
            ControlSpec.Number("sd", 0, Pins.Highest, Board.MicrophoneDataPin),
        })
    {
    }

    /// <summary>The same values, to be changed on their own.</summary>
    public MicrophoneWiring(MicrophoneWiring other)
        : base(other)
    {
    }

    /// <summary>False when there is none: nobody looks for it, and the clock paces the show.</summary>
    public bool IsOn => Values[KindIndex] != Off;

    /// <inheritdoc/>
    public override string Refusal(ControlSpec control) => control == Controls[KindIndex]
        ? "kind must be inmp441, ics-43434, line-in (a converter that needs no master clock: a PCM1808 needs one, and none can "
        + "be had here) or off"
        : base.Refusal(control);

    /// <summary>GPIO of the bit clock.</summary>
    public int ClockPin => Values[ClockIndex];

    /// <summary>GPIO of the word select.</summary>
    public int SelectPin => Values[SelectIndex];

    /// <summary>GPIO of the data line.</summary>
    public int DataPin => Values[DataIndex];
}
