using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Flash;

namespace NanoFirmware.HostTests.Flash;

[TestClass]
public sealed class FlashCommandTests : IDisposable
{
    private const string Restore =
        "nuget restore Firmware\\Ears\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Patterns\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Show\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Sensors\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Device\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Jam\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Looks\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Mqtt\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Site\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\Web\\packages.config -PackagesDirectory packages\n"
        + "nuget restore Firmware\\packages.config -PackagesDirectory packages";
    private const string Build = @"msbuild Firmware\Firmware.nfproj -p:Configuration=Release -v:minimal";

    private readonly PretendMachine _machine = new();
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [TestMethod]
    public void A_dry_run_prints_every_command_in_its_order()
    {
        Assert.AreEqual(0, Flash("--dry-run", "--port", "COM3"));
        Assert.AreEqual(
            "dotnet tool install -g nanoff    # when nanoff is missing\n"
            + Restore + "\n"
            + Build + "\n"
            + "nanoff --platform esp32 --serialport COM3 --devicedetails    # is it an ESP32-S3 with PSRAM?\n"
            + "nanoff --update --target ESP32_S3_OCTAL --serialport COM3 --masserase\n"
            + "nanoff --nanodevice --devicedetails --serialport COM3    # can the firmware start on it?\n"
            + "nanoff --target ESP32_S3_OCTAL --serialport COM3 --deploy --image Firmware\\bin\\Release\\Firmware.bin\n",
            _output.ToString());
        Assert.AreEqual("", _error.ToString());
    }

    [TestMethod]
    public void A_dry_run_touches_nothing_and_needs_no_tool()
    {
        _machine.IsWindows = false;
        _machine.Tools.Clear();
        _machine.Files.Clear();
        Assert.AreEqual(0, Flash("--dry-run"));
        Assert.AreEqual(0, _machine.Ran.Count);
        StringAssert.Contains(_output.ToString(), "nanoff --listports    # PORT below is the only one listed\n");
    }

    [TestMethod]
    [DataRow("--port", "/dev/ttyACM0", "--serialport /dev/ttyACM0", 4)]
    [DataRow("--port", "com12", "--serialport com12", 4)]
    [DataRow("--target", "ESP32_S3_QUAD", "--target ESP32_S3_QUAD ", 2)]
    public void An_option_reaches_every_command_of_nanoff_that_takes_it(
        string option, string value, string expected, int commands)
    {
        Assert.AreEqual(0, Flash("--dry-run", option, value));
        Assert.AreEqual(
            commands, Lines().Count(line => line.StartsWith("nanoff --", StringComparison.Ordinal) && line.Contains(expected)));
    }

    [TestMethod]
    public void A_dry_run_with_a_ready_image_builds_nothing()
    {
        Assert.AreEqual(0, Flash("--dry-run", "--port", "/dev/ttyACM0", "--image", "Firmware.bin"));
        Assert.AreEqual(
            "dotnet tool install -g nanoff    # when nanoff is missing\n"
            + "nanoff --platform esp32 --serialport /dev/ttyACM0 --devicedetails    # is it an ESP32-S3 with PSRAM?\n"
            + "nanoff --update --target ESP32_S3_OCTAL --serialport /dev/ttyACM0 --masserase\n"
            + "nanoff --nanodevice --devicedetails --serialport /dev/ttyACM0    # can the firmware start on it?\n"
            + "nanoff --target ESP32_S3_OCTAL --serialport /dev/ttyACM0 --deploy --image Firmware.bin\n",
            _output.ToString());
    }

    [TestMethod]
    public void Skipping_the_firmware_deploys_only()
    {
        Assert.AreEqual(0, Flash("--dry-run", "--skip-firmware"));
        Assert.IsFalse(_output.ToString().Contains("--masserase"), "the runtime is flashed though it was to be skipped");
        StringAssert.Contains(_output.ToString(), "--deploy");
    }

    [TestMethod]
    [DataRow("--bogus", "'--bogus'", DisplayName = "unknown option")]
    [DataRow("COM3", "'COM3'", DisplayName = "a port without its option")]
    [DataRow("--port", "'--dry-run' is no serial port", DisplayName = "an option without its value")]
    [DataRow("--port=3", "'3' is no serial port", DisplayName = "a port by its number alone")]
    [DataRow("--port=COM0", "'COM0' is no serial port", DisplayName = "a port that no PC has")]
    [DataRow("--port=/dev/../etc/passwd", "is no serial port", DisplayName = "a path that is no device")]
    [DataRow("--target=esp32 s3", "'esp32 s3' is no image", DisplayName = "an image that cannot be one")]
    public void A_wrong_call_is_refused_with_one_sentence(string argument, string expected)
    {
        Assert.AreEqual(2, Flash(argument, "--dry-run"));
        Assert.AreEqual(1, _error.ToString().Count(c => c == '\n'));
        StringAssert.Contains(_error.ToString(), expected);
        Assert.AreEqual("", _output.ToString());
    }

    [TestMethod]
    public void A_real_run_runs_what_the_dry_run_prints_with_the_tools_that_it_found()
    {
        Flash("--dry-run", "--port", "COM3");
        string[] printed = Lines().Where(line => !line.Contains('#')).ToArray();
        Assert.AreEqual(0, Flash("--port", "COM3"));
        CollectionAssert.AreEqual(
            printed, _machine.Ran.Select(step => PlainName(step.Program) + " " + string.Join(' ', step.Arguments)).ToArray());
        Assert.AreEqual(PretendMachine.MSBuild, _machine.Builder);
        Assert.AreEqual("", _error.ToString());
    }

    [TestMethod]
    public void The_script_offers_every_option()
    {
        string script = File.ReadAllText(Path.Combine(Repository(), "flash.ps1"));
        foreach (string option in new[]
        {
            "--port", "--target", "--image", "--skip-firmware", "--without-psram", "--unchecked", "--list-ports", "--dry-run",
        })
        {
            StringAssert.Contains(script, "'" + option + "'");
        }
    }

    [TestMethod]
    public async Task As_a_process_it_answers_with_its_exit_codes()
    {
        Assert.AreEqual(0, await Process("--dry-run"));
        Assert.AreEqual(2, await Process("--nonsense"));
    }

    private static async Task<int> Process(string argument)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", new[] { typeof(FlashCommand).Assembly.Location, argument })
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start);
        await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        return process.ExitCode;
    }

    private static string PlainName(string program) =>
        program[(program.LastIndexOf('\\') + 1)..].Replace(".exe", "").ToLowerInvariant();

    private static string Repository()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "nanoFirmware.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private int Flash(params string[] arguments) => new FlashCommand(_output, _error, _machine).Run(arguments);

    private string[] Lines() => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
