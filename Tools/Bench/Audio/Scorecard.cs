using NanoFirmware.Bench.Audio.Rivals;

namespace NanoFirmware.Bench.Audio;

/// <summary>Plays every recording to every engine and adds up.</summary>
internal sealed class Scorecard
{
    /// <summary>The firmware's engine and its rivals, by the names of the report.</summary>
    internal static readonly (string Name, IBeatEngine Engine)[] Engines =
    {
        ("engine", new FirmwareEngine()),
        ("wledPeak", new BinPeakEngine()),
        ("energyThreshold", new EnergyEngine()),
        ("tempoBank", new TempoBankEngine()),
    };

    /// <summary>Engines by name, the firmware's as "engine" first.</summary>
    internal required IReadOnlyList<(string Name, EngineScore Score)> Results { get; init; }

    internal static Scorecard Run(IReadOnlyList<TestVector> vectors)
    {
        var scores = Engines.Select(_ => new List<VectorScore>()).ToArray();
        foreach (TestVector vector in vectors)
        {
            short[] samples = vector.Render();
            for (int i = 0; i < Engines.Length; i++)
            {
                scores[i].Add(VectorScore.Of(vector, Hearing.Of(Engines[i].Engine, samples)));
            }
        }

        return new Scorecard { Results = Engines.Select((engine, i) => (engine.Name, EngineScore.Of(scores[i]))).ToArray() };
    }
}
