using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

[TestClass]
public class ParameterWordTests
{
    [TestMethod]
    public void Every_parameter_of_a_pattern_is_told_of_and_nothing_else()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "docs", "patterns.md"));
        string table = page.Split("## What the parameters do")[1].Split("\n## ")[0];
        string[] told = [.. Regex.Matches(table, @"^\| ([a-z-]+) \| \S.* \|$", RegexOptions.Multiline)
            .Select(row => row.Groups[1].Value).Where(word => word != "parameter")];
        string[] names = [.. Enumerable.Range(0, PatternCatalog.CountOnPanels)
            .SelectMany(index => PatternParameter.Read(PatternCatalog.Create(index).Parameters))
            .Select(parameter => parameter.Name).Distinct().Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(names, told, "rows of the table, in order");
    }
}
