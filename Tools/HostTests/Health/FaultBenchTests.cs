using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Faults;

namespace NanoFirmware.HostTests.Health;

/// <summary>Every fault of docs/reliability.md, in virtual time; and what happens when a safeguard is missing.</summary>
[TestClass]
public sealed class FaultBenchTests
{
    public static IEnumerable<object[]> Faults => FaultBench.Names.Select(name => new object[] { name });

    [TestMethod]
    public void The_page_tells_what_the_bench_tries()
    {
        string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "reliability.md"));
        Assert.AreEqual(
            FaultTable.Write(page), page, "dotnet run --project Tools/DeviceModel -- faults --docs docs/reliability.md");
    }

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public void The_device_survives(string fault)
    {
        FaultRow row = FaultBench.Run(fault);
        Assert.IsTrue(row.Survived, row.Complaint);
    }

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public void Without_its_safeguard_a_fault_is_not_survived(string fault)
    {
        FaultRow row = FaultBench.Prove(fault);
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

    private static string Here([CallerFilePath] string path = "") => path;
}
