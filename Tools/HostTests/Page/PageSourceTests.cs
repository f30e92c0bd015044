using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Generator;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Page;

/// <summary>How the page becomes small: what may go goes, and nothing that means something.</summary>
[TestClass]
public sealed class PageSourceTests
{
    // Of the text that a browser unpacks, and of what the device sends.
    private const int MostKb = 60;
    private const int MostPackedKb = 23;
    private const int MostGermanKb = 7;

    // Drawn once: 59 films take a while.
    private static readonly string[] Drawn = PatternStills.Text().TrimEnd('\n').Split('\n');

    [TestMethod]
    public void The_page_is_60_KB_at_most_sent_in_23_and_asks_for_nothing_of_others()
    {
        string html = Unpacked(NanoFirmware.Site.Page.Piece, NanoFirmware.Site.Page.Length);
        int packedBytes = NanoFirmware.Site.Page.Length;
        int germanBytes = NanoFirmware.Site.GermanText.Length;

        Assert.IsTrue(germanBytes <= MostGermanKb * 1024, $"{germanBytes} bytes of German");
        Assert.IsTrue(html.Length <= MostKb * 1024, $"{html.Length} bytes");
        Assert.IsTrue(packedBytes <= MostPackedKb * 1024, $"{packedBytes} bytes are sent");
        foreach (string document in new[] { "README.md", "docs/page.md" })
        {
            StringAssert.Contains(File.ReadAllText(Path.Combine(Repository.Root(), document)), MostPackedKb + " KB", document);
        }

        Assert.IsFalse(html.Contains("://", StringComparison.Ordinal), "an address of another place");
        Assert.IsFalse(html.Contains("innerHTML", StringComparison.Ordinal), "texts go in as texts");
    }

    [TestMethod]
    public void The_firmware_has_the_page_as_it_is_written()
    {
        string root = Repository.Root();
        string page = PageSource.Minified(
            File.ReadAllText(Path.Combine(root, "Firmware/Site/page.html")),
            File.ReadAllText(Path.Combine(root, PatternStills.RelativePath)));

        // The text and not the source, which another test compares.
        Assert.IsTrue(
            Unpacked(NanoFirmware.Site.Page.Piece, NanoFirmware.Site.Page.Length) == page,
            "run: dotnet run --project Tools/Generator");
        Assert.AreEqual(
            PageSource.MinifiedWords(File.ReadAllText(Path.Combine(root, "Firmware/Site/german.json"))),
            Unpacked(NanoFirmware.Site.GermanText.Piece, NanoFirmware.Site.GermanText.Length));
    }

    [TestMethod]
    public void Another_page_has_another_tag_and_the_same_one_the_same()
    {
        Assert.AreEqual(TagOf("<p>one</p>"), TagOf("<p>one</p>"));
        Assert.AreNotEqual(TagOf("<p>one</p>"), TagOf("<p>two</p>"));
    }

    [TestMethod]
    [DataRow("const a = 1; // one\nlet b = 'x // y';\nf(a);\nconst c = b;", "let a=1,b='x // y';f(a);let c=b")]
    [DataRow("{ let a; g(() => { const b = 1; h(b); }); let c; }", "{let a;g(()=>{let b=1;h(b)});let c}")]
    [DataRow("for (let i = 0; i < 3; i++) {\n  f(i + ++n, i - -n);\n}\n", "for(let i=0;i<3;i++){f(i+ ++n,i- -n)}")]
    [DataRow("const f = () => {\n  g();\n}\nh();", "let f=()=>{g()}\nh()")]
    [DataRow("return [\n  1,\n  2\n]", "return[1,2]")]
    [DataRow("x.match(/[/ ]+\\/ /g) / 2", "x.match(/[/ ]+\\/ /g)/2")]
    [DataRow("on = true;", "on=!0")]
    public void White_space_comments_and_long_words_go(string script, string small)
    {
        Assert.AreEqual(small, ScriptMinifier.Minify(script).TrimEnd(';'));
    }

    [TestMethod]
    [DataRow("const width = 1; box.width = width + { width: width }.width;", "let a=1;box.width=a+{width:a}.width")]
    [DataRow("const width = 1; f({ width, height });", "let a=1;f({width:a,height})")]
    [DataRow("function area(width, height) { return width * height; }", "function c(b,a){return b*a}")]
    [DataRow("const { size } = x, size2 = list.map(size => size + 1);", "let{size:a}=x,b=list.map(a=>a+1)")]
    [DataRow("let first = 1, later; f(...first, c ? first : later);", "let a=1,b;f(...a,c?a:b)")]
    [DataRow("const words = { hello: 'Hi', bye: 'Bye' }; say(words.bye, x.bye);", "let a={a:'Hi',b:'Bye'};say(a.b,x.bye)")]
    [DataRow("const words = { hello: 'Hi' }; say(words[name]);", "let a={hello:'Hi'};say(a[name])")]
    [DataRow("document.title = name;", "document.title=name")]
    public void Names_become_short_where_nobody_else_knows_them(string script, string small)
    {
        Assert.AreEqual(small, ScriptMinifier.Minify(script).TrimEnd(';'));
    }

    [TestMethod]
    [DataRow("a")]
    [DataRow("abababababababababababababababababababababab")]
    [DataRow("never twice: xyz0123456789")]
    public void What_is_packed_is_unpacked_as_it_was(string text)
    {
        AssertPacks(text);
        AssertPacks(string.Concat(Enumerable.Repeat(text, 100)));
    }

    [TestMethod]
    public void Repeats_farther_than_deflate_reaches_are_told_again()
    {
        var dice = new Random(1);
        string noise = string.Concat(Enumerable.Range(0, 33000).Select(_ => (char)dice.Next(32, 126)));
        AssertPacks(noise + noise);
    }

    [TestMethod]
    public void The_page_is_packed_smaller_than_by_the_usual_way()
    {
        byte[] html = Encoding.UTF8.GetBytes(Unpacked(NanoFirmware.Site.Page.Piece, NanoFirmware.Site.Page.Length));
        using var usual = new MemoryStream();
        using (var packer = new GZipStream(usual, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            packer.Write(html);
        }

        Assert.IsTrue(
            NanoFirmware.Site.Page.Length < usual.Length * 0.96, $"{NanoFirmware.Site.Page.Length} and {usual.Length} bytes");
    }

    [TestMethod]
    public void Every_pattern_and_parameter_has_a_word_and_a_sentence_in_German()
    {
        JsonElement german = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root(), "Firmware/Site/german.json"))).RootElement;
        for (int i = 0; i < PatternCatalog.CountOnPanels; i++)
        {
            Pattern pattern = PatternCatalog.Create(i);
            Assert.IsTrue(german.GetProperty("names").TryGetProperty(pattern.Name, out _), "a name for " + pattern.Name);
            Assert.IsTrue(
                german.GetProperty("patterns").TryGetProperty(pattern.Name, out JsonElement told)
                    && told.GetString().Length > 10 && told.GetString() != pattern.Description,
                "a sentence for " + pattern.Name);
            foreach (PatternParameter parameter in PatternParameter.Read(pattern.Parameters))
            {
                Assert.IsTrue(
                    german.GetProperty("names").TryGetProperty("." + parameter.Name, out _),
                    $"{pattern.Name}'s {parameter.Name}");
            }
        }

        Assert.AreEqual(
            PatternCatalog.CountOnPanels,
            german.GetProperty("patterns").EnumerateObject().Count(),
            "sentences for none that is there");
    }

    [TestMethod]
    public void German_has_every_word_that_is_not_the_same_in_English()
    {
        string[] same = ["tempo", "ms", "kelvin", "seconds"];
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "Firmware/Site/page.html"));
        int from = page.IndexOf("const words = {", StringComparison.Ordinal);
        string table = page[from..page.IndexOf("\n};", from, StringComparison.Ordinal)];
        table = Regex.Replace(table, @": '(?:[^'\\]|\\.)*'", ": ''");
        string[] english = [.. Regex.Matches(table, @"(?<=[,{]\s+)(\w+): ['{]").Select(key => key.Groups[1].Value)
            .Except(["wire", "lite", "load", "pattern", "supply"])];
        JsonElement german = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root(), "Firmware/Site/german.json"))).RootElement.GetProperty("words");
        string[] spoken = [.. german.EnumerateObject().Select(word => word.Name)];

        Assert.IsTrue(english.Length > 80, $"{english.Length} words");
        Assert.AreEqual("", string.Join(", ", english.Except(spoken).Except(same)), "not in German");
        Assert.AreEqual("", string.Join(", ", spoken.Except(english)), "not in English");
        Assert.AreEqual(
            "lite, load, pattern, supply, wire",
            string.Join(", ", german.GetProperty("slower").EnumerateObject().Select(one => one.Name).Order()));
    }

    [TestMethod]
    public void A_text_that_does_not_end_is_refused()
    {
        Assert.ThrowsExactly<FormatException>(() => ScriptMinifier.Minify("const a = 'b;\n"));
    }

    [TestMethod]
    public void Styles_lose_what_means_nothing()
    {
        const string page =
            "<body>\n  <style>\n  a > b, c:hover { margin: 0 auto;\n  width: calc(1px + 2%); }\n</style>\n</body>";

        Assert.AreEqual("<body><style>a>b,c:hover{margin:0 auto;width:calc(1px + 2%)}</style></body>", PageMinifier.Minify(page));
    }

    [TestMethod]
    public void The_small_pictures_are_those_of_the_patterns()
    {
        string[] kept = File.ReadAllLines(Path.Combine(Repository.Root(), PatternStills.RelativePath));

        Assert.AreEqual(Drawn.Length, kept.Length, "draw them anew: see docs/patterns.md");
        for (int i = 0; i < Drawn.Length; i++)
        {
            // Chance places a spark elsewhere after any change; what stays is how much light there is.
            double old = Light(kept[i]);
            double now = Light(Drawn[i]);
            Assert.IsTrue(
                Math.Abs(old - now) < 1,
                $"{PatternStills.Names[i]} has level {old:0.0} of {PatternStills.Levels} in its picture and {now:0.0} now: draw "
                    + "it anew, see docs/patterns.md");
        }
    }

    [TestMethod]
    public void A_packed_picture_is_unpacked_as_it_was()
    {
        foreach (string packed in Drawn)
        {
            int[] cells = PatternStills.Unpack(packed);
            Assert.AreEqual(PatternStills.Columns * PatternStills.Rows, cells.Length);
            Assert.IsTrue(
                cells.All(cell => cell >= 0 && cell <= PatternStills.Colours * PatternStills.Levels),
                "a cell holds more than its colour and level");
            Assert.IsTrue(cells.Any(cell => cell > 0), "a picture must show something");
        }
    }

    private static void AssertPacks(string text)
    {
        string[] pieces = [.. Regex.Matches(PageSource.Write(text, "x", "X", "x"), @"\d+ => ""([^""]+)""").Select(
            piece => piece.Groups[1].Value)];
        using var packed = new MemoryStream([.. pieces.SelectMany(Convert.FromBase64String)]);
        using var unpacked = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        Assert.IsTrue(unpacked.ReadToEnd() == text, $"{text.Length} characters");
    }

    private static string TagOf(string html) =>
        PageSource.Write(PageSource.Minified(html, ""), "page.html", "Page", "phone page")
            .Split('\n').Single(line => line.Contains("string Tag", StringComparison.Ordinal));

    private static string Unpacked(Func<int, string> piece, int length)
    {
        using var packed = new MemoryStream();
        for (int n = 0; piece(n) != null; n++)
        {
            packed.Write(Convert.FromBase64String(piece(n)));
        }

        Assert.AreEqual(length, (int)packed.Length, "the length that is said before the pieces are sent");
        packed.Position = 0;
        using var unpacked = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return unpacked.ReadToEnd();
    }

    // Mean level over all cells.
    private static double Light(string packed) =>
        PatternStills.Unpack(packed).Average(cell => cell == 0 ? 0 : ((cell - 1) % PatternStills.Levels) + 1);
}
