using NanoHost.Audio;

namespace NanoFirmware.Simulator.Sound;

/// <summary>Opens what the options name.</summary>
internal static class Sounds
{
    /// <summary>What the simulated microphone shall hear.</summary>
    /// <exception cref="AudioSourceException">It cannot be heard; the message says why and what would help.</exception>
    internal static IAudioSource Open(SimulatorOptions options, string path) => options switch
    {
        { HearsMicrophone: true } => Microphone.Open(options.MicrophoneName, path),
        { WavPath: SimulatorOptions.StandardInput } => SoundStream.FromPipe(Console.OpenStandardInput(), "Standard input"),
        { WavPath: string folder } when Directory.Exists(folder) => new SongFolder(folder),
        { WavPath: string file } => SoundFile.Open(file),
        _ => AudioSources.Parse(options.Signal),
    };
}
