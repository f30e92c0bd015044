using NanoFirmware.Control;
using NanoFirmware.Health;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Health;

[TestClass]
public class EventLogTests
{
    [TestMethod]
    public void It_remembers_what_happened_and_when()
    {
        var log = new EventLog(new MasterControls());
        log.Note(EventCode.LoopDied, 2, 61999);

        Assert.AreEqual(1, log.Count);
        Assert.AreEqual(EventCode.LoopDied, log.CodeOf(0));
        Assert.AreEqual(2, log.ArgumentOf(0));
        Assert.AreEqual(61, log.SecondOf(0));
    }

    [TestMethod]
    public void It_keeps_the_last_hundred()
    {
        var log = new EventLog(new MasterControls());
        for (int i = 0; i < 250; i++)
        {
            log.Note(EventCode.Refused, i, i * 1000);
        }

        Assert.AreEqual(250, log.Count);
        Assert.AreEqual(150, log.First);
        Assert.AreEqual(150, log.ArgumentOf(150));
        Assert.AreEqual(249, log.ArgumentOf(249));
    }

    [TestMethod]
    public void A_number_too_large_is_cut_and_does_not_become_another_event()
    {
        var log = new EventLog(new MasterControls());
        log.Note(EventCode.SamplesLost, int.MaxValue, 0);
        log.Note(EventCode.SamplesLost, -1, 0);

        Assert.AreEqual(EventCode.SamplesLost, log.CodeOf(0));
        Assert.AreEqual((1 << 24) - 1, log.ArgumentOf(0));
        Assert.AreEqual(0, log.ArgumentOf(1));
    }

    [TestMethod]
    public void What_nobody_wants_to_know_is_not_noted()
    {
        var master = new MasterControls();
        var log = new EventLog(master);
        master.Set(MasterControls.LogIndex, MasterControls.LogFaults);
        log.Note(EventCode.LoadLevel, 1, 0);
        log.Note(EventCode.Started, RestartNote.Ordinary, 0);
        log.Note(EventCode.Started, RestartNote.Web, 0);
        log.Note(EventCode.LoopDied, 0, 0);

        Assert.AreEqual(2, log.Count);
        Assert.AreEqual(RestartNote.Web, log.ArgumentOf(0));
        master.Set("log-level", 2);
        log.Note(EventCode.LoopDied, 0, 0);
        Assert.AreEqual(2, log.Count);
    }
}
