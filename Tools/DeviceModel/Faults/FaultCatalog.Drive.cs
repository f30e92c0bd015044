using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private const string Key = "open sesame";

    private static IEnumerable<Fault> Drive() =>
    [
        new("second save cut with other settings than before", "the next start finds those of the first save, whole",
            "Storage.SafeFile::Generation=undecided", 15,
            stage => CutSave(stage, 1, 9, 60),
            v =>
            {
                v.BothStrips();
                v.Reads("/api/global", "brightness", 77);
                v.HasFile("settings.0.bad");
            })
        {
            PowerCuts = 1,
            Clients = life => life == 1 ? [.. Change(life), Set(8.5, 99)] : [WebRequest.Curl(4, "/api/global")],
        },
        new("brown-out in a save, two starts in a row",
            "what the last whole save holds outlives both, wherever the supply gave way",
            "Storage.SafeFile::Generation=undecided", 10,
            stage =>
            {
                CutSave(stage, 2, 3, 5);
                CutSave(stage, 3, 3, 300);
            },
            v =>
            {
                v.BothStrips();
                v.Reads("/api/global", "brightness", 11);
            })
        {
            PowerCuts = 3,
            Clients = life => life < 4 ? [Set(2, 11 * life)] : [WebRequest.Curl(4, "/api/global")],
        },
        new("one file of a preset damaged", "its other generation counts, and the log tells",
            "Storage.SafeFile::Keep=undecided", 8, _ => { },
            v =>
            {
                v.BothStrips();
                v.LogSays("damaged files of presets were set aside: 1");
                v.StatusSays("its other generation counts", "faults");
                v.Check(PresetName(v) == "evening", $"the preset is called {PresetName(v)}");
            })
        {
            PowerCuts = 1,
            Prepare = (folder, life) =>
                Damage(folder, life, File.Exists(Path.Combine(folder, "preset1.0")) ? "preset1.0" : "preset1.1"),
            Clients = life => life == 1 ? [KeepPreset(2, 1, "evening")] : [WebRequest.Curl(4, "/api/presets")],
        },
        new("both files of a preset damaged", "it is lost, the status says which, the others are as they were",
            "Storage.SafeFile::Checksum", 8, _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("preset 1 is lost", "faults");
                v.HasFile("preset1.0.bad");
                v.HasFile("preset1.1.bad");
                v.Check(PresetName(v) == null, $"the preset is called {PresetName(v)}");
                v.Check(PresetName(v, 2) == "morning", $"the other preset is called {PresetName(v, 2)}");
            })
        {
            PowerCuts = 1,
            Prepare = (folder, life) => Damage(folder, life, "preset1.0", "preset1.1"),
            Clients = life => life == 1
                ? [KeepPreset(2, 1, "evening"), KeepPreset(3, 2, "morning")]
                : [WebRequest.Curl(4, "/api/presets")],
        },
        new("file of the key damaged", "the device is open rather than locked for good, and says so",
            "Storage.SafeFile::Checksum", 8, _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("a damaged file of the key was set aside", "faults");
                v.Reads("/api/global", "brightness", 77);
            })
        {
            PowerCuts = 1,
            Prepare = (folder, life) => Damage(folder, life, "key.1"),
            Clients = life => life == 1 ? [SetKey(2)] : [.. Change(life), WebRequest.Curl(4, "/api/global")],
        },
        new("settings of another version", "what is known of them is taken over, the file is kept, the status says what was not",
            "Storage.SettingsKeeper::KeepOther", 6, _ => { },
            v =>
            {
                v.BothStrips();
                v.Reads("/api/global", "brightness", 66);
                v.StatusSays("settings of another version", "faults");
                v.HasFile("settings.other");
            })
        {
            Prepare = (folder, _) => StoredFile.Write(
                folder, "settings.1", """{"a":{"brightness":44,"sparkle":3},"global":{"brightness":66},"future":{"x":1}}"""),
            Clients = _ => [WebRequest.Curl(3, "/api/global")],
        },
        new("restore that fails, and its next three starts",
            "it is set aside once, the log says so once, and it does not come back",
            "Storage.SafeFile::SetAsideAll", 5, _ => { },
            v =>
            {
                v.BothStrips();
                v.LogSays("a backup could not be brought back in two tries and was set aside", v.Lives[0]);
                for (int life = 1; life < v.Lives.Count; life++)
                {
                    v.LogIsSilent("a backup could not be brought back", v.Lives[life]);
                }

                v.HasFile("restore.1.bad");
                v.HasFile("restore.1", false);
            })
        {
            PowerCuts = 3,
            Prepare = (folder, life) =>
            {
                if (life == 1)
                {
                    StoredFile.Write(folder, "restore.1", """{"backup":1,"global":{"brightness":999}}""");
                }
            },
        },
        new("power cut in a restore", "the next start takes the rest of it over",
            "Device::FinishBackup", 8,
            stage => CutSave(stage, 1, 1.9, 200),
            v =>
            {
                v.BothStrips();
                v.Reads("/api/global", "brightness", 33);
                v.HasFile("restore.1", false);
            })
        {
            PowerCuts = 1,
            Clients = life => life == 1
                ? [WebRequest.Curl(2, "/api/backup", """{"backup":1,"global":{"brightness":33}}""")]
                : [WebRequest.Curl(4, "/api/global")],
        },
        new("flash full when a preset is kept", "the client hears that it failed, the slot is as before, all else goes on",
            "Web.RequestSlot::Serve=uncaught", 8,
            stage => stage.Board.Storage.Faults.Full = true,
            v =>
            {
                v.BothStrips();
                v.Answered("/api/presets/1", 500, 1);
                v.Check(PresetName(v) == null, $"the preset is called {PresetName(v)}");
            })
        { Clients = _ => [KeepPreset(2, 1, "evening"), WebRequest.Curl(5, "/api/presets")] },
        new("a program that keeps presets in a loop", "twenty writes are taken, the others are told to come later: flash wears",
            "Storage.WriteBudget::TryTake=true", 26, _ => { },
            v =>
            {
                v.BothStrips(30);
                v.Answers("/api/presets/1", 200, 20);

                // One that comes while a write holds everybody may be sent away at the door.
                int later = v.Last.Answers.Count(a => a.Path == "/api/presets/1" && a.Status is 429 or 503);
                v.Check(later == 10, $"{later} were told to come later, not 10");
                v.Check(
                    v.Last.Answers.All(a => a.Status == 200 || a.RetryAfter != null),
                    "the others were not told when to come again");
            })
        { Clients = _ => Enumerable.Range(0, 30).Select(i => KeepPreset(2 + (i * 0.7), 1, "number " + i)) },
    ];

    private static void CutSave(FaultStage stage, int life, double atS, long bytes)
    {
        if (stage.Life == life)
        {
            stage.At(atS, () => stage.Board.Storage.Faults.CutPowerAfter(bytes));
        }
    }

    // The first life wrote them.
    private static void Damage(string folder, int life, params string[] names)
    {
        foreach (string name in names.Where(n => life > 1 && File.Exists(Path.Combine(folder, n))))
        {
            StoredFile.Damage(folder, name);
        }
    }

    private static string? PresetName(Verdict v, int slot = 1) =>
        v.Last.Last("/api/presets")?.GetProperty("presets")[slot - 1].GetProperty("name").GetString();

    private static WebRequest Set(double seconds, int brightness) =>
        WebRequest.Curl(seconds, "/api/global/brightness", $"{{\"value\": {brightness}}}");

    private static WebRequest KeepPreset(double seconds, int slot, string name) =>
        WebRequest.Curl(seconds, $"/api/presets/{slot}", $"{{\"name\": \"{name}\"}}");

    private static WebRequest SetKey(double seconds) => WebRequest.Curl(seconds, "/api/security", $"{{\"key\": \"{Key}\"}}");
}
