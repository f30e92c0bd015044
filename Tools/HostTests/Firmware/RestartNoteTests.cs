using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Health;
using NanoHost;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What the device keeps of a restart by its own wish.</summary>
[TestClass]
public sealed class RestartNoteTests : StoredDeviceTests
{
    [TestMethod]
    public void A_good_hour_clears_the_restarts_when_it_is_good()
    {
        var note = new RestartNote();
        for (int i = 0; i < 3; i++)
        {
            Assert.IsTrue(note.TryStore(RestartNote.Web, 1000), "restart " + i);
            note = new RestartNote();
            note.Read();
        }

        note.ClearWhenGood(3600000);
        note = new RestartNote();
        note.Read();

        Assert.IsTrue(note.TryStore(RestartNote.Web, 1000), "a failure in the first hour, much later");
    }

    [TestMethod]
    public void The_supervisor_clears_the_restarts_after_a_good_hour()
    {
        RestartNote note = Wired.Supervisor.Note;
        note.TryStore(RestartNote.Web, 1000);
        note.Read();

        Wired.Supervisor.Look(3_599_999);
        Assert.AreEqual(1, note.InRow, "not yet an hour");
        Wired.Supervisor.Look(3_600_000);

        var next = new RestartNote();
        next.Read();
        Assert.AreEqual(0, note.InRow);
        Assert.AreEqual(0, next.InRow, "nor does the next start count them");
    }

    [TestMethod]
    public void A_change_of_a_moment_ago_outlives_the_devices_own_restart()
    {
        SimulatedBoard.Current.Rebooted += _ => throw new OperationCanceledException();
        Wired.Post("/api/channel/a", """{"brightness":3}""");

        Assert.ThrowsExactly<OperationCanceledException>(() => Wired.Supervisor.RestartDevice(RestartNote.Web));
        Restart();

        Assert.AreEqual(3, Wired.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    public void A_note_of_a_version_with_other_loops_leaves_every_answer_whole()
    {
        for (int cause = 0; cause <= byte.MaxValue; cause++)
        {
            new RestartNote().TryStore(cause, 1000);
            Wired.Supervisor.Note.Read();
            Wired.Supervisor.Log.Note(EventCode.Started, Wired.Supervisor.Note.Cause, 0);

            Assert.AreEqual(cause, Wired.Supervisor.Note.Cause, "read from the drive");
            Assert.AreEqual(200, Wired.Get("/api/status").Status, "cause " + cause);
            Assert.AreEqual(200, Wired.Get("/api/log").Status, "cause " + cause);
            Assert.AreEqual(200, Wired.Get("/api/metrics").Status, "cause " + cause);
        }
    }
}
