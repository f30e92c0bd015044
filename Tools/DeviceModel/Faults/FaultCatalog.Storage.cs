using System.Text.Json;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Storage() =>
    [
        new("flash full", "the change holds, the status says that it could not be saved", 12,
            stage => stage.Board.Storage.Faults.Full = true,
            v =>
            {
                v.BothStrips();
                v.LogSays("storage failed");
                v.StatusSays("True", "storage", "unsaved");
            })
        { Clients = Change },
        new("flash read-only", "the change holds, the status says that it could not be saved", 12,
            stage => stage.Board.Storage.Faults.ReadOnly = true,
            v =>
            {
                v.BothStrips();
                v.LogSays("storage failed");
            })
        { Clients = Change },
        new("flash corrupt", "what cannot be read is set aside, the device starts as new", 6, _ => { },
            v =>
            {
                v.BothStrips();
                v.LogSays("storage failed");
                v.Check(Brightness(v) == 255, $"the master's brightness is {Brightness(v)}");
            })
        {
            Prepare = folder =>
            {
                byte[] rubbish = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 37))];
                File.WriteAllBytes(Path.Combine(folder, "settings.0"), rubbish);
                File.WriteAllBytes(Path.Combine(folder, "settings.1"), rubbish);
                File.WriteAllBytes(Path.Combine(folder, "restart.0"), rubbish);
            },
            Clients = () => [WebRequest.Curl(4, "/api/global")],
        },
        new("flash slow", "a save holds everybody for as long as the chip takes, no sound is lost up to 180 ms", 14,
            stage => stage.Board.Storage.Faults.Slow = (_, bytes) => Hardware.Take(bytes > 0 ? 120_000_000 : 20_000_000),
            v =>
            {
                v.BothStrips(56);
                v.GapBelow(0, 300, 2, v.Last.Seconds);
                v.Check(v.Last.SamplesLost == 0, $"{v.Last.SamplesLost} samples lost");
                v.StatusSays("1", "storage", "saves");
            })
        { Clients = Change },
        new("power cut in the middle of a save", "the next start finds the settings of before or those of after", 9,
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
                int? brightness = Brightness(v);
                v.Check(brightness is 255 or 77, $"the master's brightness is {brightness}");
            })
        {
            PowerCycle = true,
            Clients = () => [WebRequest.Curl(2, "/api/global/brightness", """{"value": 77}"""), WebRequest.Curl(5, "/api/global")],
        },
        new("two writers at once", "each change is whole, the last one holds", 8, _ => { },
            v =>
            {
                v.BothStrips();
                JsonElement? a = v.Last.Last("/api/channel/a");
                int brightness = a?.GetProperty("brightness").GetInt32() ?? -1, speed = a?.GetProperty("speed").GetInt32() ?? -2;
                v.Check(brightness == speed && brightness is 11 or 22, $"brightness {brightness} and speed {speed} come from different writers");
            })
        {
            Clients = () =>
            [
                .. Enumerable.Range(0, 10).SelectMany(i => Enumerable.Range(1, 2).Select(n => n * 11).Select(value =>
                    WebRequest.Curl(2 + (i * 0.2), "/api/channel/a", $"{{\"brightness\": {value}, \"speed\": {value}}}"))),
                WebRequest.Curl(5, "/api/channel/a"),
            ],
        },
    ];

    private static IEnumerable<WebRequest> Change() => [WebRequest.Curl(2, "/api/global/brightness", """{"value": 77}""")];

    private static int? Brightness(Verdict v) => v.Last.Last("/api/global")?.GetProperty("brightness").GetInt32();
}
