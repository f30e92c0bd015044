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
        Assert.AreEqual(FaultTable.Write(page), page, "dotnet run --project Tools/DeviceModel -- faults --docs docs/reliability.md");
    }

    [TestMethod]
    [DynamicData(nameof(Faults))]
    public void The_device_survives(string fault)
    {
        FaultRow row = FaultBench.Run(fault);
        Assert.IsTrue(row.Survived, row.Complaint);
    }

    [TestMethod]
    [DataRow("render loop throws once", "NanoFirmware.Loop::Examine", DisplayName = "nobody looks after the loops")]
    [DataRow("pattern hangs", "NanoFirmware.Audio.FrameSignal::Forget", DisplayName = "the hand-over keeps waiting for a thread that is no more")]
    [DataRow("pattern throws always", "NanoFirmware.Rendering.RenderThread::Fail", DisplayName = "no pattern takes another's place")]
    [DataRow("transmitter refuses to open at the start", "NanoFirmware.Leds.Strip::Prepare", DisplayName = "transmitters are not tried again")]
    [DataRow("microphone fails always", "NanoFirmware.Audio.AudioThread::GiveUpMicrophone", DisplayName = "the clock does not take over")]
    [DataRow("fifty requests a second", "NanoFirmware.Web.Reception::TryEnter=true", DisplayName = "everybody is let in")]
    [DataRow("accept fails six times", "NanoFirmware.Web.WebFront::Reopen", DisplayName = "the listener is not restarted")]
    [DataRow("dead listener on a station", "NanoFirmware.Web.WebFront::Reopen", DisplayName = "the listener is not replaced on a station")]
    [DataRow("unreachable home network beside a phone", "NanoFirmware.Network.Station::LeaveAlone", DisplayName = "a network is looked for for ever")]
    [DataRow("hotspot without address", "NanoFirmware.Network.Hotspot::Look", DisplayName = "the hotspot is not looked after")]
    [DataRow("clients that say nothing and leave", "NanoFirmware.Health.HeapWatch::HasGarbage", DisplayName = "the heap is collected once a minute")]
    [DataRow("a minute of a busy page", "NanoFirmware.Health.HeapWatch::HasGarbage", DisplayName = "a minute of garbage is collected at once")]
    [DataRow("heap fragmented", "NanoFirmware.Leds.Strip::OpenAnew", DisplayName = "transmitters keep the addresses of before")]
    [DataRow("sixteen silent clients that leave", "NanoFirmware.Health.HeapWatch::Collect", DisplayName = "sockets that were left open are not collected")]
    [DataRow("render loop throws until a restart", "NanoFirmware.Health.RestartNote::TryStore", DisplayName = "the device never restarts itself")]
    [DataRow("render loop throws always", "NanoFirmware.Health.RestartNote::TryStore=true", DisplayName = "the device restarts itself without end")]
    public void Without_its_safeguard_a_fault_is_not_survived(string fault, string safeguard)
    {
        FaultRow row = FaultBench.Run(fault, safeguard);
        Assert.IsFalse(row.Survived, row.Figures);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
