namespace NanoFirmware.DeviceModel.Faults;

/// <summary>The table of faults in docs/reliability.md.</summary>
public static class FaultTable
{
    private const string Begin = "<!-- faults: written by Tools/DeviceModel -->\n";
    private const string Head = "\n| fault | what the device does | what shows that the row would notice |\n|---|---|---|\n";
    private const string End = "<!-- end of faults -->";

    /// <summary>The page with the rows as the bench has them.</summary>
    /// <exception cref="FormatException">The page does not say where the rows belong.</exception>
    public static string Write(string page)
    {
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new FormatException("The page has no place for the faults.");
        }

        string rows = string.Concat(
            FaultBench.Names.Select(name => $"| {name} | {FaultBench.Expected(name)} | {Proof(name)} |\n"));
        return page[..(begin + Begin.Length)] + Head + rows + "\n" + page[end..];
    }

    private static string Proof(string name) => $"`{FaultBench.SafeguardOf(name)}`";
}
