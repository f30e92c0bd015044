using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>
/// The audio thread's own way through an outage of the microphone, step by step, on a clock that stands still between them.
/// </summary>
[TestClass]
public sealed class OutageTests
{
    private const int HopUs = 16667;

    [TestMethod]
    public void A_verdict_starts_anew_when_the_microphone_is_opened_again()
    {
        var clock = new ManualClock();
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(clock));
        board.I2s.Source = new NoiseSource(-30);
        AudioThread audio = Ears();

        // Two seconds: half of a verdict.
        Step(audio, clock, 120);
        Assert.IsNotNull(audio.Microphone, "the microphone was never opened");
        board.I2s.FailReads = 1;
        Step(audio, clock, 60);
        Assert.IsNull(audio.Microphone, "the microphone did not fail");

        // Five seconds without, and five with it.
        for (int hop = 0; hop < 600; hop++)
        {
            Step(audio, clock, 1);
            Assert.AreNotEqual(
                MicrophoneHealth.HalfRate, audio.Health.State, $"{hop} hops after the outage began: {audio.Health.Sentence}");
        }

        Assert.AreEqual(MicrophoneHealth.Good, audio.Health.State, audio.Health.Sentence);
    }

    [TestMethod]
    public void What_waits_for_a_pause_runs_when_the_frames_of_a_hop_went_out_and_none_waits()
    {
        var clock = new ManualClock();
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(clock));
        board.I2s.Source = new NoiseSource(-30);
        AudioThread audio = Ears();
        Step(audio, clock, 10);
        var task = new CountingTask();
        audio.Pause = task;

        Step(audio, clock, 3);
        Assert.AreEqual(3, task.Runs, "in each of three pauses");

        clock.Advance(3 * HopUs);
        Assert.IsTrue(audio.IsLate, "three hops wait");
        Step(audio, clock, 2);
        Assert.AreEqual(3, task.Runs, "hops that wait come first");
        Step(audio, clock, 2);
        Assert.IsFalse(audio.IsLate, "none waits any more");
        Assert.IsTrue(task.Runs > 3, "and then it runs again");
    }

    [TestMethod]
    public void Without_a_microphone_there_are_pauses_too()
    {
        var clock = new ManualClock();
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(clock));
        board.I2s.RefuseOpens = int.MaxValue;
        AudioThread audio = Ears();
        Step(audio, clock, 10);
        var task = new CountingTask();
        audio.Pause = task;

        Step(audio, clock, 3);

        Assert.AreEqual(3, task.Runs, "in each of three pauses");
    }

    private static AudioThread Ears()
    {
        var spectrum = new SpectrumAnalyzer();
        return new AudioThread(
            spectrum, new BeatTracker(spectrum), new SnapshotExchange(), [new FrameSignal(), new FrameSignal()],
            new MicrophoneWiring());
    }

    // Nobody renders: every frame counts as left behind, without a wait.
    private static void Step(AudioThread audio, ManualClock clock, int hops)
    {
        MethodInfo step = typeof(AudioThread).GetMethod("Step", BindingFlags.Instance | BindingFlags.NonPublic)!;
        for (int hop = 0; hop < hops; hop++)
        {
            if (audio.Microphone == null)
            {
                clock.Advance(HopUs);
            }

            step.Invoke(audio, null);
        }
    }

    private sealed class CountingTask : FrameTask
    {
        public int Runs { get; private set; }

        public override void Run() => Runs++;
    }
}
