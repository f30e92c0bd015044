namespace NanoFirmware.Rendering.Grids;

/// <summary>Arms that turn about the middle.</summary>
public sealed class SpiralPattern : WavePattern
{
    public override string Name => "spiral";

    public override string Description => "Arms of colour wind out of the middle";

    public override string Parameters => "pace 0 120 36, depth 0 255 190, arms 1 5 2, twist 0 255 90";

    protected override int Pace => Settings[0];

    protected override int Depth => Settings[1];

    protected override int PhaseOf(int across, int down) =>
        (((Angle(across, down) * Settings[2]) - (Distance(across, down) * Settings[3] >> 7)) & (Phases - 1)) + (3 * Phases);
}
