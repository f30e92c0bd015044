using NanoFirmware.Control;

namespace NanoFirmware.Flash;

/// <summary>The steps from sources to a running board: restore, build, flash the runtime, deploy.</summary>
internal sealed class FlashPlan
{
    private const string Project = @"Firmware\Firmware.nfproj";
    private const string BuiltImage = @"Firmware\bin\Release\Firmware.bin";
    private const string BootHint = "Hold the board's BOOT button, press RESET, let go of BOOT, and try again.";

    private static readonly string[] PackageFolders =
        [@"Firmware\Ears", @"Firmware\Patterns", @"Firmware\Show", @"Firmware\Sensors", @"Firmware\Device",
            @"Firmware\Jam", @"Firmware\Looks", @"Firmware\Mqtt", @"Firmware\Site", @"Firmware\Web", "Firmware"];

    private readonly IMachine _machine;
    private readonly FlashOptions _options;

    internal FlashPlan(IMachine machine, FlashOptions options)
    {
        _machine = machine;
        _options = options;
    }

    /// <summary>Every step with the tools' plain names, for a PC that may have none of them.</summary>
    internal static IEnumerable<FlashStep> Imagined(FlashOptions options)
    {
        yield return Install("dotnet") with { Note = "when nanoff is missing" };
        string port = options.Port ?? "PORT";
        if (options.Port is null)
        {
            yield return new FlashStep("nanoff", ["--listports"], "", "", "PORT below is the only one listed");
        }

        if (options.Image is null)
        {
            foreach (FlashStep step in Restore("nuget"))
            {
                yield return step;
            }

            yield return Build("msbuild");
        }

        if (!options.SkipFirmware)
        {
            yield return new FlashStep("nanoff", AskChip(port), "", "", "is it an ESP32-S3 with PSRAM?");
            yield return FlashRuntime("nanoff", port, options);
        }

        yield return new FlashStep("nanoff", AskRuntime(port), "", "", "can the firmware start on it?");
        if (options.BringsFiles)
        {
            yield return Bring("nanoff", port, BoardFiles.ListName) with
            {
                Note = "which brings " + string.Join(" and ", Brought(options).Select(file => $"{file.Source} as {file.Name}")),
            };
        }

        yield return Deploy("nanoff", port, options);
    }

    /// <summary>
    /// The steps with the tools of this PC, each looked for when its turn comes, all of a build's before the first; what the
    /// board says of itself is asked before each step that changes it.
    /// </summary>
    /// <exception cref="FlashException">
    /// A tool is missing, there is no single port, it may not be used, the build left no image, or the firmware would not start
    /// on this board.
    /// </exception>
    internal IEnumerable<FlashStep> Steps()
    {
        var tools = new Toolbox(_machine);
        string? msbuild = _options.Image is null ? tools.MSBuild() : null;
        string? nuget = _options.Image is null ? tools.NuGet() : null;
        RequireImage(_options.Image);
        RequireFiles();
        if (tools.Nanoff() is null)
        {
            yield return Install(tools.Dotnet());
        }

        string nanoff = tools.InstalledNanoff();
        string port = _options.Port ?? tools.OnlyPort(nanoff);
        tools.RequireRights(port);
        if (msbuild is not null && nuget is not null)
        {
            foreach (FlashStep step in Restore(nuget))
            {
                yield return step;
            }

            yield return Build(msbuild);
            RequireBuilt();
        }

        if (!_options.SkipFirmware)
        {
            Require(ChipDetails.Read(_machine.Ask(nanoff, AskChip(port))).Objection(_options));
            yield return FlashRuntime(nanoff, port, _options);
        }

        RuntimeDetails runtime = Runtime(tools, nanoff, port);
        FlashStep deploy = Deploy(nanoff, port, _options);
        if (runtime.Version is null && (_options.Unchecked || !_options.SkipFirmware))
        {
            Require(_options.BringsFiles
                ? "The runtime does not answer at this port, so no file can be put on the board: plug the cable into the "
                + "socket marked USB, or leave --wiring and --map out."
                : null);
            yield return deploy with
            {
                Note = "the runtime was not asked whether the firmware can start: it answers at the socket marked USB",
            };
            yield break;
        }

        Require(
            runtime.Objection(
                FirmwareImage.Needs(ImageOf(_options), _machine.ReadFile(ImageOf(_options))), !_options.SkipFirmware));
        if (_options.BringsFiles)
        {
            yield return Bring(nanoff, port, _machine.WriteTemporary(BoardFiles.ListName, FileList()));
        }

        yield return deploy;
    }

    // A runtime that was flashed a moment ago may speak at another port than the chip's loader does.
    private RuntimeDetails Runtime(Toolbox tools, string nanoff, string port)
    {
        RuntimeDetails runtime = RuntimeDetails.Read(_machine.Ask(nanoff, AskRuntime(port)));
        if (runtime.Version is not null || _options.SkipFirmware)
        {
            return runtime;
        }

        return tools.Ports(nanoff).Where(other => other != port)
            .Select(other => RuntimeDetails.Read(_machine.Ask(nanoff, AskRuntime(other))))
            .FirstOrDefault(details => details.Version is not null) ?? runtime;
    }

    private static string ImageOf(FlashOptions options) => options.Image ?? BuiltImage;

    private static string[] AskChip(string port) => ["--platform", "esp32", "--serialport", port, "--devicedetails"];

    private static string[] AskRuntime(string port) => ["--nanodevice", "--devicedetails", "--serialport", port];

    private static void Require(string? objection)
    {
        if (objection is not null)
        {
            throw new FlashException(objection);
        }
    }

    // Looked at before anything on the board is changed.
    private void RequireImage(string? image)
    {
        if (image is null)
        {
            return;
        }

        if (!_machine.FileExists(image))
        {
            throw new FlashException("There is no file " + image + ": --image takes the Firmware.bin of a release or a build.");
        }

        FirmwareImage.Needs(image, _machine.ReadFile(image));
    }

    /// <summary>Checks the files that there are already; of a wiring that there is not yet, a map's LEDs are not known.</summary>
    internal void RequireFilesThatAreThere()
    {
        string? wiring = _options.Wiring is string file && _machine.FileExists(file) ? file : null;
        bool isKnown = wiring is not null || _options.Wiring is null;
        string? map = isKnown && _options.Map is string document && _machine.FileExists(document) ? document : null;
        new FlashPlan(_machine, _options with { Wiring = wiring, Map = map }).RequireFiles();
    }

    // By the firmware's own rules. Where everything is erased, strips that no file tells of are those of a new device.
    private void RequireFiles()
    {
        var wiring = new Wiring();
        if (_options.Wiring is string file)
        {
            Require(
                _machine.FileExists(file)
                    ? null
                    : "There is no file " + file + ": --wiring takes a document as /api/wiring does.");
            string? problem = BoardFiles.WiringProblem(_machine.ReadFile(file), _options.Target, wiring);
            Require(problem is null ? null : $"--wiring {file}: {problem}");
        }

        if (_options.Map is string map)
        {
            Require(_machine.FileExists(map) ? null : "There is no file " + map + ": --map takes a ledmap.json.");
            bool isKnown = _options.Wiring is not null || !_options.SkipFirmware;
            string? problem = BoardFiles.MapProblem(_machine.ReadFile(map), isKnown ? wiring : null);
            Require(problem is null ? null : $"--map {map}: {problem}");
        }
    }

    private static IEnumerable<(string Name, string Source)> Brought(FlashOptions options)
    {
        if (options.Wiring is string wiring)
        {
            yield return (BoardFiles.Wiring, wiring);
        }

        if (options.Map is string map)
        {
            yield return (BoardFiles.Map, map);
        }
    }

    private byte[] FileList() => BoardFiles.List(
        Brought(_options).Select(file => (file.Name, _machine.WriteTemporary(file.Name, _machine.ReadFile(file.Source)))));

    private void RequireBuilt()
    {
        if (!_machine.FileExists(BuiltImage))
        {
            throw new FlashException("The build left no " + BuiltImage + ": its output above says why.");
        }
    }

    private static FlashStep Install(string dotnet) => new(
        dotnet, ["tool", "install", "-g", "nanoff"], "Installing nanoff",
        "It is a .NET tool and comes from nuget.org: is the network there?");

    // Each assembly lists its own packages; the entry's image holds them all.
    private static IEnumerable<FlashStep> Restore(string nuget) =>
        from folder in PackageFolders
        select new FlashStep(
            nuget,
            ["restore", folder + @"\packages.config", "-PackagesDirectory", "packages"],
            "Restoring the packages of " + folder,
            "They come from nuget.org: is the network there?");

    private static FlashStep Build(string msbuild) => new(
        msbuild, [Project, "-p:Configuration=Release", "-v:minimal"], "Building the firmware",
        "The first error above is the one to look at.");

    private static FlashStep FlashRuntime(string nanoff, string port, FlashOptions options) => new(
        nanoff,
        ["--update", "--target", options.Target, "--serialport", port, "--masserase"],
        "Flashing the runtime",
        BootHint);

    // Before the firmware: its first start finds them.
    private static FlashStep Bring(string nanoff, string port, string list) => new(
        nanoff,
        ["--serialport", port, "--filedeployment", list],
        "Bringing the files",
        "It needs the runtime, which speaks at the socket marked USB. " + BootHint);

    private static FlashStep Deploy(string nanoff, string port, FlashOptions options) => new(
        nanoff,
        ["--target", options.Target, "--serialport", port, "--deploy", "--image", ImageOf(options)],
        "Deploying the firmware",
        options.SkipFirmware ? "Is the runtime on the board? Leave --skip-firmware out once. " + BootHint : BootHint);
}
