using System.Globalization;

namespace NanoHost.Audio;

/// <summary>The generators by name, as the tools' command lines spell them.</summary>
public static class AudioSources
{
    public const string Allowed = "silence, zero, sine:HZ, noise, noise:pink, click:BPM, sweep or song";

    private const double NoiseDb = -20;
    private const double LowestToneHz = 1;
    private const double HighestToneHz = 7680;
    private const double SlowestBpm = 10;
    private const double FastestBpm = 600;

    /// <summary>Makes the generator that <paramref name="signal"/> names.</summary>
    /// <exception cref="AudioSourceException">The name or its number is not allowed; the message says what is.</exception>
    public static IAudioSource Parse(string signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        int colon = signal.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? signal : signal[..colon];
        string? argument = colon < 0 ? null : signal[(colon + 1)..];
        return (name.ToLowerInvariant(), argument) switch
        {
            ("silence", null) => new NoiseSource(NoiseSource.SelfNoiseDb),
            ("zero", null) => new ZeroSource(),
            ("sine", not null) => new SineSource(Number(signal, argument, "Hz", LowestToneHz, HighestToneHz)),
            ("noise", null or "white") => new NoiseSource(NoiseDb),
            ("noise", "pink") => new NoiseSource(NoiseDb, NoiseColour.Pink),
            ("click", not null) => new ClickSource(Number(signal, argument, "beats a minute", SlowestBpm, FastestBpm)),
            ("sweep", null) => new SweepSource(),
            ("song", null) => new SongSource(new SongOptions()),
            _ => throw new AudioSourceException($"Unknown signal '{signal}': use {Allowed}."),
        };
    }

    private static double Number(string signal, string argument, string unit, double least, double most)
    {
        if (double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value >= least && value <= most)
        {
            return value;
        }

        throw new AudioSourceException(string.Create(
            CultureInfo.InvariantCulture, $"Signal '{signal}' needs {least} to {most} {unit} after the colon."));
    }
}
