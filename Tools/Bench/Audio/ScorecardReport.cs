using System.Text.Json;
using System.Text.Json.Nodes;

namespace NanoFirmware.Bench.Audio;

/// <summary>The scorecard as JSON and as a table to read.</summary>
internal static class ScorecardReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>An object per engine with its means, its rows and every recording.</summary>
    internal static string ToJson(Scorecard card)
    {
        var root = new JsonObject();
        foreach ((string name, EngineScore score) in card.Results)
        {
            JsonObject engine = ToObject(score.All);
            engine["beatFClear"] = score.BeatFClear;
            engine["onsetFClear"] = score.OnsetFClear;
            engine["falseOnsetsSilence"] = score.FalseOnsetsSilence;
            engine["falseOnsetsSpeech"] = score.FalseOnsetsSpeech;
            engine["rows"] = new JsonArray(score.Rows
                .Select(row => (JsonNode)Named("row", row.Row, ToObject(row.Score)))
                .ToArray());
            engine["recordings"] = new JsonArray(score.Vectors
                .Select(one => Named("row", one.Vector.Row, Named("name", one.Vector.Name, ToObject(ScoreSummary.Of([one])))))
                .ToArray<JsonNode>());
            root[name] = engine;
        }

        return root.ToJsonString(Format);
    }

    /// <summary>Writes all rows of all engines as text.</summary>
    internal static void Print(Scorecard card, TextWriter output)
    {
        foreach ((string name, EngineScore score) in card.Results)
        {
            output.WriteLine($"{name,-26} beatF  acc1  acc2 onsetF  lock s locked  false/min  barF told");
            foreach (RowScore row in score.Rows.Append(new RowScore("all", score.All)))
            {
                ScoreSummary s = row.Score;
                output.WriteLine($"  {row.Row,-24} {s.BeatF,5:0.00} {s.Accuracy1,5:0.00} {s.Accuracy2,5:0.00} {s.OnsetF,6:0.00} "
                    + $"{s.LockSeconds,7:0.0} {s.LockedShare,6:0.00} {s.FalseOnsetsPerMinute,10:0.0} "
                    + $"{s.DownbeatF,5:0.00} {s.BarShare,4:0.00}");
            }

            ScoreSummary all = score.All;
            output.WriteLine($"  clear songs: beatF {score.BeatFClear:0.000}, onsetF {score.OnsetFClear:0.000}; "
                + $"all: beatF {all.BeatF:0.000}, acc1 {all.Accuracy1:0.000}, "
                + $"downbeatF {all.DownbeatF:0.000} of {all.BarShare:0.00} of the bars");
            output.WriteLine();
        }
    }

    private static JsonObject ToObject(ScoreSummary score) => (JsonObject)JsonSerializer.SerializeToNode(score, Format)!;

    private static JsonObject Named(string key, string name, JsonObject inner)
    {
        inner.Insert(0, key, name);
        return inner;
    }
}
