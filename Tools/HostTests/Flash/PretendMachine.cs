using NanoFirmware.Flash;

namespace NanoFirmware.HostTests.Flash;

/// <summary>A Windows PC with every tool, unless a test takes one away; it notes what is run and runs nothing.</summary>
internal sealed class PretendMachine : IMachine
{
    internal const string MSBuild = @"C:\Program Files\Microsoft Visual Studio\2022\Community\MSBuild\Current\Bin\MSBuild.exe";
    internal const string Image = @"Firmware\bin\Release\Firmware.bin";

    private const string VsWhere = @"C:\Program Files (x86)\Microsoft Visual Studio\Installer\vswhere.exe";
    private const string Components =
        @"C:\Program Files\Microsoft Visual Studio\2022\Community\MSBuild\nanoFramework\v1.0\NFProjectSystem.CSharp.targets";

    internal HashSet<string> Files { get; } = new() { VsWhere, Components, Image };

    internal Dictionary<string, string> Tools { get; } = new()
    {
        ["dotnet"] = @"C:\dotnet\dotnet.exe",
        ["nuget"] = @"C:\tools\nuget.exe",
        ["nanoff"] = @"C:\Users\me\.dotnet\tools\nanoff.exe",
    };

    internal List<string> MSBuilds { get; } = new() { MSBuild };

    internal List<string> Ports { get; } = new() { "COM7" };

    internal List<FlashStep> Ran { get; } = new();

    /// <summary>The exit code of each command; 0 where the test says nothing.</summary>
    internal Func<FlashStep, int> ExitCode { get; set; } = _ => 0;

    public bool IsWindows { get; set; } = true;

    public string Variable(string name) => null;

    public bool FileExists(string path) => Files.Contains(path);

    public string Find(string program) => Tools.GetValueOrDefault(program);

    public int Run(FlashStep command)
    {
        Ran.Add(command);
        return ExitCode(command);
    }

    public IReadOnlyList<string> Ask(string program, params string[] arguments) =>
        program == VsWhere ? MSBuilds : Ports.Select(port => "  " + port).Prepend("Available serial ports:").ToArray();
}
