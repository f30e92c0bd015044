using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>One recording of the scorecard.</summary>
/// <param name="Row">The row of the scorecard it counts for.</param>
/// <param name="Name">Which one in that row.</param>
/// <param name="Song">What is played; null for noise, in which nothing must be heard.</param>
/// <param name="Render">Makes its 16-bit samples.</param>
internal sealed record TestVector(string Row, string Name, Song? Song, Func<short[]> Render)
{
    internal static TestVector Of(string row, SongOptions options)
    {
        var song = new Song(options);
        string name = string.Create(null, $"{options.Groove} {options.Bpm:0} BPM seed {options.Seed}");
        return new TestVector(row, name, song, () => Hearing.Quantise(song.Render(Hearing.SampleRateHz)));
    }

    internal static TestVector Of(string row, string name, double seconds, Func<IAudioSource> source) =>
        new(row, name, null, () =>
    {
        var signal = new float[(int)(seconds * Hearing.SampleRateHz)];
        source().Read(0, Hearing.SampleRateHz, signal);
        return Hearing.Quantise(signal);
    });
}
