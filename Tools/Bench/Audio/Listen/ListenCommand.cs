using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Listen;

/// <summary>`listen`: what the firmware hears in anybody's own music.</summary>
internal sealed class ListenCommand : Command
{
    // As they are written in files that other programs read: é stays é.
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Sound files: WAV, or whatever ffmpeg decodes.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = new("--json") { Description = "One JSON object a line, for programs." };
    private readonly Option<bool> _levels = new("--levels")
    {
        Description = "Once a second: level, gain and the learnt noise floor; dB are below a sine at full scale.",
    };

    private readonly Option<string?> _against = new("--against")
    {
        Description = "The beats as somebody tapped them, a time in seconds a line: says how well they agree.",
        HelpName = "BEATS.txt",
    };

    internal ListenCommand()
        : base(
            "listen",
            "Tell the beats, onsets and tempos that the firmware hears in sound files: a tempo from a confidence of a quarter "
                + "on, a beat, and whatever patterns act on, from one half on.")
    {
        Arguments.Add(_files);
        Options.Add(_json);
        Options.Add(_levels);
        Options.Add(_against);
        Validators.Add(arguments =>
        {
            if (arguments.GetValue(_against) != null && arguments.GetValue(_files)!.Length > 1)
            {
                arguments.AddError("--against holds the beats of one recording: name one FILE.");
            }
        });
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        try
        {
            double[]? truth = arguments.GetValue(_against) is string beats ? BeatFile.Read(beats) : null;
            Action<JsonObject> tell = arguments.GetValue(_json) ? TellAsJson : TellAsText;
            foreach (string path in arguments.GetValue(_files)!)
            {
                using WavSource source = SoundFile.Open(path, loop: false);
                tell(
                    new JsonObject
                    {
                        ["type"] = "file",
                        ["file"] = path,
                        ["seconds"] = Math.Round(source.Duration.TotalSeconds, 3),
                    });
                new Listener(tell, arguments.GetValue(_levels)).Hear(source, truth);
            }

            return 0;
        }
        catch (Exception error) when (
            error is AudioSourceException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private static void TellAsJson(JsonObject line) => Console.WriteLine(line.ToJsonString(Plain));

    // "  12.350 s  beat     bpm 128 · confidence 0.92 · bar -1"
    private static void TellAsText(JsonObject line)
    {
        string fields = string.Join(
            " · ", line.Where(field => field.Key is not ("type" or "time")).Select(field => $"{field.Key} {field.Value}"));
        string time = line["time"] is JsonNode seconds
            ? seconds.GetValue<double>().ToString("0.000 's'", CultureInfo.InvariantCulture)
            : string.Empty;
        Console.WriteLine($"{time,11}  {line["type"],-8} {fields}");
    }
}
