using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Compiled;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>Which folder may know which.</summary>
[TestClass]
public class ArrowTests
{
    [TestMethod]
    public void A_folder_may_know_one_below_it()
    {
        using var copy = new WorkingCopy();
        copy.Write(
            "Firmware/Show/Rendering/Scene.cs",
            "namespace Planted.Rendering;\n\npublic static class Scene\n{\n    public static int Draw() => "
                + "Outputs.Strip.Light(3);\n}\n");

        Assert.IsEmpty(Arrows(copy));
    }

    [TestMethod]
    [DataRow(
        "Firmware/Show/Outputs/Strip.cs", "level + 1", "Planted.Audio.Ear.Level", "Outputs",
        "Ears/Audio, which Show/Outputs may not know")]
    [DataRow(
        "Firmware/Web/Front.cs", "Device.Start(Site.Page.Parts + Jam.Band.Players + Looks.Day.Lines + Mqtt.Link.Parts)",
        "Lamps.Frame.Show()", "Lamps", "Device/Lamps, which Web may not know")]
    public void An_arrow_against_the_table_is_caught_with_its_line(
        string file, string from, string to, string folder, string words)
    {
        using var copy = new WorkingCopy();
        copy.Write(
            "Firmware/Ears/Audio/Ear.cs",
            "namespace Planted.Audio;\n\npublic static class Ear\n{\n    public static int Level;\n}\n");
        copy.Write(
            "Firmware/Device/Lamps/Frame.cs",
            "namespace Planted.Lamps;\n\npublic static class Frame\n{\n    public static void Show()\n    {\n    }\n}\n");
        copy.Change(file, from, to);

        Violation[] found = Arrows(copy);

        Assert.IsNotEmpty(found, folder);
        Assert.AreEqual((file, 5), (found[0].File, found[0].Line));
        StringAssert.Contains(found[0].Sentence, words);
    }

    [TestMethod]
    public void What_is_stored_knows_nothing_of_who_watches_over_it()
    {
        using var copy = new WorkingCopy();
        copy.Write(
            "Firmware/Device/Health/Watch.cs",
            "namespace Planted.Health;\n\npublic static class Watch\n{\n    public static void Look()\n    {\n    }\n}\n");
        copy.Write(
            "Firmware/Device/Storage/Shelf.cs",
            "namespace Planted.Storage;\n\npublic static class Shelf\n{\n    public static void Fill() => "
                + "Health.Watch.Look();\n}\n");

        Violation[] found = Arrows(copy);

        Assert.IsNotEmpty(found, "health stands upon storage, and no circle joins them");
        StringAssert.Contains(found[0].Sentence, "Device/Health, which Device/Storage may not know");
    }

    [TestMethod]
    public void No_folder_of_the_firmware_refers_to_itself_by_way_of_others()
    {
        House house = new RepositoryCheck(RepositoryCheck.FindRoot(AppContext.BaseDirectory)).House();

        Assert.IsNull(house.Circle(), house.Circle());
        Assert.IsTrue(
            house.Known["Firmware"].Contains("Web") && house.Known["Web"].Contains("Device/Health"), "all assemblies are read");
    }

    [TestMethod]
    public void A_circle_is_found_with_its_way() =>
        Assert.AreEqual("a → b → c → a", House.Of(("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")).Circle());

    [TestMethod]
    public void An_arrow_that_follows_from_others_is_not_drawn()
    {
        string picture = House.Of(("a", "b"), ("b", "c"), ("a", "c")).Mermaid();

        StringAssert.Contains(picture, "a --> b");
        Assert.IsFalse(picture.Contains("a --> c", StringComparison.Ordinal), picture);
    }

    [TestMethod]
    public void The_picture_in_the_architecture_is_the_houses()
    {
        string root = RepositoryCheck.FindRoot(AppContext.BaseDirectory);
        string page = File.ReadAllText(Path.Combine(root, "docs", "architecture.md"));

        Assert.AreEqual(
            new RepositoryCheck(root).House().Write(page), page, "write it with: dotnet run --project Tools/ApiGate -- house");
    }

    private static Violation[] Arrows(WorkingCopy copy) =>
        [.. new RepositoryCheck(copy.Root).CheckSources().Where(found => found.Rule == Rules.Arrow)];
}
