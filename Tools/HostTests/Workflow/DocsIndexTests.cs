using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Workflow;

[TestClass]
public class DocsIndexTests
{
    private static readonly string Docs = Path.Combine(Repository.Root(), "docs");

    [TestMethod]
    public void The_index_leads_to_every_page_and_to_nothing_else()
    {
        string[] pages = [.. Directory.EnumerateFiles(Docs, "*.md").Select(Path.GetFileName).Where(page => page != "README.md")];
        string[] linked =
        [
            .. Regex.Matches(File.ReadAllText(Path.Combine(Docs, "README.md")), @"^\| \[[^\]]+\]\(([\w-]+\.md)\) \| \S.+ \|$",
                RegexOptions.Multiline).Select(row => row.Groups[1].Value),
        ];

        CollectionAssert.AreEquivalent(pages, linked, "rows of docs/README.md against the pages of docs");
    }

    [TestMethod]
    public void The_first_page_leads_to_the_index()
    {
        StringAssert.Contains(File.ReadAllText(Path.Combine(Repository.Root(), "README.md")), "](docs/README.md)");
    }
}
