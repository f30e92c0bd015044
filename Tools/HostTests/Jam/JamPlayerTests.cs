using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>Which step of a loop sounds in which frame.</summary>
[TestClass]
public sealed class JamPlayerTests
{
    private const int FrameUs = 16_667;

    private readonly JamSession _session = new(7, "here", 0);
    private readonly JamPlayer _player;

    public JamPlayerTests()
    {
        var controls = new JamControls();
        controls.Set(JamControls.AIndex, JamControls.Off);
        controls.Set(JamControls.AIndex + 1, JamControls.Off);
        _player = new JamPlayer(null!, _session, controls, null!);
    }

    [TestMethod]
    [DataRow(4000)]
    [DataRow(12000)]
    [DataRow(17777)]
    [DataRow(30000)]
    public void A_step_begins_when_it_is_told_and_not_a_microsecond_before(int tempo100)
    {
        int stepUs = JamTime.StepUs(tempo100);
        for (int swing = JamState.LeastSwing; swing <= JamState.MostSwing; swing++)
        {
            foreach (int step in new[] { 0, 1, 2, 3, 16, 31, 4001, 100_000 })
            {
                long startUs = JamTime.StartUs(step, stepUs, swing);
                Assert.AreEqual(step, JamTime.StepAt(startUs, stepUs, swing), $"step {step} at its start, swing {swing}");
                Assert.AreEqual(step - 1, JamTime.StepAt(startUs - 1, stepUs, swing), $"before step {step}, swing {swing}");
            }
        }
    }

    [TestMethod]
    public void Each_step_is_played_once_in_the_frame_in_which_it_begins_whatever_is_changed_meanwhile()
    {
        var random = new Random(5);
        int last = -1;
        int steps = 0;
        for (int frame = 1; frame < 20_000; frame++)
        {
            long nowUs = frame * (long)FrameUs;
            if (random.Next(60) == 0)
            {
                var edits = new JamEdits();
                edits.AddPart(JamEdits.TransportPart, random.Next(4) > 0 ? 1 : 0, random.Next(50, 76), random.Next(4000, 30001));
                _session.Do(edits, JamSession.Own, nowUs);
            }

            _player.Play(nowUs);
            JamState state = _session.State;
            int step = JamTime.StepAt(
                _session.Clock.SessionUs(nowUs) - (state.OriginMs * 1000L), JamTime.StepUs(state.Tempo100), state.Swing);
            steps += state.IsPlaying && step >= 0 && step != last ? 1 : 0;
            last = state.IsPlaying ? step : -1;
            Assert.AreEqual(steps, _player.Steps, $"frame {frame}");
        }

        Assert.IsTrue(steps > 1000, $"{steps} steps");
    }

    [TestMethod]
    public void While_a_transport_is_being_written_nothing_of_it_is_played()
    {
        var edits = new JamEdits();
        edits.AddPart(JamEdits.TransportPart, 1, -1, -1);
        _session.Do(edits, JamSession.Own, FrameUs);
        int stamp = _session.State.Stamps[JamState.TransportCell];
        _session.State.Stamps[JamState.TransportCell] = -1;
        _player.Play(2 * FrameUs);
        Assert.AreEqual(0, _player.Steps, "half of it");

        _session.State.Stamps[JamState.TransportCell] = stamp;
        _player.Play(3 * FrameUs);
        Assert.AreEqual(1, _player.Steps, "all of it");
    }
}
