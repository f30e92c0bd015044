using System.Text.Json;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Storage() =>
    [
        new("flash full", "the change holds, the status says that it could not be saved",
            "Storage.SettingsKeeper::Save=uncaught", 12,
            stage => stage.Board.Storage.Faults.Full = true,
            v =>
            {
                v.BothStrips();
                v.LogSays("storage failed");
                v.StatusSays("True", "storage", "unsaved");
                v.StatusSays("The drive is full.", "faults");
                v.Reads("/api/global", "brightness", 77);
            })
        { Clients = ChangeAndLook },
        new("flash read-only", "the change holds, the status says that it could not be saved",
            "Storage.SettingsKeeper::Save=uncaught", 12,
            stage => stage.Board.Storage.Faults.ReadOnly = true,
            v =>
            {
                v.BothStrips();
                v.LogSays("storage failed");
                v.StatusSays("True", "storage", "unsaved");
                v.StatusSays("The drive is read-only.", "faults");
                v.Reads("/api/global", "brightness", 77);
            })
        { Clients = ChangeAndLook },
        new("flash corrupt", "what cannot be read is set aside, the device starts as new",
            "Storage.SafeFile::MoveAside", 6, _ => { },
            v =>
            {
                v.BothStrips();
                v.LogSays("storage failed");
                v.Reads("/api/global", "brightness", 255);
                v.HasFile("settings.0.bad");
                v.HasFile("settings.1.bad");
                v.HasFile("settings.0", false);
            })
        {
            Prepare = (folder, _) =>
            {
                byte[] rubbish = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 37))];
                File.WriteAllBytes(Path.Combine(folder, "settings.0"), rubbish);
                File.WriteAllBytes(Path.Combine(folder, "settings.1"), rubbish);
                File.WriteAllBytes(Path.Combine(folder, "restart.0"), rubbish);
            },
            Clients = _ => [WebRequest.Curl(4, "/api/global")],
        },
        new("flash slow",
            "a save holds everybody for as long as the chip takes, but comes between two frames; no sound is lost up to 180 ms",
            "Drive.StripRest::Wait", 14,
            stage => stage.Board.Storage.Faults.Slow = (_, bytes) => HoldFlash(stage, bytes > 0 ? 120_000 : 20_000),
            v =>
            {
                v.BothStrips(56);
                v.GapBelow(0, 300, 2, v.Last.Seconds);
                v.Check(v.Last.SamplesLost == 0, $"{v.Last.SamplesLost} samples lost");
                v.StatusSays("1", "storage", "saves");
            })
        { Clients = Change },
        new("power cut in the middle of the first save",
            "the next start finds out that the file is not whole, says so, and begins as before",
            "Storage.SafeFile::Check:Read=1", 9,
            stage =>
            {
                if (stage.Life == 1)
                {
                    stage.At(6.5, () => stage.Board.Storage.Faults.CutPowerAfter(60));
                }
            },
            v =>
            {
                v.BothStrips();
                v.Reads("/api/global", "brightness", 255);
                v.LogSays("storage failed");
                v.StatusSays("a damaged file of settings was set aside", "faults");
                v.HasFile("settings.1.bad");
            })
        {
            PowerCuts = 1,
            Clients = life => life == 1 ? Change(life) : [WebRequest.Curl(4, "/api/global")],
        },
        new("two writers at once", "each change is whole, the last one holds",
            "Web.RequestSlot::TryTake=true", 8, _ => { },
            v =>
            {
                v.BothStrips();
                JsonElement? a = v.Last.Last("/api/channel/a");
                int brightness = a?.GetProperty("brightness").GetInt32() ?? -1;
                int speed = a?.GetProperty("speed").GetInt32() ?? -2;
                v.Check(
                    brightness == speed && brightness is 11 or 22,
                    $"brightness {brightness} and speed {speed} come from different writers");
                v.Check(v.Last.Answers.All(a => a.Status == 200), "a writer was refused");
            })
        {
            Clients = _ =>
            [
                .. Enumerable.Range(0, 10).SelectMany(i => Enumerable.Range(1, 2).Select(n => n * 11).Select(value =>
                    WebRequest.Curl(
                        2 + (i * 0.2), "/api/channel/a",
                        $"{{\"brightness\": {value}, \"speed\": {value}}}") with { BodyEveryUs = 3000 })),
                WebRequest.Curl(5, "/api/channel/a"),
            ],
        },
    ];

    private static void HoldFlash(FaultStage stage, int us)
    {
        stage.Board.Rmt.StallRefills(us);
        Hardware.Take(us * 1000);
    }

    private static IEnumerable<WebRequest> Change(int life) => [Set(2, 77)];

    private static IEnumerable<WebRequest> ChangeAndLook(int life) => [.. Change(life), WebRequest.Curl(9, "/api/global")];
}
