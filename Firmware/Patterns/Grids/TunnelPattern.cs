namespace NanoFirmware.Rendering.Grids;

/// <summary>A flight through a tunnel: rings that grow the faster the nearer they are.</summary>
public sealed class TunnelPattern : WavePattern
{
    public override string Name => "tunnel";

    public override string Description => "A flight through a tunnel with walls of colour";

    public override string Parameters => "pace 0 120 36, depth 0 255 200, sides 1 8 6, length 20 255 120";

    protected override int Pace => Settings[0];

    protected override int Depth => Settings[1];

    protected override int PhaseOf(int across, int down)
    {
        int distance = Distance(across, down) + 8;

        // Far is in the middle; every second wall stands half a wave behind and in shadow.
        int far = Settings[3] * 128 / distance;
        bool isOdd = (Angle(across, down) * Settings[2] >> 7 & 1) != 0;
        int near = distance / 28;
        near = near > 3 ? 3 : near;
        return ((far + (isOdd ? Phases / 2 : 0)) & (Phases - 1)) + (near * Phases);
    }
}
