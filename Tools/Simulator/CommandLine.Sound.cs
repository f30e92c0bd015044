using System.CommandLine;
using System.CommandLine.Parsing;

namespace NanoFirmware.Simulator;

/// <summary>The options for what is heard.</summary>
public static partial class CommandLine
{
    private static readonly Option<string?> Wav = Text(
        "--wav", "FILE",
        "Let the microphone hear a sound file: WAV, or whatever ffmpeg decodes. Of a folder all songs; - hears standard input.");

    private static readonly Option<string?> Signal = Text(
        "--signal", "SIGNAL", "Let it hear silence, sine:HZ, noise, click:BPM, sweep or song. [default: song]");

    private static readonly Option<string?> Microphone = new("--microphone")
    {
        HelpName = "NAME",
        Description = "Let it hear this computer's microphone, by arecord or ffmpeg: that one, or the usual one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Play = new("--play")
    {
        Description = "Hear what is shown, by paplay, aplay or ffplay.",
    };

    private static void OneSound(CommandResult line)
    {
        Option[] given = [.. new Option[] { Wav, Signal, Microphone }.Where(option => line.GetResult(option) is not null)];
        if (given.Length > 1)
        {
            line.AddError($"{given[0].Name} and {given[1].Name} contradict each other: the microphone hears one of them.");
        }
    }

    private static void NoHowling(CommandResult line)
    {
        if (line.GetResult(Microphone) is not null && line.GetValue(Play))
        {
            line.AddError("--play would howl with --microphone: it hears the loudspeaker.");
        }
    }
}
