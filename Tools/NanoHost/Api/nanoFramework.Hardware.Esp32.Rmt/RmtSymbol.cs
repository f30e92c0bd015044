namespace nanoFramework.Hardware.Esp32.Rmt;

/// <summary>Two levels and how long each lasts, in ticks of the channel's resolution, 0–32767; 0 ends a transmission.</summary>
public class RmtSymbol
{
    private const ushort MaxDuration = 32767;

    private ushort _duration0;
    private ushort _duration1;

    public RmtSymbol(ushort duration0, bool level0, ushort duration1, bool level1)
    {
        Duration0 = duration0;
        Level0 = level0;
        Duration1 = duration1;
        Level1 = level1;
    }

    public ushort Duration0
    {
        get => _duration0;
        set => _duration0 = Checked(value);
    }

    public bool Level0 { get; set; }

    public ushort Duration1
    {
        get => _duration1;
        set => _duration1 = Checked(value);
    }

    public bool Level1 { get; set; }

    private static ushort Checked(ushort duration) =>
        duration <= MaxDuration ? duration : throw new ArgumentOutOfRangeException(nameof(duration), "A duration has 15 bits.");
}
