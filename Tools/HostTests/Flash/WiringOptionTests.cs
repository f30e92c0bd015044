using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Flash;

namespace NanoFirmware.HostTests.Flash;

/// <summary>A wiring, and a map, that are put on the board while it is flashed.</summary>
[TestClass]
public sealed class WiringOptionTests : IDisposable
{
    private readonly PretendMachine _machine = PretendMachine.Unix("/dev/ttyACM0");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [TestMethod]
    public void It_is_on_the_drive_before_the_firmware_starts()
    {
        _machine.Texts["mine.json"] = """{"a":{"leds":300,"order":"rgb"},"b":{"on":false}}""";
        Assert.AreEqual(0, Flash("--wiring", "mine.json"), _error.ToString());
        string[] steps = [.. _machine.Ran.Select(step => string.Join(' ', step.Arguments))];
        int brings = Array.FindIndex(steps, step => step == "--serialport /dev/ttyACM0 --filedeployment /tmp/deploy.json");
        int deploys = Array.FindIndex(steps, step => step.Contains("--deploy "));
        Assert.IsTrue(brings >= 0 && brings < deploys, string.Join('\n', steps));
        JsonElement file = JsonDocument.Parse(_machine.Texts["/tmp/deploy.json"]).RootElement.GetProperty("files")[0];
        Assert.AreEqual(@"I:\wiring.json", file.GetProperty("DestinationFilePath").GetString());
        Assert.AreEqual(_machine.Texts["mine.json"], _machine.Texts[file.GetProperty("SourceFilePath").GetString()!]);
    }

    [TestMethod]
    [DataRow("""{"a":{"pin":26}}""", "a.pin: GPIO 26 belongs to the flash")]
    [DataRow("""{"a":{"pin":33}}""", "GPIO 33 belongs to this module's octal PSRAM")]
    [DataRow("""{"a":{"leds":700}}""", "leds must be a whole number from 1 to 600")]
    [DataRow("nonsense", "--wiring mine.json: ")]
    public void One_that_the_firmware_would_refuse_stops_everything(string document, string reason)
    {
        _machine.Texts["mine.json"] = document;
        Assert.AreEqual(1, Flash("--wiring", "mine.json"));
        StringAssert.Contains(_error.ToString(), reason);
        Assert.IsEmpty(_machine.Ran, "nothing was done");
    }

    [TestMethod]
    public void The_pins_of_octal_memory_are_free_for_a_quad_image()
    {
        _machine.Texts["mine.json"] = """{"a":{"pin":33}}""";
        _machine.Chip = PretendMachine.ChipLines("ESP32-S3", "PSRAM: 2MB");
        Assert.AreEqual(0, Flash("--wiring", "mine.json", "--target", "ESP32_S3_QUAD"), _error.ToString());
    }

    [TestMethod]
    public void A_file_that_is_not_there_and_a_runtime_that_does_not_answer_are_told()
    {
        Assert.AreEqual(1, Flash("--wiring", "mine.json"));
        StringAssert.Contains(_error.ToString(), "There is no file mine.json");
        _machine.Texts["mine.json"] = """{"a":{"leds":300}}""";
        _machine.Runtime = [];
        Assert.AreEqual(1, Flash("--wiring", "mine.json"));
        StringAssert.Contains(_error.ToString(), "no file can be put on the board");
    }

    [TestMethod]
    public void A_dry_run_says_what_it_would_bring()
    {
        Assert.AreEqual(0, Flash("--dry-run", "--wiring", "mine.json", "--port", "COM3"));
        StringAssert.Contains(
            _output.ToString(),
            "nanoff --serialport COM3 --filedeployment deploy.json    # which brings mine.json as wiring.json");
        _output.GetStringBuilder().Clear();
        Assert.AreEqual(0, Flash("--dry-run", "--wiring", "mine.json", "--map", "heart.json", "--port", "COM3"));
        StringAssert.Contains(_output.ToString(), "# which brings mine.json as wiring.json and heart.json as ledmap.json");
    }

    [TestMethod]
    public void A_dry_run_refuses_what_is_there_and_wrong()
    {
        _machine.Texts["mine.json"] = """{"a":{"pin":26}}""";
        Assert.AreEqual(1, Flash("--dry-run", "--wiring", "mine.json"));
        StringAssert.Contains(_error.ToString(), "--wiring mine.json: a.pin: GPIO 26 belongs to the flash");
        Assert.AreEqual("", _output.ToString(), "it printed commands that would never run");
        _machine.Texts["heart.json"] = """{"map":[0,500]}""";
        Assert.AreEqual(1, Flash("--dry-run", "--map", "heart.json"));
        StringAssert.Contains(_error.ToString(), "--map heart.json: there is no LED 500");
        Assert.AreEqual(0, Flash("--dry-run", "--wiring", "none.json", "--map", "heart.json"), "what may come is not known");
    }

    [TestMethod]
    public void A_map_is_brought_beside_the_wiring_that_it_needs()
    {
        _machine.Texts["mine.json"] = """{"a":{"leds":4},"b":{"on":false}}""";
        _machine.Texts["heart.json"] = """{"width":2,"height":2,"map":[3,-1,0,1]}""";
        Assert.AreEqual(0, Flash("--wiring", "mine.json", "--map", "heart.json"), _error.ToString());
        JsonElement files = JsonDocument.Parse(_machine.Texts["/tmp/deploy.json"]).RootElement.GetProperty("files");
        string[] names = [.. files.EnumerateArray().Select(file => file.GetProperty("DestinationFilePath").GetString()!)];
        Assert.AreEqual(@"I:\wiring.json I:\ledmap.json", string.Join(' ', names));
        Assert.AreEqual(_machine.Texts["heart.json"], _machine.Texts[files[1].GetProperty("SourceFilePath").GetString()!]);
    }

    [TestMethod]
    [DataRow("nonsense", "--map heart.json: ")]
    [DataRow("""{"map":[0,0]}""", "--map heart.json: ")]
    [DataRow("""{"map":[0,360]}""", "there is no LED 360: the strips have 360, counted from 0")]
    public void A_map_that_the_firmware_would_refuse_stops_everything(string document, string reason)
    {
        _machine.Texts["heart.json"] = document;
        Assert.AreEqual(1, Flash("--map", "heart.json"));
        StringAssert.Contains(_error.ToString(), reason);
        Assert.IsEmpty(_machine.Ran, "nothing was done");
    }

    [TestMethod]
    public void Which_LEDs_there_are_is_left_to_a_board_that_keeps_its_wiring()
    {
        _machine.Texts["heart.json"] = """{"map":[0,500]}""";
        Assert.AreEqual(0, Flash("--map", "heart.json", "--skip-firmware"), _error.ToString());
        Assert.AreEqual(1, Flash("--map", "none.json"));
        StringAssert.Contains(_error.ToString(), "There is no file none.json");
    }

    private int Flash(params string[] options) =>
        new FlashCommand(_output, _error, _machine).Run([.. options, "--image", "Firmware.bin"]);
}
