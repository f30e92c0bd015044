using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoHost.Audio;
using NanoHost.I2s;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Microphone() =>
    [
        new("microphone absent", "the frame clock paces the strips, the status says what to check",
            "Audio.FrameClock::WaitForNextFrame", 8,
            stage => stage.Board.I2s.RefuseOpens = int.MaxValue,
            v =>
            {
                v.BothStrips();
                v.StatusSays("clock", "mode");
                v.StatusSays("check the wiring", "audio", "state");
            }),
        new("microphone refuses for ten seconds", "the strips run by the clock, then the microphone is taken up",
            "Audio.AudioThread::Imagine:Microphone", 16,
            stage =>
            {
                stage.Board.I2s.RefuseOpens = int.MaxValue;
                stage.At(6, () => stage.Board.I2s.RefuseOpens = 0);
            },
            v =>
            {
                v.BothStrips();
                v.LogSays("the microphone answers");
                v.StatusSays("microphone", "mode");
            }),
        new("microphone dead", "the line is all zero: the strips go on in silence, the status says so",
            "Audio.MicrophoneHealth::Judge", 12,
            stage => stage.At(3, () => stage.Board.I2s.LineFault = I2sLineFault.Dead),
            v =>
            {
                v.BothStrips();
                v.StatusSays("no signal", "audio", "state");
                v.LogSays("microphone: the line is all zero");
                v.Hears(false);
            })
        { Clients = _ => Listen(9) },
        new("microphone stuck", "the line stays at one value: the strips go on in silence, the status says so",
            "Audio.MicrophoneHealth::Judge", 12,
            stage => stage.At(3, () => stage.Board.I2s.LineFault = I2sLineFault.Stuck),
            v =>
            {
                v.BothStrips();
                v.StatusSays("no signal", "audio", "state");
                v.LogSays("microphone: the line is stuck at one value");
                v.Hears(false);
            })
        { Clients = _ => Listen(9) },
        new("microphone hums", "mains hum is recognised and named, the strips go on",
            "Audio.MicrophoneHealth::WatchHum", 12,
            stage => stage.Board.I2s.Source = new SineSource(50),
            v =>
            {
                v.BothStrips();
                v.StatusSays("hum", "audio", "state");
            }),
        new("microphone clips", "sound beyond full scale is recognised and named, the strips go on",
            "Audio.MicrophoneHealth::Judge", 12,
            stage => stage.At(3, () => stage.Board.I2s.Source = new LoudSource(AudioSources.Parse("song"), 30)),
            v =>
            {
                v.BothStrips();
                v.StatusSays("clipped", "audio", "state");
            }),
        new("microphone at half rate", "it sleeps at such a clock: silence, and named; frames follow the samples, 30 a second",
            "Audio.MicrophoneHealth::Judge", 20,
            stage => stage.Board.I2s.HalfRate = true,
            v =>
            {
                v.BothStrips(29);
                v.StatusSays("no signal", "audio", "state");
                v.LogSays("microphone: the line is all zero");
                v.Hears(false);
            })
        { Clients = _ => Listen(17) },
        new("microphone in the other slot", "found within two seconds and heard",
            "Audio.SlotFinder::Watch", 10,
            stage => stage.At(3, () => stage.Board.I2s.Slot = I2sSlot.Right),
            v =>
            {
                v.BothStrips();
                v.StatusSays("right", "audio", "slot");
                v.StatusSays("ok", "audio", "state");
                v.Hears(true);
            })
        { Clients = _ => Listen(5.2) },
        new("microphone with reversed bytes", "the driver left the byte order to chance: heard all the same, and named",
            "Audio.SlotFinder::IsSwapped", 8,
            stage => stage.Board.I2s.SwapBytes = true,
            v =>
            {
                v.BothStrips();
                v.StatusSays("True", "audio", "swapped");
                v.StatusSays("ok", "audio", "state");
                v.Hears(true);
            })
        { Clients = _ => Listen(5.2) },
        new("microphone plugged in late", "heard from then on",
            "Audio.SlotFinder::Decide", 14,
            stage => stage.Board.I2s.PluggedInFromUs = 4_000_000,
            v =>
            {
                v.BothStrips();
                v.StatusSays("ok", "audio", "state");
                v.Hears(true);
            })
        { Clients = _ => Listen(11) },
        new("microphone fails once", "the clock takes over within a frame, the microphone is back after five seconds",
            "Audio.AudioThread::GiveUpMicrophone", 14,
            stage => stage.At(4, () => stage.Board.I2s.FailReads = 1),
            v =>
            {
                v.BothStrips();
                v.GapBelow(0, 60, 2, v.Last.Seconds);
                v.LogSaysOnce("the microphone failed");
                v.StatusSays("microphone", "mode");
            }),
        new("microphone fails always", "the clock takes over, and every five seconds the microphone is tried",
            "Audio.AudioThread::GiveUpMicrophone", 14,
            stage => stage.At(4, () => stage.Board.I2s.FailReads = int.MaxValue),
            v =>
            {
                v.BothStrips(57);
                v.LogSays("the microphone failed");
                v.StatusSays("\"part\":\"microphone\",\"count\":2", "faults");
            }),
        new("ears throw always", "the microphone is given up and the clock takes over; every five seconds it is tried again",
            "Audio.AudioThread::Step=uncaught", 14,
            _ => FaultStage.Throw(Trips.Ears, StrikeS, int.MaxValue),
            v =>
            {
                v.BothStrips(57);
                v.StatusSays("clock", "mode");
                v.LogSays("the microphone failed: a fault of the bench");
            }),
        new("hops vanish in an erase of flash",
            "a frame comes later, clock and samples are put in step, nothing is left out afterwards, and the hops are counted",
            "Audio.Microphone::CountVanished", 12,
            stage =>
            {
                for (int erase = 0; erase < 8; erase++)
                {
                    stage.At(3 + (erase * 0.5), () => stage.Board.I2s.VanishHops(2));
                }
            },
            v =>
            {
                v.GapBelow(0, 120, 2, v.Last.Seconds);
                v.Fps(0, 59, 8, v.Last.Seconds);
                v.Fps(1, 59, 8, v.Last.Seconds);
                v.StatusSays("0", "health", "stalls");
                v.StatusSays("16", "audio", "hopsVanished");
            }),
    ];

    private static IEnumerable<WebRequest> Listen(double seconds) => [WebRequest.Curl(seconds, "/api/audio")];

    private sealed class LoudSource(IAudioSource source, float factor) : IAudioSource
    {
        public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
        {
            source.Read(firstFrame, sampleRateHz, mono);
            for (int i = 0; i < mono.Length; i++)
            {
                mono[i] = Math.Clamp(mono[i] * factor, -1, 1);
            }
        }
    }
}
