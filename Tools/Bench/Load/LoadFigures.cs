namespace NanoFirmware.Bench.Load;

/// <summary>What came of a load.</summary>
/// <param name="Answered">Answers 200.</param>
/// <param name="Refused">Answers 503 that say when to come again.</param>
/// <param name="Failed">All others, and connections that broke.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="MsP50">Time from the question to the end of the answer, median.</param>
/// <param name="MsP99">The same, 99th percentile.</param>
/// <param name="FpsA">Frames a second of strip A meanwhile, as the device counts them.</param>
/// <param name="FpsB">The same of strip B.</param>
/// <param name="LostSamples">Samples that the device lost meanwhile.</param>
internal sealed record LoadFigures(
    int Answered, int Refused, int Failed, double Seconds, double MsP50, double MsP99, double FpsA, double FpsB,
    long LostSamples);
