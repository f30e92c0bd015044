using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Storage;
using File = NanoHost.IO.File;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Damage to a preset's files costs one generation at most, and is told.</summary>
[TestClass]
public sealed class PresetDamageTests : StoredDeviceTests
{
    [TestMethod]
    public void Damage_at_any_byte_of_a_preset_is_reported_and_the_other_generation_counts()
    {
        byte[][] whole = TwoGenerations();
        for (int generation = 0; generation < 2; generation++)
        {
            for (int place = 0; place < whole[generation].Length; place++)
            {
                Write(whole);
                Flip(whole, generation, place);
                PresetStore presets = LoadedPresets();

                string where = $"byte {place} of generation {generation}";
                Assert.AreEqual(generation == 0 ? "newer" : "older", presets.NameOf(3), where);
                Assert.AreEqual(1, presets.SetAside, where);
                Assert.AreEqual(
                    "a damaged file of preset 3 was set aside as .bad: its other generation counts", presets.LastFault, where);
            }
        }
    }

    [TestMethod]
    public void A_preset_cut_off_at_any_byte_is_reported_and_the_other_generation_counts()
    {
        byte[][] whole = TwoGenerations();
        for (int length = 0; length < whole[1].Length; length++)
        {
            Write(whole);
            File.WriteAllBytes("I:\\preset3.1", whole[1][..length]);
            PresetStore presets = LoadedPresets();

            Assert.AreEqual("older", presets.NameOf(3), "cut to " + length);
            Assert.AreEqual(1, presets.SetAside, "cut to " + length);
        }
    }

    [TestMethod]
    public void A_preset_with_damage_in_both_generations_is_reported_as_lost()
    {
        byte[][] whole = TwoGenerations();
        for (int place = 0; place < Math.Min(whole[0].Length, whole[1].Length); place++)
        {
            Write(whole);
            Flip(whole, 0, place);
            Flip(whole, 1, place);
            PresetStore presets = LoadedPresets();

            Assert.IsNull(presets.NameOf(3), "byte " + place);
            Assert.AreEqual(2, presets.SetAside, "byte " + place);
            Assert.AreEqual("preset 3 is lost: its damaged file was set aside as .bad", presets.LastFault);
        }
    }

    [TestMethod]
    public void A_damaged_preset_counts_by_its_other_generation_and_is_reported()
    {
        Wired.Post("/api/presets/3", """{"name":"party"}""");
        byte[] bytes = File.ReadAllBytes("I:\\preset3.0");
        bytes[40] ^= 1;
        File.WriteAllBytes("I:\\preset3.0", bytes);
        Restart();
        Wired.Supervisor.Look(3000);

        Assert.AreEqual("party", Wired.Device.Presets.NameOf(3));
        StringAssert.Contains(Wired.Get("/api/status").Text, "a damaged file of preset 3 was set aside");
        StringAssert.Contains(Wired.Get("/api/log").Text, "damaged files of presets were set aside: 1");
    }

    [TestMethod]
    public void A_save_that_a_full_drive_refused_does_not_look_like_damage_at_the_next_start()
    {
        Wired.Post("/api/presets/1", """{"name":"kept"}""");
        Wired.Flash.Full = true;
        Assert.Throws<Exception>(() => Wired.Post("/api/presets/1/name", """{"value":"refused"}"""));
        Restart();

        Assert.AreEqual("kept", Wired.Device.Presets.NameOf(1));
        Assert.AreEqual(0, Wired.Device.Presets.SetAside, Wired.Device.Presets.LastFault);
    }

    [TestMethod]
    public void The_older_generation_is_deleted_first()
    {
        var file = new SafeFile("I:\\thing", 8);
        file.Save(1);
        file.Save(2);
        file.Save(3);
        Wired.Flash.CutPowerAfter(1);
        Assert.Throws<Exception>(file.Delete);
        Wired.Flash.RestorePower();

        Assert.AreEqual(3, new SafeFile("I:\\thing", 8).Load(), "a cut in between leaves the newer one");
    }

    // Preset 3 as two files: generation 0 holds it as it was, generation 1 under its new name.
    private byte[][] TwoGenerations()
    {
        Wired.Post("/api/presets/3", """{"name":"older"}""");
        Wired.Post("/api/presets/3/name", """{"value":"newer"}""");
        return [File.ReadAllBytes("I:\\preset3.0"), File.ReadAllBytes("I:\\preset3.1")];
    }

    private static void Write(byte[][] generations)
    {
        File.WriteAllBytes("I:\\preset3.0", generations[0]);
        File.WriteAllBytes("I:\\preset3.1", generations[1]);
    }

    private static void Flip(byte[][] generations, int generation, int place)
    {
        byte[] damaged = [.. generations[generation]];
        damaged[place] ^= (byte)(1 << (place % 8));
        File.WriteAllBytes("I:\\preset3." + generation, damaged);
    }

    private PresetStore LoadedPresets()
    {
        var presets = new PresetStore(Wired.Device.State, SafeFile.NewRoom(), PresetStore.Few);
        presets.Load();
        return presets;
    }
}
