using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace NanoFirmware.Flash;

/// <summary>The command line: builds the firmware and puts it on the board, or says what it would do.</summary>
/// <remarks>Exit codes: 0 done, 1 a tool is missing or a step failed, 2 the call itself is wrong.</remarks>
public sealed partial class FlashCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly IMachine _machine;

    private readonly Option<string?> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "The board's serial port: COM3, /dev/ttyACM0. [default: the only one there is]",
    };

    private readonly Option<string> _target = new("--target")
    {
        HelpName = "TARGET",
        Description = "The runtime: ESP32_S3_OCTAL for modules with octal PSRAM (N16R8, N8R8), ESP32_S3_QUAD for quad.",
        DefaultValueFactory = _ => "ESP32_S3_OCTAL",
    };

    private readonly Option<string?> _image = new("--image")
    {
        HelpName = "FILE",
        Description = "Deploy a ready Firmware.bin and build nothing: works on Windows, Linux and macOS.",
    };

    private readonly Option<bool> _withoutPsram = new("--without-psram")
    {
        Description = "Flash a board that has no PSRAM all the same: the strips and the page, without the options.",
    };

    private readonly Option<bool> _unchecked = new("--unchecked")
    {
        Description = "Deploy though the board does not answer whether the firmware can start on it.",
    };

    private readonly Option<string?> _wiring = new("--wiring")
    {
        HelpName = "FILE",
        Description = "What is soldered where, as JSON of /api/wiring: checked here, put on the board as wiring.json, taken at "
            + "its next start.",
    };

    private readonly Option<string?> _map = new("--map")
    {
        HelpName = "FILE",
        Description = "How the LEDs hang, as WLED's ledmap.json: checked here, put on the board, taken for strip A at its next "
            + "start.",
    };

    private readonly Option<bool> _listPorts = new("--list-ports")
    {
        Description = "Say which serial ports there are, and no more.",
    };

    private readonly Option<bool> _skipFirmware = new("--skip-firmware")
    {
        Description = "Keep the runtime and the settings that are on the board; deploy the application only.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Print the commands in their order and touch nothing.",
    };

    /// <param name="machine">The PC: its files, its tools.</param>
    public FlashCommand(TextWriter output, TextWriter error, IMachine machine)
    {
        _output = output;
        _error = error;
        _machine = machine;
        Check(_port, PortForm(), "is no serial port: use a name such as COM3 or /dev/ttyACM0.");
        Check(_target, TargetForm(), "is no image: use a name such as ESP32_S3_OCTAL or ESP32_S3_QUAD.");
    }

    /// <summary>Runs a command line and returns its exit code.</summary>
    public int Run(string[] args)
    {
        var command = new RootCommand("Builds the firmware, or takes a ready image, and puts it on the board.")
        {
            _port, _target, _image, _skipFirmware, _withoutPsram, _unchecked, _wiring, _map, _listPorts, _dryRun,
        };
        command.SetAction(parsed => parsed.GetValue(_listPorts) ? Try(ListPorts) : Try(() => Flash(new FlashOptions(
            parsed.GetValue(_port),
            parsed.GetValue(_target)!,
            parsed.GetValue(_image),
            parsed.GetValue(_skipFirmware),
            parsed.GetValue(_withoutPsram),
            parsed.GetValue(_unchecked),
            parsed.GetValue(_wiring),
            parsed.GetValue(_map),
            parsed.GetValue(_dryRun)))));

        ParseResult parsed = command.Parse(
            args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        return parsed.Errors.Count > 0
            ? Say(Misused, parsed.Errors[0].Message + " --help lists the options.")
            : parsed.Invoke(new InvocationConfiguration { Output = _output, Error = _error });
    }

    private static void Check(Option option, Regex form, string complaint) => option.Validators.Add(result =>
    {
        Token? wrong = result.Tokens.FirstOrDefault(token => !form.IsMatch(token.Value));
        if (wrong is not null)
        {
            result.AddError("'" + wrong.Value + "' " + complaint);
        }
    });

    private int Try(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (FlashException failure)
        {
            return Say(Failed, failure.Message);
        }
    }

    private int Flash(FlashOptions options) =>
        options.DryRun ? Imagine(options) : Run(new FlashPlan(_machine, options));

    private int Imagine(FlashOptions options)
    {
        new FlashPlan(_machine, options).RequireFilesThatAreThere();
        return Print(FlashPlan.Imagined(options));
    }

    private int ListPorts()
    {
        var tools = new Toolbox(_machine);
        string nanoff = tools.Nanoff()
            ?? throw new FlashException("nanoff is not installed: dotnet tool install -g nanoff, then open a new terminal.");
        string[] ports = tools.Ports(nanoff);
        _output.WriteLine(ports.Length == 0
            ? "There is no serial port. Connect the board by USB, with a cable that carries data."
            : string.Join(Environment.NewLine, ports));
        return Done;
    }

    private int Print(IEnumerable<FlashStep> steps)
    {
        foreach (FlashStep step in steps)
        {
            _output.WriteLine(step);
        }

        return Done;
    }

    private int Run(FlashPlan plan)
    {
        foreach (FlashStep step in plan.Steps())
        {
            _output.WriteLine("> " + step);
            int exitCode = _machine.Run(step);
            if (exitCode != 0)
            {
                throw new FlashException($"{step.Purpose} failed with exit code {exitCode}. {step.Hint}");
            }
        }

        _output.WriteLine("The firmware is on the board. It starts by itself, and again with every reset.");
        return Done;
    }

    private int Say(int exitCode, string sentence)
    {
        _error.WriteLine(sentence);
        return exitCode;
    }

    [GeneratedRegex(@"^(COM[1-9][0-9]{0,2}|/dev/[A-Za-z0-9._-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex PortForm();

    [GeneratedRegex("^[A-Z][A-Z0-9_]+$")]
    private static partial Regex TargetForm();
}
