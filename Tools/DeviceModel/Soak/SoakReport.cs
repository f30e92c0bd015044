using System.Text.Json;

namespace NanoFirmware.DeviceModel.Soak;

/// <summary>What a soak showed.</summary>
/// <param name="Marks">Figures after the first minute, at every hour and at the end.</param>
/// <param name="DecodedFrames">Frames whose signal was decoded.</param>
/// <param name="TornFrames">Torn ones among them.</param>
/// <param name="TimingViolations">Pulses outside the datasheet among them.</param>
/// <param name="Deaths">Threads that ended by an exception.</param>
public sealed record SoakReport(SoakMark[] Marks, int DecodedFrames, int TornFrames, int TimingViolations, int Deaths)
{
    /// <summary>
    /// How much the live heap at the end differs from that after the first hour (the first mark, in shorter runs), in percent.
    /// </summary>
    public double HeapDriftPercent => 100.0 * (Marks[^1].LiveBytes - First.LiveBytes) / First.LiveBytes;

    /// <summary>Frames a second of strip A over the whole run.</summary>
    public double FpsA => Marks[^1].FramesA / Marks[^1].Seconds;

    /// <summary>Frames a second of strip B over the whole run.</summary>
    public double FpsB => Marks[^1].FramesB / Marks[^1].Seconds;

    private SoakMark First => Marks.Length > 2 ? Marks[1] : Marks[0];

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static SoakReport FromJson(string json) => JsonSerializer.Deserialize<SoakReport>(json)!;
}
