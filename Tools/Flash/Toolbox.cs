using System.Text.RegularExpressions;

namespace NanoFirmware.Flash;

/// <summary>Finds the tools that build and flash, and says what to install where one is missing.</summary>
internal sealed partial class Toolbox
{
    private const string ProjectSystem = @"\nanoFramework\v1.0\NFProjectSystem.CSharp.targets";

    private readonly IMachine _machine;

    internal Toolbox(IMachine machine) => _machine = machine;

    /// <summary>Full path of nanoff, or null: it can be installed.</summary>
    internal string? Nanoff() => _machine.Find("nanoff");

    /// <exception cref="FlashException">There is none, though it was installed.</exception>
    internal string InstalledNanoff() => Nanoff()
        ?? throw new FlashException("nanoff was installed and is not found: open a new terminal and try again.");

    internal string Dotnet() => _machine.Find("dotnet") ?? "dotnet";

    /// <exception cref="FlashException">There is none.</exception>
    internal string NuGet() => _machine.Find("nuget")
        ?? throw new FlashException(
            "nuget.exe is not on the path. Install it: winget install Microsoft.NuGet, then open a new terminal.");

    /// <summary>The newest MSBuild that has the nanoFramework components beside it.</summary>
    /// <exception cref="FlashException">There is none.</exception>
    internal string MSBuild()
    {
        RequireWindows();
        string vswhere = (_machine.Variable("ProgramFiles(x86)") ?? @"C:\Program Files (x86)")
            + @"\Microsoft Visual Studio\Installer\vswhere.exe";
        if (!_machine.FileExists(vswhere))
        {
            throw new FlashException(
                "Visual Studio is not installed. Install Visual Studio 2022 or later, or its Build Tools, with the"
                + " .NET desktop workload, then the .NET nanoFramework extension.");
        }

        IReadOnlyList<string> found = _machine.Ask(
            vswhere, "-products", "*", "-prerelease", "-sort", "-requires", "Microsoft.Component.MSBuild", "-find",
            @"MSBuild\**\Bin\MSBuild.exe");
        return found.FirstOrDefault(HasProjectSystem) ?? throw new FlashException(found.Count == 0
            ? "Visual Studio has no MSBuild. Add the .NET desktop workload with the Visual Studio Installer."
            : @"No MSBuild here has the nanoFramework components (MSBuild\nanoFramework\v1.0). Install the .NET nanoFramework "
            + "extension in Visual Studio: Extensions, Manage Extensions, \"nanoFramework\".");
    }

    /// <summary>Every serial port that may be a board's.</summary>
    internal string[] Ports(string nanoff) =>
        [
            .. _machine.Ask(nanoff, "--listports").SelectMany(
                line => Port().Matches(line)).Select(match => match.Value).Where(IsUsb).Distinct(),
        ];

    /// <summary>The board's port, when there is one port only.</summary>
    /// <exception cref="FlashException">There are none or several.</exception>
    internal string OnlyPort(string nanoff)
    {
        string[] ports = Ports(nanoff);
        return ports.Length switch
        {
            1 => ports[0],
            0 => throw new FlashException("There is no serial port. Connect the board by USB, with a cable that carries data."),
            _ => throw new FlashException(
                $"There are {ports.Length} serial ports: {string.Join(", ", ports)}. Name the board's: --port {ports[0]} "
                    + $"(flash.ps1 -Port {ports[0]})."),
        };
    }

    /// <exception cref="FlashException">This user may not open the port.</exception>
    internal void RequireRights(string port)
    {
        if (!_machine.MayUse(port))
        {
            throw new FlashException(
                $"You may not use {port}. Join its group: sudo usermod -a -G dialout $USER, then log out and in again (Arch: the "
                    + "group is uucp).");
        }
    }

    internal void RequireWindows()
    {
        if (!_machine.IsWindows)
        {
            throw new FlashException(
                "Building for the device needs Windows with Visual Studio and the .NET nanoFramework extension;"
                + " --image FILE deploys a ready Firmware.bin here too, and --dry-run prints the commands.");
        }
    }

    // On Linux every PC has ports that nothing is plugged into, on macOS each port has two names and Bluetooth some more.
    private static bool IsUsb(string port) => !port.StartsWith("/dev/", StringComparison.Ordinal)
        || port.StartsWith("/dev/ttyACM", StringComparison.Ordinal)
        || port.StartsWith("/dev/ttyUSB", StringComparison.Ordinal)
        || port.StartsWith("/dev/cu.usb", StringComparison.Ordinal)
        || port.StartsWith("/dev/cu.wchusb", StringComparison.Ordinal);

    // The components lie in the MSBuild folder of an installation: ...\MSBuild\Current\Bin\MSBuild.exe and
    // ...\MSBuild\nanoFramework.
    private bool HasProjectSystem(string msbuild)
    {
        int folder = msbuild.LastIndexOf(@"\MSBuild\", StringComparison.OrdinalIgnoreCase);
        return folder >= 0 && _machine.FileExists(msbuild[..(folder + @"\MSBuild".Length)] + ProjectSystem);
    }

    [GeneratedRegex(@"\bCOM[0-9]+\b|/dev/[A-Za-z0-9._-]+")]
    private static partial Regex Port();
}
