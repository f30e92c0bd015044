namespace NanoFirmware.Rendering.Grids;

/// <summary>Waves of two sources: they add up along some ways and put each other out along others.</summary>
/// <remarks>
/// The sum of two waves is one whose phase is that of their mean way, as strong as the difference of their ways lets it be.
/// </remarks>
public sealed class InterferencePattern : WavePattern
{
    public override string Name => "interference";

    public override string Description => "Waves of two sources cross and put each other out";

    public override string Parameters => "pace 0 120 36, depth 0 255 230, apart 1 40 12, waves 1 60 22";

    protected override int Pace => Settings[0];

    protected override int Depth => Settings[1];

    protected override int PhaseOf(int across, int down)
    {
        int one = Distance(across - Settings[2], down + (Settings[2] / 2));
        int other = Distance(across + Settings[2], down - (Settings[2] / 2));
        int phase = (one + other) * Settings[3] >> 5;
        int swing = Curves.Sine[((((one - other) * Settings[3]) >> 5) + 64) & (Phases - 1)] - 128;
        if (swing < 0)
        {
            phase += Phases / 2;
            swing = -swing;
        }

        return (-phase & (Phases - 1)) + (swing / 33 * Phases);
    }
}
