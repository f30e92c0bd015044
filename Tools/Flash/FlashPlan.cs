namespace NanoFirmware.Flash;

/// <summary>The steps from sources to a running board: restore, build, flash the runtime, deploy.</summary>
internal sealed class FlashPlan
{
    private const string Project = @"Firmware\Firmware.nfproj";
    private const string Image = @"Firmware\bin\Release\Firmware.bin";
    private const string BootHint = "Hold the board's BOOT button, press RESET, let go of BOOT, and try again.";

    private static readonly string[] PackageFolders = [@"Firmware\Show", @"Firmware\Device", "Firmware"];

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
        if (options.Port is null)
        {
            yield return new FlashStep("nanoff", ["--listports"], "", "", "PORT below is the only one listed");
        }

        foreach (FlashStep step in Restore("nuget"))
        {
            yield return step;
        }

        yield return Build("msbuild");
        foreach (FlashStep step in Flash("nanoff", options.Port ?? "PORT", options))
        {
            yield return step;
        }
    }

    /// <summary>The steps with the tools of this PC, each looked for when its turn comes, all of a build's before the first.</summary>
    /// <exception cref="FlashException">A tool is missing, there is no single port, or the build left no image.</exception>
    internal IEnumerable<FlashStep> Steps()
    {
        var tools = new Toolbox(_machine);
        string msbuild = tools.MSBuild(), nuget = tools.NuGet();
        if (tools.Nanoff() is null)
        {
            yield return Install(tools.Dotnet());
        }

        string nanoff = tools.Nanoff() ?? throw new FlashException("nanoff was installed and is not found: open a new terminal and try again.");
        string port = _options.Port ?? tools.OnlyPort(nanoff);
        foreach (FlashStep step in Restore(nuget))
        {
            yield return step;
        }

        yield return Build(msbuild);
        if (!_machine.FileExists(Image))
        {
            throw new FlashException("The build left no " + Image + ": its output above says why.");
        }

        foreach (FlashStep step in Flash(nanoff, port, _options))
        {
            yield return step;
        }
    }

    private static FlashStep Install(string dotnet) => new(
        dotnet, ["tool", "install", "-g", "nanoff"], "Installing nanoff", "It is a .NET tool and comes from nuget.org: is the network there?");

    // Each assembly lists its own packages; the entry's image holds them all.
    private static IEnumerable<FlashStep> Restore(string nuget) =>
        from folder in PackageFolders
        select new FlashStep(
            nuget,
            ["restore", folder + @"\packages.config", "-PackagesDirectory", "packages"],
            "Restoring the packages of " + folder,
            "They come from nuget.org: is the network there?");

    private static FlashStep Build(string msbuild) => new(
        msbuild, [Project, "-p:Configuration=Release", "-v:minimal"], "Building the firmware", "The first error above is the one to look at.");

    private static IEnumerable<FlashStep> Flash(string nanoff, string port, FlashOptions options)
    {
        if (!options.SkipFirmware)
        {
            yield return new FlashStep(
                nanoff,
                ["--update", "--target", options.Target, "--serialport", port, "--masserase"],
                "Flashing the runtime",
                BootHint);
        }

        yield return new FlashStep(
            nanoff,
            ["--target", options.Target, "--serialport", port, "--deploy", "--image", Image],
            "Deploying the firmware",
            options.SkipFirmware ? "Is the runtime on the board? Leave -SkipFirmware out once. " + BootHint : BootHint);
    }
}
