namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>A table of the documents that a tool writes: what stands between two marks.</summary>
internal static class DocTable
{
    /// <summary>Puts a table in the place of the one that is there.</summary>
    /// <param name="page">The document.</param>
    /// <param name="name">The table's, as its marks have it.</param>
    /// <param name="tool">Who writes it.</param>
    /// <param name="table">Its lines.</param>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    internal static void Put(FileInfo page, string name, string tool, IEnumerable<string> table)
    {
        string text = File.ReadAllText(page.FullName);
        File.WriteAllText(page.FullName, In(text, name, tool, table));
    }

    /// <summary>The text of a document with that table.</summary>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    internal static string In(string text, string name, string tool, IEnumerable<string> table)
    {
        string begin = $"<!-- {name}: written by {tool} -->\n";
        string end = $"<!-- end of {name} -->";
        int from = text.IndexOf(begin, StringComparison.Ordinal);
        int to = text.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? text[..(from + begin.Length)] + string.Join('\n', table) + "\n" + text[to..]
            : throw new InvalidDataException($"The page has no place for the table: {begin.Trim()} and {end}.");
    }
}
