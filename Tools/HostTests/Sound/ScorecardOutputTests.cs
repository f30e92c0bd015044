using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Docs;
using NanoFirmware.Bench.Audio.Rivals;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class ScorecardOutputTests
{
    private static readonly string[] Aubio = AubioEngine.Find() == null ? [] : ["aubio"];
    private static readonly string[] Names = ["engine", "wledPeak", "energyThreshold", "tempoBank", .. Aubio];
    private static readonly string[] Figures =
        { "beatF", "accuracy1", "accuracy2", "onsetF", "lockSeconds", "falseOnsetsPerMinute" };

    private static readonly Scorecard Card = Scorecard.Run(new[]
    {
        TestVector.Of("clicks", new SongOptions { Groove = Groove.Click, Seconds = 12, LeadInSeconds = 0.4 }),
        TestVector.Of("silence", "digital zero", 5, () => new ZeroSource()),
    });

    [TestMethod]
    public void The_report_holds_every_figure_of_every_engine()
    {
        using JsonDocument report = JsonDocument.Parse(ScorecardReport.ToJson(Card));
        CollectionAssert.AreEqual(Names, report.RootElement.EnumerateObject().Select(engine => engine.Name).ToArray());
        foreach (JsonProperty engine in report.RootElement.EnumerateObject())
        {
            foreach (string figure in Figures)
            {
                Assert.AreEqual(JsonValueKind.Number, engine.Value.GetProperty(figure).ValueKind, $"{engine.Name}.{figure}");
            }

            Assert.AreEqual("clicks", engine.Value.GetProperty("rows")[0].GetProperty("row").GetString());
            Assert.AreEqual(2, engine.Value.GetProperty("recordings").GetArrayLength());
        }
    }

    [TestMethod]
    public void The_table_names_every_row_and_engine()
    {
        var text = new StringWriter();
        ScorecardReport.Print(Card, text);
        foreach (string word in Names.Append("clicks").Append("silence").Append("all"))
        {
            StringAssert.Contains(text.ToString(), word);
        }
    }

    [TestMethod]
    public void The_page_keeps_its_words_and_renews_its_figures()
    {
        const string page =
            "before\n<!-- figures: begin (Tools/Bench audio --write-docs) -->\nstale\n<!-- figures: end -->\nafter\n";
        string renewed = ScorecardDocs.Renew(page, ScorecardDocs.Figures(Card));
        StringAssert.StartsWith(renewed, "before\n<!-- figures: begin");
        StringAssert.EndsWith(renewed, "<!-- figures: end -->\nafter\n");
        StringAssert.Contains(renewed, "| clicks |");
        Assert.IsFalse(renewed.Contains("stale", StringComparison.Ordinal), "an old figure is still there");
        Assert.AreEqual(renewed, ScorecardDocs.Renew(renewed, ScorecardDocs.Figures(Card)));
        Assert.ThrowsExactly<IOException>(() => ScorecardDocs.Renew("no marks", string.Empty));
    }

    [TestMethod]
    public void A_row_says_in_what_a_rival_is_ahead()
    {
        ScoreSummary Of(double beatF, double onsetF, double noise) => new(1, beatF, 0, 0, onsetF, 0, 0, noise);
        string Remark(params ScoreSummary[] scores) =>
            RowRemarks.For(scores.Select((score, i) => ($"engine {i}", score)).ToArray(), scores);
        Assert.AreEqual(string.Empty, Remark(Of(0.9, 0.9, 1), Of(0.9, 0.8, 2), Of(0.8, 0.9, 3)));
        Assert.AreEqual(
            "beats: engine 2; onsets: engine 1, at 2 false onsets a minute to our 1",
            Remark(Of(0.9, 0.9, 1), Of(0.91, 0.95, 2), Of(0.92, 0.8, 7)));
        StringAssert.Contains(Remark(Of(0.5, 0.5, 3), Of(0.1, 0.6, 2)), "; false onsets: engine 1");
    }

    [TestMethod]
    public void A_report_that_is_out_of_reach_gives_a_sentence_and_exit_code_two()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "none");
        var errors = new StringWriter();
        TextWriter usual = Console.Error;
        Console.SetError(errors);
        try
        {
            Assert.AreEqual(2, new AudioCommand().Parse(new[] { "--report", path }).Invoke());
        }
        finally
        {
            Console.SetError(usual);
        }

        StringAssert.Contains(errors.ToString(), path);
        Assert.AreEqual(1, errors.ToString().Trim().Split('\n').Length);
    }

    [TestMethod]
    [DataRow("--quick", 1)]
    [DataRow("--alone", 1)]
    [DataRow("--seed=2", 1)]
    [DataRow("--report=r.json", 0)]
    public void The_page_is_not_written_from_a_part(string option, int errors) =>
        Assert.AreEqual(errors, new AudioCommand().Parse(new[] { "--write-docs", option }).Errors.Count);

    [TestMethod]
    public void The_plots_are_well_formed()
    {
        foreach (string svg in new[]
        {
            RowChart.Draw(Card, "Beats & more", score => score.BeatF), TempoChart.Draw(Card), TimelineChart.Draw(),
        })
        {
            var document = new System.Xml.XmlDocument();
            document.LoadXml(svg);
            Assert.AreEqual("svg", document.DocumentElement!.Name);
        }
    }
}
