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

    internal string Dotnet() => _machine.Find("dotnet") ?? "dotnet";

    /// <exception cref="FlashException">There is none.</exception>
    internal string NuGet() => _machine.Find("nuget")
        ?? throw new FlashException("nuget.exe is not on the path. Install it: winget install Microsoft.NuGet, then open a new terminal.");

    /// <summary>The newest MSBuild that has the nanoFramework components beside it.</summary>
    /// <exception cref="FlashException">There is none.</exception>
    internal string MSBuild()
    {
        RequireWindows();
        string vswhere = (_machine.Variable("ProgramFiles(x86)") ?? @"C:\Program Files (x86)") + @"\Microsoft Visual Studio\Installer\vswhere.exe";
        if (!_machine.FileExists(vswhere))
        {
            throw new FlashException("Visual Studio is not installed. Install Visual Studio 2022 or later, or its Build Tools, with the"
                + " .NET desktop workload, then the .NET nanoFramework extension.");
        }

        IReadOnlyList<string> found = _machine.Ask(
            vswhere, "-products", "*", "-prerelease", "-sort", "-requires", "Microsoft.Component.MSBuild", "-find", @"MSBuild\**\Bin\MSBuild.exe");
        return found.FirstOrDefault(HasProjectSystem) ?? throw new FlashException(found.Count == 0
            ? "Visual Studio has no MSBuild. Add the .NET desktop workload with the Visual Studio Installer."
            : @"No MSBuild here has the nanoFramework components (MSBuild\nanoFramework\v1.0). Install the .NET nanoFramework extension in"
            + " Visual Studio: Extensions, Manage Extensions, \"nanoFramework\".");
    }

    /// <summary>The board's port, when there is one port only.</summary>
    /// <exception cref="FlashException">There are none or several.</exception>
    internal string OnlyPort(string nanoff)
    {
        string[] ports = [.. _machine.Ask(nanoff, "--listports").SelectMany(line => Port().Matches(line)).Select(match => match.Value).Distinct()];
        return ports.Length switch
        {
            1 => ports[0],
            0 => throw new FlashException("There is no serial port. Connect the board by USB, with a cable that carries data."),
            _ => throw new FlashException($"There are {ports.Length} serial ports: {string.Join(", ", ports)}. Name the board's: flash.ps1 -Port {ports[0]}"),
        };
    }

    internal void RequireWindows()
    {
        if (!_machine.IsWindows)
        {
            throw new FlashException("Building for the device needs Windows with Visual Studio and the .NET nanoFramework extension;"
                + " --dry-run prints the commands here too.");
        }
    }

    // The components lie in the MSBuild folder of an installation: ...\MSBuild\Current\Bin\MSBuild.exe and ...\MSBuild\nanoFramework.
    private bool HasProjectSystem(string msbuild)
    {
        int folder = msbuild.LastIndexOf(@"\MSBuild\", StringComparison.OrdinalIgnoreCase);
        return folder >= 0 && _machine.FileExists(msbuild[..(folder + @"\MSBuild".Length)] + ProjectSystem);
    }

    [GeneratedRegex(@"\bCOM[0-9]+\b|/dev/[A-Za-z0-9._-]+")]
    private static partial Regex Port();
}
