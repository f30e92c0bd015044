namespace NanoFirmware.Generator;

/// <summary>One palette as it is written down: stops at equal distances, red, green, blue in hexadecimal (sRGB).</summary>
/// <param name="Name">Name in the REST API, lower case.</param>
/// <param name="Source">Where its colours come from.</param>
/// <param name="Stops">Two colours or more, from first to last.</param>
public sealed record PaletteRow(string Name, string Source, params string[] Stops);

/// <summary>Every palette of the firmware. The order is the order of their indices, so new ones go to the end.</summary>
public static class PaletteTable
{
    private const string Own = "our own";
    private const string Mpl = "matplotlib, sampled at equal distances";
    private const string Brewer = "ColorBrewer";
    private const string Blackbody = "black bodies, 1000 K to 10000 K, sRGB";

    public static readonly IReadOnlyList<PaletteRow> Rows =
    [
        new("rainbow", Own, "FF0000", "FFFF00", "00FF00", "00FFFF", "0000FF", "FF00FF", "FF0000"),
        new("fire", Own, "3C0000", "C80A00", "FF3C00", "FF9600", "FFDC3C", "FFFFC8"),
        new("ocean", Own, "000A50", "0032A0", "0082C3", "00BEC8", "BEFFEB"),
        new("forest", Own, "003C0A", "0A6E12", "1EA018", "8CC81C", "F5F06E"),
        new("sunset", Own, "460082", "A00096", "DC1464", "FF4628", "FF8C1E", "FFBE28"),
        new("ice", Own, "141EA0", "2850DC", "3C96FF", "B4EBFF", "FFFFFF"),
        new("neon", Own, "FF006E", "C800C8", "8200FF", "0082FF", "00FFB4"),
        new("warm-white", Own, "FF781E", "FF9646", "FFBE6E", "FFD89A", "FFECCD"),
        new("party", Own, "5500AB", "B5004B", "F06400", "E0C000", "00B450", "0064F0", "8C00E0"),
        new("lava", Own, "1A0000", "800000", "E01000", "FF5000", "FFB400"),
        new("embers", Own, "100000", "5A0400", "B41400", "FF4600", "5A0800"),
        new("aurora", Own, "002818", "00C864", "28FFB4", "3C78FF", "8C28C8", "28003C"),
        new("peacock", Own, "00203C", "006478", "00B496", "50DC50", "0050DC"),
        new("orchid", Own, "28003C", "8C14A0", "DC46C8", "FFA0E6", "B464FF"),
        new("rose", Own, "3C0014", "B4003C", "FF3C6E", "FF96A0", "FFD2C8"),
        new("cherry", Own, "500010", "FF0028", "FF6482", "FFF0F0", "FF6482"),
        new("citrus", Own, "3CB400", "B4E600", "FFE600", "FFA000", "FF5A00"),
        new("mint", Own, "003C32", "00A078", "28E6A0", "A0FFD2", "E6FFF5"),
        new("lagoon", Own, "001E50", "0064A0", "00C8B4", "8CFFC8", "FFF0A0"),
        new("deep-sea", Own, "00001E", "001464", "0050B4", "00A0DC", "001E78"),
        new("twilight-sky", Own, "0A0032", "3C1478", "A03282", "F07850", "FFC878"),
        new("dawn", Own, "0A0A3C", "5A2878", "D25078", "FFA050", "FFE6A0"),
        new("autumn", Own, "501400", "A03200", "DC6E00", "F0B400", "788C14"),
        new("spring", Own, "FF78B4", "FFB4C8", "F0FA8C", "8CE664", "32C878"),
        new("meadow", Own, "0A3C00", "329600", "8CD21E", "F0E650", "DC64B4"),
        new("desert", Own, "3C1400", "96500A", "D28C28", "F0C878", "64B4C8"),
        new("copper", Own, "1E0800", "78280A", "C8643C", "FFB482", "FFE6C8"),
        new("gold", Own, "280F00", "8C4600", "DC9600", "FFD23C", "FFF5B4"),
        new("steel", Own, "0A141E", "3C506E", "7896B4", "BED2E6", "F0F8FF"),
        new("candlelight", Own, "280500", "8C2300", "F06E0A", "FFAA3C", "FFD28C"),
        new("moonlight", Own, "05051E", "1E2864", "5A78C8", "AAC8FF", "E6F0FF"),
        new("galaxy", Own, "05000F", "32007D", "7800C8", "C83CFF", "50A0FF", "F0F0FF"),
        new("ultraviolet", Own, "0A0028", "3C00A0", "7800FF", "B464FF", "E6C8FF"),
        new("vaporwave", Own, "FF3CC8", "C850FF", "6478FF", "28C8FF", "64FFE6"),
        new("synthwave", Own, "14003C", "6E0096", "F0148C", "FF6E3C", "FFDC28"),
        new("miami", Own, "00C8D2", "50E6C8", "FFDC96", "FF8C78", "FF3C96"),
        new("toxic", Own, "001400", "146400", "50C800", "B4FF00", "F0FFA0"),
        new("laser", Own, "FF0000", "FF0050", "B400FF", "0028FF", "00FFFF"),
        new("traffic", Own, "00C800", "B4DC00", "FFC800", "FF6400", "FF0000"),
        new("police", Own, "FF0000", "780028", "1E003C", "000078", "0000FF"),
        new("christmas", Own, "C80000", "FF5028", "FFDC8C", "28B43C", "006414"),
        new("halloween", Own, "280046", "7800A0", "FF6400", "FFA000", "3C7800"),
        new("tricolour", Own, "0028C8", "6E8CF0", "FFFFFF", "FF6E64", "DC0014"),
        new("cool-white", Own, "8CB4FF", "B4CDFF", "D2E1FF", "E6F0FF", "FFFFFF"),
        new("blackbody", Blackbody, "FF3800", "FF8912", "FFB46B", "FFD1A3", "FFE4CE", "FFF9FD", "E6EBFF", "CFDAFF"),
        new("viridis", Mpl, "440154", "3B528B", "21918C", "5EC962", "FDE725"),
        new("plasma", Mpl, "0D0887", "7E03A8", "CC4778", "F89540", "F0F921"),
        new("inferno", Mpl, "000004", "57106E", "BC3754", "F98E09", "FCFFA4"),
        new("magma", Mpl, "000004", "51127C", "B73779", "FC8961", "FCFDBF"),
        new("spectral", Brewer + " Spectral, five classes", "D7191C", "FDAE61", "FFFFBF", "ABDDA4", "2B83BA"),
        new("blues-greens", Brewer + " YlGnBu, five classes, dark first", "253494", "2C7FB8", "41B6C4", "A1DAB4", "FFFFCC"),
        new("purples", Brewer + " RdPu, five classes, dark first", "7A0177", "C51B8A", "F768A1", "FBB4B9", "FEEBE2"),
    ];
}
