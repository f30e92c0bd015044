using System.CommandLine;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Web;
using static System.FormattableString;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>What our own part of a request takes, on a device at rest.</summary>
internal sealed class RestCommand : Command
{
    /// <summary>The table's name among the marks of the documents.</summary>
    internal const string Table = "requests";

    private const double UsToMs = 0.001;

    private static readonly string[] Paths =
    [
        "/api/status", "/api/state?since=", "/api/channel/a/frame", "/api/patterns", "/api/palettes", "/api/backup", "/json",
        "/api/metrics",
    ];

    private readonly Option<double> _k = ModelOptions.K();
    private readonly Option<FileInfo?> _docs = new("--docs")
    {
        Description = "Write the table into this page, docs/performance.md.",
    };

    internal RestCommand()
        : base("rest", "Our own part of a request, from the split of its path to the last byte of its answer; modelled.")
    {
        Add(_k);
        Add(_docs);
        SetAction(Run);
    }

    /// <summary>A row for each request.</summary>
    internal static IEnumerable<RestRow> Rows(double k) =>
        Paths.Select(path => new RestRow(path, RestMeter.Measure("GET", path), k));

    private void Run(ParseResult line)
    {
        double k = line.GetValue(_k);
        string[] table =
        [
            Invariant($"| request | bytes of answer | reference µs | at K = {k:0} | bytes allocated |"), "|---|---|---|---|---|",
            .. Rows(k).Select(row => row.Text),
        ];
        Array.ForEach(table, Console.WriteLine);
        if (line.GetValue(_docs) is FileInfo page)
        {
            DocTable.Put(page, Table, "Tools/DeviceModel", table);
        }
    }

    /// <summary>One request.</summary>
    internal sealed record RestRow(string Path, RestCost Cost, double K)
    {
        internal string Text => string.Concat(
            Invariant($"| `GET {Path}` | {Cost.AnswerBytes} | {Cost.Cost.MeanUs:0.0} "),
            Invariant($"| {Cost.Cost.MeanUs * K * UsToMs:0.0} ms | {Cost.Cost.BytesPerCall:0} |"));
    }
}
