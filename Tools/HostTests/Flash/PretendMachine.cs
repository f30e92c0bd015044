using NanoFirmware.Flash;

namespace NanoFirmware.HostTests.Flash;

/// <summary>
/// A PC with every tool, unless a test takes one away, and a board that can run the firmware, unless a test puts in another; it
/// notes what is run and runs nothing. What nanoff says has its form, in words of our own.
/// </summary>
internal sealed class PretendMachine : IMachine
{
    internal const string MSBuild = @"C:\Program Files\Microsoft Visual Studio\2022\Community\MSBuild\Current\Bin\MSBuild.exe";
    internal const string Image = @"Firmware\bin\Release\Firmware.bin";

    /// <summary>A native library as the image of these tests needs it.</summary>
    internal const string Rmt = "nanoFramework.Hardware.Esp32.Rmt";
    internal const uint RmtChecksum = 0x84E4A55C;

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

    /// <summary>
    /// How many commands ran, without those that restore packages: these are as many as the firmware has projects.
    /// </summary>
    internal int RanBesideRestores => Ran.Count(step => step.Arguments.FirstOrDefault() != "restore");

    /// <summary>The program that built the firmware.</summary>
    internal string Builder =>
        Ran.First(step => step.Arguments.Any(argument => argument.EndsWith(".nfproj", StringComparison.Ordinal))).Program;

    /// <summary>What was asked of nanoff, with all that was run, in order.</summary>
    internal List<string> Journal { get; } = new();

    /// <summary>The exit code of each command; 0 where the test says nothing.</summary>
    internal Func<FlashStep, int> ExitCode { get; set; } = _ => 0;

    /// <summary>What the image is made of.</summary>
    internal byte[] ImageBytes { get; set; } = ImageOf((Rmt, RmtChecksum), ("Show", 0));

    /// <summary>Files of text that were there or were written.</summary>
    internal Dictionary<string, string> Texts { get; } = new();

    /// <summary>What the chip's loader says; nothing when no board answers.</summary>
    internal string[] Chip { get; set; } = ChipLines("ESP32-S3", "PSRAM: 8MB");

    /// <summary>What the runtime says; nothing when none answers.</summary>
    internal string[] Runtime { get; set; } = RuntimeLines("1.17.0.412", RmtChecksum);

    /// <summary>The only port at which the runtime speaks; null for any.</summary>
    internal string RuntimePort { get; set; }

    internal bool HasRights { get; set; } = true;

    public bool IsWindows { get; set; } = true;

    /// <summary>Another system, with the tools that it can have.</summary>
    internal static PretendMachine Unix(params string[] ports)
    {
        var machine = new PretendMachine { IsWindows = false };
        machine.Tools.Remove("nuget");
        machine.Tools["nanoff"] = "/home/me/.dotnet/tools/nanoff";
        machine.Files.Clear();
        machine.Files.Add("Firmware.bin");
        machine.Ports.Clear();
        machine.Ports.AddRange(ports);
        return machine;
    }

    internal static string[] ChipLines(string chip, string psram) => new[]
    {
        "Reading details from chip...OK", "", "Connected to:", chip + " (" + chip + " (QFN56) (revision v0.2))",
        "Features WiFi, BLE", "Flash size 16MB", psram, "Crystal 40MHz", "MAC 02:00:00:00:00:01",
    };

    internal static string[] RuntimeLines(string version, uint checksum, string library = Rmt) => new[]
    {
        "Getting details from nano device...OK", "", "HAL build info: nanoCLR running @ ESP32_S3", "  Target:   ESP32_S3_OCTAL",
        "Firmware build Info:", "  CLR Version: " + version, "", "Assemblies:", "  mscorlib, 1.17.11.0", "", "Native Assemblies:",
        "  mscorlib v100.5.0.24, checksum 0x1549C856", $"  {library} v100.0.6.0, checksum 0x{checksum:X8}",
    };

    /// <summary>An image of assemblies, each with its name and the checksum of its native methods.</summary>
    internal static byte[] ImageOf(params (string Name, uint Checksum)[] assemblies) =>
        assemblies.SelectMany(assembly => Assembly(assembly.Name, assembly.Checksum)).ToArray();

    public string Variable(string name) => null;

    public bool FileExists(string path) => Files.Contains(path) || Texts.ContainsKey(path);

    public byte[] ReadFile(string path) =>
        Texts.TryGetValue(path, out string text) ? System.Text.Encoding.UTF8.GetBytes(text) : ImageBytes;

    public string WriteTemporary(string name, byte[] content)
    {
        Texts["/tmp/" + name] = System.Text.Encoding.UTF8.GetString(content);
        return "/tmp/" + name;
    }

    public bool MayUse(string port) => HasRights;

    public string Find(string program) => Tools.GetValueOrDefault(program);

    public int Run(FlashStep command)
    {
        Ran.Add(command);
        Journal.Add(string.Join(' ', command.Arguments));
        return ExitCode(command);
    }

    public IReadOnlyList<string> Ask(string program, params string[] arguments)
    {
        if (program == VsWhere)
        {
            return MSBuilds;
        }

        Journal.Add(string.Join(' ', arguments));
        if (arguments.Contains("--listports"))
        {
            return Ports.Count == 0 ? new[] { "No port." } : Ports.Select(port => "  " + port).Prepend("Ports:").ToArray();
        }

        if (!arguments.Contains("--nanodevice"))
        {
            return Chip;
        }

        return RuntimePort == null || arguments[^1] == RuntimePort ? Runtime : new[] { "Error E2001: no answer." };
    }

    private static byte[] Assembly(string name, uint checksum)
    {
        byte[] text = System.Text.Encoding.ASCII.GetBytes("\0" + name + "\0");
        byte[] bytes = new byte[(124 + text.Length + 3) / 4 * 4];
        System.Text.Encoding.ASCII.GetBytes("NFMRK1").CopyTo(bytes, 0);
        BitConverter.TryWriteBytes(bytes.AsSpan(20), checksum);
        BitConverter.TryWriteBytes(bytes.AsSpan(36), (ushort)1);
        for (int table = 0; table < 16; table++)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(40 + (table * 4)), table <= 11 ? 124 : 124 + text.Length);
        }

        text.CopyTo(bytes, 124);
        return bytes;
    }
}
