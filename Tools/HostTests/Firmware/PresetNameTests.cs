using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What a preset may be called.</summary>
[TestClass]
public sealed class PresetNameTests : StoredDeviceTests
{
    [TestMethod]
    [DataRow("  two words ", "two words")]
    [DataRow("\\ud83c\\udf89", "\ud83c\udf89")]
    [DataRow("\\u00a0wide\\u3000", "wide")]
    [DataRow("   ", null)]
    [DataRow("\\u2003\\u00a0", null)]
    [DataRow("a\\u0000b", null)]
    [DataRow("a\\u0007b", null)]
    [DataRow("a\\nb", null)]
    [DataRow("a\\u007fb", null)]
    [DataRow("a\\u009fb", null)]
    [DataRow("\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac", null, DisplayName = "33 bytes")]
    public void A_name_is_trimmed_never_empty_and_counted_in_bytes(string name, string? kept)
    {
        Assert.AreEqual(kept == null ? 400 : 200, Wired.Post("/api/presets/1", "{\"name\":\"" + name + "\"}").Status);
        Assert.AreEqual(kept, Wired.Device.Presets.NameOf(1));
    }

    [TestMethod]
    public void A_name_with_control_characters_is_refused_in_words()
    {
        StringAssert.Contains(Wired.Post("/api/presets/1", """{"name":"a\tb"}""").Error, "without control characters");
        Wired.Post("/api/presets/1", """{"name":"ab"}""");
        StringAssert.Contains(Wired.Post("/api/presets/1/name", """{"value":"a\tb"}""").Error, "without control characters");
        StringAssert.Contains(
            Wired.Post("/api/backup", """{"backup":1,"presets":[{"name":"a\tb","a":{"speed":3}}""" + EmptySeven).Error,
            "without control characters");
    }

    [TestMethod]
    public void Control_characters_in_a_stored_name_are_left_out()
    {
        Plant("I:\\preset1", """{"name":"a\tb\u0007","a":{"speed":3}}""");
        Restart();

        Assert.AreEqual("ab", Wired.Device.Presets.NameOf(1));
        Assert.AreEqual(
            200, Wired.Post("/api/backup", Wired.Get("/api/backup").Text).Status, "what a backup says can be posted back");
    }
}
