namespace NanoFirmware.Rendering.Grids;

/// <summary>A flower of petals that opens without end.</summary>
public sealed class RosePattern : WavePattern
{
    public override string Name => "rose";

    public override string Description => "A flower that opens and opens";

    public override string Parameters => "pace 0 120 36, depth 0 255 170, petals 1 8 5, bloom 0 255 110";

    protected override int Pace => Settings[0];

    protected override int Depth => Settings[1];

    protected override int PhaseOf(int across, int down)
    {
        int petal = Curves.Sine[(Angle(across, down) * Settings[2]) & (Phases - 1)] - 128;
        int distance = Distance(across, down);
        return ((-(distance * 3 / 4) + (petal * Settings[3] * distance >> 16)) & (Phases - 1)) + (3 * Phases);
    }
}
