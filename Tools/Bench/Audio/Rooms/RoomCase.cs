namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>A recording of what a room does to the ears beyond music in front of them, and the one figure it is judged
/// by.</summary>
/// <param name="Row">The row of docs/audio.md it counts for.</param>
/// <param name="Name">Which one in that row.</param>
/// <param name="Render">Makes its 16-bit samples.</param>
/// <param name="Judge">The figure.</param>
/// <param name="Unit">What the figure counts.</param>
/// <param name="Limit">What it should be: at most this, or at least this.</param>
/// <param name="IsLeast">True when the limit is the least that is good.</param>
internal sealed record RoomCase(
    string Row, string Name, Func<short[]> Render, Func<RoomHearing, double> Judge, string Unit, double Limit,
        bool IsLeast = false)
{
    /// <summary>What the user has set about the ears meanwhile.</summary>
    internal int Squelch { get; init; }

    /// <summary>Plays it and says the figure.</summary>
    internal double Measure() => Measure(Render());

    /// <summary>The figure of its samples.</summary>
    internal double Measure(short[] samples) => Judge(RoomHearing.Of(samples, Squelch));

    internal bool Holds(double figure) => IsLeast ? figure >= Limit : figure <= Limit;
}
