namespace NanoFirmware.Jam;

/// <summary>
/// What is played: eight tracks of sixteen steps, how they are played and coloured. Each cell keeps who wrote it and when; the
/// later one wins, whatever the order in which news comes, so that all who have had the same news have the same state.
/// </summary>
internal sealed partial class JamState
{
    public const int Tracks = 8;
    public const int Steps = 16;

    /// <summary>Cells: the steps, track by track, then one for each track, for the colours, for tempo and transport.</summary>
    public const int TrackCell = Tracks * Steps;
    public const int ColourCell = TrackCell + Tracks;
    public const int TransportCell = ColourCell + 1;
    public const int Cells = TransportCell + 1;

    /// <summary>A Lamport stamp has 23 bits: with its sender below it, it stays a positive int.</summary>
    public const int LastStamp = 0x7FFFFF;

    /// <summary>What the next stamp of the same sender is greater by.</summary>
    public const int OneStamp = 1 << SenderBits;

    /// <summary>Set in a step's value when it sounds; below it the velocity, 0–100.</summary>
    public const int On = 128;

    /// <summary>In a track's value, above the volume, 0–100.</summary>
    public const int Mute = 128;
    public const int Solo = 256;

    public const int MostVelocity = 100;
    public const int UsualVelocity = 80;
    public const int LeastTempo = 40;
    public const int MostTempo = 300;
    public const int LeastSwing = 50;
    public const int MostSwing = 75;

    // In the lowest bits of what is kept of a stamp: whose it is.
    private const int SenderBits = 8;

    /// <summary>Values of the cells.</summary>
    public readonly int[] Values = new int[Cells];

    /// <summary>
    /// Stamp and, in the lowest eight bits, sender of each cell; 0 for never written, less while a transport is being written.
    /// </summary>
    public readonly int[] Stamps = new int[Cells];

    /// <summary>Session time of step 0 in ms; belongs to the transport's cell.</summary>
    public int OriginMs;

    /// <summary>Greatest stamp that was seen.</summary>
    public int Newest;

    public JamState() => Forget();
}
