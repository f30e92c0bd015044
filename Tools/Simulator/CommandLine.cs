using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using NanoFirmware.Simulator.Sending;

namespace NanoFirmware.Simulator;

/// <summary>The simulator's command line: what the options are called, and what they accept.</summary>
public static partial class CommandLine
{
    private const int HighestOffset = 40000;
    private const double ShortestSeconds = 0.1;
    private const double LongestSeconds = 7 * 24 * 3600;

    private static readonly Option<int?> Port = new("--port")
    {
        HelpName = "N",
        Description = "Serve the device on port N and the bench page on N+1. [default: 8080]",
        CustomParser = ParsePort,
    };

    private static readonly Option<int?> UdpOffset = new("--udp-offset")
    {
        HelpName = "N",
        Description = "Open the device's UDP port 4048 as 4048+N, and so all; as far below where that is above 65535. [default: "
            + "0]",
        CustomParser = ParseOffset,
    };

    private static readonly Option<IPAddress?> UdpInterface = new("--udp-interface")
    {
        HelpName = "ADDRESS",
        Description = "Hear multicast groups on this computer's interface with that address, and send to them by it. [default: "
            + "127.0.0.1]",
        CustomParser = argument => Parse(argument, ParseAddress, "an IPv4 address of this computer as 192.168.1.20"),
    };

    private static readonly Option<TimeSpan?> Duration = new("--duration")
    {
        HelpName = "SECONDS",
        Description = "Stop after that many seconds. [default: run until Ctrl+C]",
        CustomParser = ParseDuration,
    };

    private static readonly Option<string?> Report = Text("--report", "FILE", "Write the run's figures as JSON.");

    private static readonly Option<string?> Record = Text(
        "--record", "DIR",
        "Record both strips: frames-a.rgb, frames-b.rgb, strip-a.png, strip-b.png, strips.png; with ffmpeg strips.gif; "
        + "of a grid grid.png, grid.gif.");

    private static readonly Option<string?> State = Text(
        "--state", "DIR", "Keep the device's I: drive, where its settings live, in DIR. [default: state]");

    private static readonly Option<int[]?> Leds = new("--leds")
    {
        HelpName = "A,B",
        Description = "LEDs of strip A and of strip B, 0 for none: 1 to 600 each, 768 in all. [default: what --state holds, else "
            + "180,180]",
        CustomParser = ParseLeds,
    };

    private static readonly Option<string?> Wired = Text(
        "--wiring", "FILE",
        "What is soldered where, as JSON of /api/wiring: put on the device's I: drive as wiring.json, as the flash tool does.");

    private static readonly Option<DdpTarget[]?> Send = new("--send")
    {
        HelpName = "TARGETS",
        Description = "Send what the strips show to devices, to each its piece: " + DdpTarget.Form + ".",
        CustomParser = argument => Parse(argument, DdpTarget.ParseAll, DdpTarget.Form),
    };

    private static readonly Option<string?> Video = Text("--video", "FILE",
        "With --send and --grid: send a video file instead, by ffmpeg.");

    private static readonly Option<GridSize?> Grid = new("--grid")
    {
        HelpName = "WxH",
        Description = "The grid that --video is scaled to, as 25x24.",
        CustomParser = argument => Parse(argument, GridSize.Parse, "columns and rows as 25x24"),
    };

    private static readonly Option<string?> Pattern = Text("--pattern", "NAME", "Show that pattern on both strips.");

    private static readonly Option<bool> Watch = new("--watch")
    {
        Description = "Build and start again whenever a source file is saved, by dotnet watch.",
    };

    private static readonly Option<bool> Headless = new("--headless") { Description = "No terminal view, plain lines only." };

    // Made when it is asked for: by then the options of every file are.
    private static readonly Lazy<RootCommand> Root = new(BuildRoot);

    /// <summary>Reads the command line. Without errors the result's <c>Action</c> is set for --help and --version only.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args) =>
        Root.Value.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });

    /// <summary>The options of a command line that was read.</summary>
    /// <exception cref="UsageException">Something on the line is unknown, contradictory or out of range.</exception>
    public static SimulatorOptions ToOptions(ParseResult line)
    {
        if (line.UnmatchedTokens.Count > 0)
        {
            throw new UsageException($"'{line.UnmatchedTokens[0]}' is no option of the simulator: --help lists them.");
        }

        if (line.Errors.Count > 0)
        {
            throw new UsageException(line.Errors[0].Message);
        }

        var defaults = new SimulatorOptions();
        return defaults with
        {
            WavPath = line.GetValue(Wav),
            Signal = line.GetValue(Signal) ?? defaults.Signal,
            HearsMicrophone = line.GetResult(Microphone) is not null,
            MicrophoneName = line.GetValue(Microphone),
            IsPlayed = line.GetValue(Play),
            Port = line.GetValue(Port) ?? defaults.Port,
            UdpOffset = line.GetValue(UdpOffset) ?? defaults.UdpOffset,
            UdpInterface = line.GetValue(UdpInterface) ?? defaults.UdpInterface,
            Duration = line.GetValue(Duration),
            ReportPath = line.GetValue(Report),
            RecordFolder = line.GetValue(Record),
            StateFolder = line.GetValue(State) ?? defaults.StateFolder,
            Leds = line.GetValue(Leds) is { Length: > 0 } leds ? leds : null,
            WiringPath = line.GetValue(Wired),
            Targets = line.GetValue(Send) ?? [],
            VideoPath = line.GetValue(Video),
            VideoSize = line.GetValue(Grid),
            Pattern = line.GetValue(Pattern),
            IsWatched = line.GetValue(Watch),
            Headless = line.GetValue(Headless),
        };
    }

    private static RootCommand BuildRoot()
    {
        var root = new RootCommand("Runs nanoFirmware without a board: real time, real HTTP, both strips to look at.")
        {
            Wav, Signal, Microphone, Play, Port, UdpOffset, UdpInterface, Duration, Report, Record, State, Leds, Wired, Send,
            Video, Grid, Pattern, Watch, Headless,
        };
        root.Validators.Add(OneSound);
        root.Validators.Add(NoHowling);
        root.Validators.Add(OneWiring);
        root.Validators.Add(WholeVideo);
        return root;
    }

    private static Option<string?> Text(string name, string value, string description)
    {
        return new Option<string?>(name) { HelpName = value, Description = description, CustomParser = ParseText };

        string? ParseText(ArgumentResult argument)
        {
            string text = argument.Tokens[0].Value;
            if (string.IsNullOrWhiteSpace(text) || text.StartsWith("--", StringComparison.Ordinal))
            {
                argument.AddError($"{name} wants a {value} after it, not '{text}'.");
            }

            return text;
        }
    }

    private static T? Parse<T>(ArgumentResult argument, Func<string, T?> read, string form)
        where T : class
    {
        string text = argument.Tokens[0].Value;
        T? value = read(text);
        if (value is null)
        {
            argument.AddError($"--{argument.Argument.Name.TrimStart('-')} wants {form}, not '{text}'.");
        }

        return value;
    }

    private static int? ParsePort(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65534)
        {
            return port;
        }

        argument.AddError($"--port wants a whole number from 1 to 65534, not '{text}'.");
        return null;
    }

    private static int? ParseOffset(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int offset) && offset <= HighestOffset)
        {
            return offset;
        }

        argument.AddError($"--udp-offset wants a whole number from 0 to {HighestOffset}, not '{text}'.");
        return null;
    }

    private static IPAddress? ParseAddress(string text) =>
        IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork
            && NetworkInterface.GetAllNetworkInterfaces()
                .Any(one => one.GetIPProperties().UnicastAddresses.Any(own => own.Address.Equals(address)))
            ? address : null;

    private static int[]? ParseLeds(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        string[] parts = text.Split(',');
        int[] leds =
        [
            .. parts.Select(
                part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : -1),
        ];
        if (leds.Length == 2 && leds.All(count => count is >= 0 and <= NanoFirmware.Board.MostLeds)
            && leds.Sum() is > 0 and <= NanoFirmware.Board.MostLedsTogether)
        {
            return leds;
        }

        argument.AddError(string.Create(
            CultureInfo.InvariantCulture,
            $"--leds wants two numbers, each from 0 to {NanoFirmware.Board.MostLeds}, 1 to {NanoFirmware.Board.MostLedsTogether} "
                + $"in all, not '{text}'."));
        return null;
    }

    private static TimeSpan? ParseDuration(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds is >= ShortestSeconds and <= LongestSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        argument.AddError(string.Create(
            CultureInfo.InvariantCulture,
            $"--duration wants a number of seconds from {ShortestSeconds} to {LongestSeconds} (a week), not '{text}'."));
        return null;
    }

    private static void OneWiring(CommandResult line)
    {
        if (line.GetResult(Leds) is not null && line.GetResult(Wired) is not null)
        {
            line.AddError("--leds and --wiring contradict each other: a wiring has its own LEDs.");
        }
    }

    private static void WholeVideo(CommandResult line)
    {
        bool hasVideo = line.GetResult(Video) is not null;
        if (hasVideo && (line.GetResult(Send) is null || line.GetResult(Grid) is null))
        {
            line.AddError(
                "--video wants --send for where to, and --grid for how large: --video FILE --grid 25x24 --send ddp://HOST.");
        }
        else if (!hasVideo && line.GetResult(Grid) is not null)
        {
            line.AddError("--grid belongs to --video: the device's own grid is set by its API.");
        }
    }
}
