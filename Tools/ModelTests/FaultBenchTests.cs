using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Faults;

namespace NanoFirmware.ModelTests;

/// <summary>Every fault of docs/reliability.md, in virtual time; and what happens when a safeguard is missing.</summary>
[TestClass]
public sealed class FaultBenchTests
{
    private static readonly ConcurrentDictionary<string, Task<FaultRow>> Survived = [];
    private static readonly ConcurrentDictionary<string, Task<FaultRow>> Proved = [];

    public static IEnumerable<object[]> Faults => FaultBench.Names.Select(name => new object[] { name });

    [TestMethod]
    public void The_page_tells_what_the_bench_tries()
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "reliability.md"));
        Assert.AreEqual(
            FaultTable.Write(page), page, "dotnet run --project Tools/DeviceModel -- faults --docs docs/reliability.md");
    }

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public async Task The_device_survives(string fault)
    {
        FaultRow row = await RowOf(fault, Survived, name => FaultBench.Run(name));
        Assert.IsTrue(row.Survived, row.Complaint);
    }

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public async Task Without_its_safeguard_a_fault_is_not_survived(string fault)
    {
        FaultRow row = await RowOf(fault, Proved, FaultBench.Prove);
        Assert.IsFalse(row.Survived, $"nobody noticed that {row.Safeguard} was gone: {row.Figures}");
    }

    [TestMethod]
    public void A_safeguard_that_is_not_in_the_firmware_is_an_error()
    {
        foreach (string unknown in new[] { "Loop::Nothing", "Nobody::Examine", "Loop::Examine:Nobody", "Loop::Examine=uncaught" })
        {
            Assert.ThrowsExactly<InvalidOperationException>(() => FaultBench.Run("pattern hangs", unknown), unknown);
        }
    }

    // While a row is judged the other core is at the next one: together they take minutes.
    private static Task<FaultRow> RowOf(
        string fault, ConcurrentDictionary<string, Task<FaultRow>> rows, Func<string, FaultRow> run)
    {
        Task<FaultRow> row = Start(fault);
        if (FaultBench.Names.SkipWhile(name => name != fault).Skip(1).FirstOrDefault() is { } next)
        {
            Start(next);
        }

        return row;

        Task<FaultRow> Start(string name) => rows.GetOrAdd(name, _ => Task.Run(() => run(name)));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
