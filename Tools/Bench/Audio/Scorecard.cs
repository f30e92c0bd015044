using NanoFirmware.Bench.Audio.Rivals;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.Bench.Audio;

/// <summary>Plays every recording to every engine and adds up.</summary>
internal sealed class Scorecard
{
    /// <summary>The firmware's engine and its rivals, by the names of the report.</summary>
    internal static readonly (string Name, IBeatEngine Engine)[] Engines =
    [
        ("engine", new FirmwareEngine()),
        ("wledPeak", new BinPeakEngine()),
        ("energyThreshold", new EnergyEngine()),
        ("tempoBank", new TempoBankEngine()),
        .. Aubio(),
    ];

    // Not ours: it takes part where it is installed.
    private static (string Name, IBeatEngine Engine)[] Aubio() => AubioEngine.Find() is { } aubio ? [("aubio", aubio)] : [];

    /// <summary>Engines by name, the firmware's as "engine" first.</summary>
    internal required IReadOnlyList<(string Name, EngineScore Score)> Results { get; init; }

    /// <summary>Scores all engines, or the firmware's alone.</summary>
    internal static Scorecard Run(IReadOnlyList<TestVector> vectors, bool isAlone = false)
    {
        (string Name, IBeatEngine Engine)[] engines = isAlone ? Engines[..1] : Engines;
        var scores = engines.Select(_ => new List<VectorScore>()).ToArray();
        return ProgressDisplay.Show("recordings", vectors.Count, progress =>
        {
            foreach (TestVector vector in vectors)
            {
                short[] samples = vector.Render();
                for (int i = 0; i < engines.Length; i++)
                {
                    scores[i].Add(VectorScore.Of(vector, Hearing.Of(engines[i].Engine, samples)));
                }

                progress.Advance();
            }

            return Of(engines, scores);
        });
    }

    private static Scorecard Of((string Name, IBeatEngine Engine)[] engines, List<VectorScore>[] scores) =>
        new() { Results = engines.Select((engine, i) => (engine.Name, EngineScore.Of(scores[i]))).ToArray() };
}
