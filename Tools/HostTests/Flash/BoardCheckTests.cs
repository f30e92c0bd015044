using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Flash;

namespace NanoFirmware.HostTests.Flash;

/// <summary>
/// The board says what it is before anything on it is changed, and what cannot start on it is refused with the way out.
/// </summary>
[TestClass]
public sealed class BoardCheckTests : IDisposable
{
    private readonly StringWriter _error = new();
    private readonly StringWriter _output = new();
    private PretendMachine _machine = new();

    public void Dispose()
    {
        _error.Dispose();
        _output.Dispose();
    }

    [TestMethod]
    [DataRow("COM7", true, DisplayName = "Windows")]
    [DataRow("/dev/ttyACM0", false, DisplayName = "Linux")]
    [DataRow("/dev/cu.usbmodem1101", false, DisplayName = "macOS")]
    public void A_ready_image_is_deployed_on_any_system(string port, bool isWindows)
    {
        _machine = isWindows ? _machine : PretendMachine.Unix(port);
        _machine.Files.Add("Firmware.bin");
        Assert.AreEqual(0, Flash("--image", "Firmware.bin"), _error.ToString());
        CollectionAssert.AreEqual(
            new[]
            {
                "--listports",
                $"--platform esp32 --serialport {port} --devicedetails",
                $"--update --target ESP32_S3_OCTAL --serialport {port} --masserase",
                $"--nanodevice --devicedetails --serialport {port}",
                $"--target ESP32_S3_OCTAL --serialport {port} --deploy --image Firmware.bin",
            },
            _machine.Journal);
    }

    [TestMethod]
    public void Of_a_PCs_ports_only_those_of_USB_may_be_a_boards()
    {
        _machine = PretendMachine.Unix(
            "/dev/ttyS0", "/dev/ttyS4", "/dev/ttyACM0", "/dev/cu.Bluetooth-Incoming-Port", "/dev/tty.usbmodem1101");
        Assert.AreEqual(0, Flash("--list-ports"));
        Assert.AreEqual("/dev/ttyACM0", _output.ToString().Trim());
    }

    [TestMethod]
    public void Two_boards_on_Linux_are_told_apart_by_name()
    {
        _machine = PretendMachine.Unix("/dev/ttyACM0", "/dev/ttyUSB0");
        Refuses(
            "There are 2 serial ports: /dev/ttyACM0, /dev/ttyUSB0. Name the board's: --port /dev/ttyACM0", 0, "--image",
            "Firmware.bin");
    }

    [TestMethod]
    public void A_port_without_rights_names_the_group()
    {
        _machine = PretendMachine.Unix("/dev/ttyACM0");
        _machine.HasRights = false;
        Refuses("sudo usermod -a -G dialout $USER", 0, "--image", "Firmware.bin");
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_named()
    {
        _machine.Files.Clear();
        Refuses("There is no file Firmware.bin", 0, "--image", "Firmware.bin");
    }

    [TestMethod]
    public void A_file_that_is_no_image_changes_nothing_on_the_board()
    {
        _machine = PretendMachine.Unix("/dev/ttyACM0");
        _machine.ImageBytes = new byte[4096];
        Refuses("Firmware.bin is no image of a nanoFramework application", 0, "--image", "Firmware.bin");
    }

    [TestMethod]
    public void A_board_that_does_not_answer_is_shown_its_button()
    {
        _machine.Chip = new[] { "Reading details from chip...", "Error E4000: no answer." };
        Refuses("hold its BOOT button, press RESET", 1);
    }

    [TestMethod]
    public void A_board_with_another_chip_is_refused()
    {
        _machine.Chip = PretendMachine.ChipLines("ESP32-C3", "PSRAM: not available");
        Refuses("This board is an ESP32-C3: the firmware runs on an ESP32-S3 only", 1);
    }

    [TestMethod]
    public void A_board_without_PSRAM_is_refused_unless_it_is_wanted()
    {
        _machine.Chip = PretendMachine.ChipLines("ESP32-S3", "PSRAM: not available");
        Refuses("This board has no PSRAM", 1);
        Assert.AreEqual(0, Flash("--port", "COM7", "--without-psram"), _error.ToString());
    }

    [TestMethod]
    public void A_board_with_quad_PSRAM_is_told_its_image()
    {
        _machine.Chip = PretendMachine.ChipLines("ESP32-S3", "PSRAM: 2MB");
        Refuses("add --target ESP32_S3_QUAD", 1);
        Assert.AreEqual(0, Flash("--port", "COM7", "--target", "ESP32_S3_QUAD"), _error.ToString());
    }

    [TestMethod]
    public void PSRAM_that_nanoff_cannot_tell_is_no_reason_to_refuse()
    {
        _machine.Chip = PretendMachine.ChipLines("ESP32-S3", "PSRAM: undetermined");
        Assert.AreEqual(0, Flash(), _error.ToString());
    }

    [TestMethod]
    [DataRow("2.0.0.99")]
    [DataRow("1.16.1.7")]
    [DataRow("1.9.1.7")]
    public void A_runtime_of_another_line_is_refused_with_its_version(string version)
    {
        _machine.Runtime = PretendMachine.RuntimeLines(version, PretendMachine.RmtChecksum);
        Refuses(
            $"The board's runtime is {version}, this firmware needs 1.17. Flash the runtime anew: leave --skip-firmware out.", 1,
            "--skip-firmware");
    }

    [TestMethod]
    public void A_library_of_an_older_runtime_is_refused_with_both_checksums()
    {
        _machine.Runtime = PretendMachine.RuntimeLines("1.17.0.300", 0x8ADAC728);
        Refuses(
            "The board's runtime has nanoFramework.Hardware.Esp32.Rmt 0x8ADAC728, this firmware needs "
                + "nanoFramework.Hardware.Esp32.Rmt 0x84E4A55C:"
            + " it would not start. Flash the runtime anew: leave --skip-firmware out.",
            1,
            "--skip-firmware");
    }

    [TestMethod]
    public void An_old_library_in_a_runtime_that_was_flashed_a_moment_ago_comes_from_nanoffs_cache()
    {
        _machine.Runtime = PretendMachine.RuntimeLines("1.17.0.300", 0x8ADAC728);
        Refuses("nanoff --clearcache", 2);
    }

    [TestMethod]
    public void A_library_that_the_runtime_lacks_is_named()
    {
        _machine.Runtime = PretendMachine.RuntimeLines("1.17.0.412", 0x12345678, "System.Math");
        Refuses(
            "The board's runtime has no such library, this firmware needs nanoFramework.Hardware.Esp32.Rmt 0x84E4A55C", 1,
            "--skip-firmware");
    }

    [TestMethod]
    public void A_board_without_a_runtime_is_told_how_to_get_one()
    {
        _machine.Runtime = new[] { "Getting details from nano device...", "Error E2001: no answer." };
        Refuses(
            "No .NET nanoFramework runtime answers at this port: plug the cable into the socket marked USB", 1,
            "--skip-firmware");
        Assert.AreEqual(0, Flash("--port", "COM7", "--skip-firmware", "--unchecked"), _error.ToString());
    }

    [TestMethod]
    public void A_runtime_that_speaks_at_another_port_than_the_loader_is_found_there()
    {
        _machine.Ports.Add("COM8");
        _machine.RuntimePort = "COM8";
        _machine.Runtime = PretendMachine.RuntimeLines("1.17.0.300", 0x8ADAC728);
        Refuses("this firmware needs nanoFramework.Hardware.Esp32.Rmt 0x84E4A55C", 2, "--port", "COM7");
        Assert.AreEqual("--nanodevice --devicedetails --serialport COM8", _machine.Journal[^1]);
    }

    [TestMethod]
    public void A_new_runtime_that_answers_at_no_port_is_taken_at_its_word_and_the_screen_says_so()
    {
        _machine.RuntimePort = "COM9";
        Assert.AreEqual(0, Flash("--port", "COM7"), _error.ToString());
        StringAssert.Contains(_output.ToString(), "the runtime was not asked whether the firmware can start");
    }

    [TestMethod]
    public void Without_nanoff_no_port_can_be_listed()
    {
        _machine.Tools.Remove("nanoff");
        Refuses("dotnet tool install -g nanoff", 0, "--list-ports");
    }

    // One sentence and its way out, and nothing deployed; ran counts the commands that came before, beside the restores.
    private void Refuses(string expected, int ran, params string[] arguments)
    {
        Assert.AreEqual(1, Flash(arguments));
        StringAssert.Contains(_error.ToString(), expected);
        Assert.AreEqual(1, _error.ToString().Count(c => c == '\n'), "more than a sentence: " + _error);
        Assert.AreEqual(ran, _machine.RanBesideRestores, "commands that ran before it was refused");
        Assert.IsFalse(_machine.Ran.Any(step => step.Arguments.Contains("--deploy")), "it was deployed all the same");
    }

    private int Flash(params string[] arguments) => new FlashCommand(_output, _error, _machine).Run(arguments);
}
