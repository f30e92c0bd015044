using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>Which folder may know which.</summary>
[TestClass]
public class ArrowTests
{
    [TestMethod]
    public void A_folder_may_know_one_below_it()
    {
        using var copy = new WorkingCopy();
        copy.Write("Firmware/Show/Rendering/Scene.cs", "namespace Planted.Rendering;\n\npublic static class Scene\n{\n    public static int Draw() => Outputs.Strip.Light(3);\n}\n");

        Assert.IsEmpty(Arrows(copy));
    }

    [TestMethod]
    [DataRow("Firmware/Show/Outputs/Strip.cs", "level + 1", "Planted.Audio.Ear.Level", "Outputs", "Show/Audio, which Show/Outputs may not know")]
    [DataRow("Firmware/Device/Web/Front.cs", "Outputs.Strip.Light(3)", "Live.Frame.Show()", "Live", "Device/Live, which Device/Web may not know")]
    public void An_arrow_against_the_table_is_caught_with_its_line(string file, string from, string to, string folder, string words)
    {
        using var copy = new WorkingCopy();
        copy.Write("Firmware/Show/Audio/Ear.cs", "namespace Planted.Audio;\n\npublic static class Ear\n{\n    public static int Level;\n}\n");
        copy.Write("Firmware/Device/Live/Frame.cs", "namespace Planted.Live;\n\npublic static class Frame\n{\n    public static void Show()\n    {\n    }\n}\n");
        copy.Change(file, from, to);

        Violation[] found = Arrows(copy);

        Assert.IsNotEmpty(found, folder);
        Assert.AreEqual((file, 5), (found[0].File, found[0].Line));
        StringAssert.Contains(found[0].Sentence, words);
    }

    private static Violation[] Arrows(WorkingCopy copy) =>
        [.. new RepositoryCheck(copy.Root).CheckSources().Where(found => found.Rule == Rules.Arrow)];
}
