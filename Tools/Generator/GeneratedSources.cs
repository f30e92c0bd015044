namespace NanoFirmware.Generator;

/// <summary>Every generated file of the firmware: its path from the top folder and the text that belongs into it.</summary>
public static class GeneratedSources
{
    /// <summary>Writes them all, and says which.</summary>
    internal static void Write(string root)
    {
        foreach ((string path, string text) in All(root))
        {
            File.WriteAllText(Path.Combine(root, path), text);
            Console.WriteLine(path);
        }
    }

    public static IEnumerable<(string Path, string Text)> All(string root)
    {
        yield return ("Firmware/Ears/Audio/FilterBank.g.cs", new FilterBankWriter().Write());
        yield return ("Firmware/Patterns/Drawing/PaletteKeys.g.cs", PaletteSource.Write(PaletteTable.Rows));
        yield return ("Firmware/Patterns/Drawing/Curves.g.cs", CurveSource.Write());
        yield return (
            "Firmware/Patterns/Drawing/Font.g.cs",
            FontSource.Write(File.ReadAllText(Path.Combine(root, "Tools/Generator/grid-font.txt"))));
        yield return ("Firmware/Show/Outputs/FrameBlocks.g.cs", FrameBlocksSource.Write());
        string weights = File.ReadAllText(Path.Combine(root, "Tools/Generator/beat-network.json"));
        yield return ("Firmware/Ears/Audio/BeatNetwork.g.cs", BeatNetworkWriter.Write(weights));
        string Site(string file) => File.ReadAllText(Path.Combine(root, "Firmware/Site", file));
        string stills = File.ReadAllText(Path.Combine(root, "Tools/Generator/pattern-stills.txt"));
        yield return ("Firmware/Site/Page.g.cs", PageSource.Write(
            PageSource.Minified(Site("page.html"), stills), "page.html", "Page", "phone page"));
        yield return ("Firmware/Site/GermanText.g.cs", PageSource.Write(
            PageSource.MinifiedWords(Site("german.json")), "german.json", "GermanText", "phone page's words in German"));
        yield return ("Firmware/Site/JamPage.g.cs", PageSource.Write(
            PageSource.Minified(JamPages.Device(root), string.Empty), "jam.html", "JamPage", "jam page"));
        yield return (JamPages.FarPath, JamPages.Far(root));
    }
}
