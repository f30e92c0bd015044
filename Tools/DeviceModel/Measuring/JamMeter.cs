using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Jam;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// What a jam costs: a batch of edits that came, the same while it is recorded, and a loop of all eight tracks that lights one
/// strip.
/// </summary>
public static class JamMeter
{
    private const int BatchEdits = 20;
    private const int Rounds = 6;
    private const int TapeEdits = 256;

    // A busy house: kick, snare, clap, hi-hat, perc, tom, crash, ride; each digit a step.
    private static readonly string[] Pattern = ["048C", "4C", "4CF", "02468ACE", "36B", "EF", "0", "26AE"];

    private const int HopUs = 1000000 / Board.FrameRateHz;

    /// <summary>Measures batches, and frames of music with a loop over them.</summary>
    /// <param name="blend">How hits are blended.</param>
    /// <param name="isFull">Every step of every track sounds.</param>
    /// <param name="frames">Frames.</param>
    public static JamCost Measure(Blend blend, bool isFull = false, int frames = 480)
    {
        double[] us = (double[])new WovenContext().Call(
            typeof(JamMeter), nameof(Inside), (int)blend, isFull, frames)!;
        return new JamCost(us[0], us[1], us[2], us[3], us[4], us[5], us[6], us[7], us[8]);
    }

    internal static double[] Inside(int blend, bool isFull, int frames)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot heard = ears.Hear();
        for (int i = 0; i < 5 * Board.FrameRateHz; i++)
        {
            heard = ears.Hear();
        }

        var master = new MasterControls();
        master.Set(MasterControls.ChannelBudgetIndex, 20000);
        master.Set(MasterControls.BoardBudgetIndex, 40000);
        var channel = new Channel(0, new Stage(master, Strips.Pair()));
        var session = new JamSession(7, "meter", 0);
        var controls = new JamControls();
        controls.Set(JamControls.AIndex + 1, JamControls.Off);
        controls.Set(JamControls.BlendIndex, blend);
        var player = new JamPlayer(null!, session, controls, [channel, channel]);
        Run(channel, heard, player, 60);
        double[] without = Run(channel, heard, player, frames);
        Fill(session, isFull);
        Run(channel, heard, player, 60);
        double[] with = Run(channel, heard, player, frames);
        return
        [
            Batch(isApart: false, null), Batch(isApart: true, null), Batch(isApart: false, new JamTape(TapeEdits)),
            Batch(isApart: false, new JamTape(BatchEdits)), with[0] - without[0], with[1] - without[1], with[2], with[3],
            without[3],
        ];
    }

    // As one packet of the network brings it: set one after the other, or with others' edits in between. A tape that is no longer
    // than a batch is full.
    private static double Batch(bool isApart, JamTape? tape)
    {
        var session = new JamSession(7, "meter", 0);
        var other = new JamSession(9, "other", 0);
        session.Join("JAM347", 0);
        other.Join("JAM347", 0);
        JamFeed from = other.Open(isLeaf: false)!;
        JamFeed to = session.Open(isLeaf: false)!;
        byte[] packet = new byte[JamFeed.MostBytes];
        long nowUs = 0;
        long total = 0;
        if (tape != null)
        {
            session.Reel = new JamReel(session);
            session.Reel.Record(tape);
        }

        for (int round = 0; round < Rounds; round++)
        {
            other.People.Take(7, "meter", knowsRuns: true, 0);
            for (int i = 0; i < BatchEdits; i++)
            {
                var edits = new JamEdits();
                edits.Add((i * Rounds) + round, JamState.On | (40 + i), 0, 0, 0);
                other.State.Newest += isApart ? 1 : 0;
                other.Do(edits, JamSession.Own, nowUs);
            }

            int length = 0;
            for (; length < BatchEdits * 2; length = from.Fill(packet, 0, packet.Length, nowUs))
            {
                nowUs += 60_000;
            }

            session.Reel?.EndFrame(nowUs);
            int taken = session.Taken;
            long before = Meter.Total;
            Meter.BeginTurn();
            session.Receive(to, packet, 0, length, nowUs);
            total = Meter.Total - before;
            if (session.Taken - taken != BatchEdits || (tape != null && tape.Count == 0))
            {
                throw new InvalidOperationException($"{session.Taken - taken} of {BatchEdits} edits came");
            }
        }

        return total / 1e6;
    }

    private static void Fill(JamSession session, bool isFull)
    {
        var edits = new JamEdits();
        for (int track = 0; track < JamState.Tracks; track++)
        {
            foreach (char step in isFull ? "0123456789ABCDEF" : Pattern[track])
            {
                edits.Add((track * JamState.Steps) + Convert.ToInt32($"{step}", 16), JamState.On | 80, 0, 0, 0);
            }
        }

        edits.AddPart(JamEdits.TransportPart, 1, -1, 12000);
        session.Do(edits, JamSession.Own, Scheduler.Current.Clock.NowUs);
    }

    // Mean µs, worst frame's, bytes a frame, µs of the player alone.
    private static double[] Run(Channel channel, AudioSnapshot heard, JamPlayer player, int frames)
    {
        long allocated = Heap.AllocatedBytes;
        long total = 0;
        long worst = 0;
        long played = 0;
        long nowUs = Scheduler.Current.Clock.NowUs;
        for (int i = 0; i < frames; i++)
        {
            MeasuredEars.NextFrame();
            nowUs += HopUs;
            long before = Meter.Total;
            Meter.BeginTurn();
            player.Play(nowUs);
            long between = Meter.Total;
            channel.RenderFrame(heard, i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            long one = Meter.Total - before;
            played += between - before;
            total += one;
            worst = one > worst ? one : worst;
        }

        return [total / 1e6 / frames, worst / 1e6, (Heap.AllocatedBytes - allocated) / (double)frames, played / 1e6 / frames];
    }
}

/// <summary>What a jam costs, in reference µs.</summary>
/// <param name="BatchUs">A packet of twenty steps that one set one after the other.</param>
/// <param name="ApartUs">The same with others' edits in between: each has a stamp of its own.</param>
/// <param name="RecordedUs">The first while it is recorded.</param>
/// <param name="FullTapeUs">The same where each edit that is recorded takes the place of the oldest.</param>
/// <param name="LoopUs">What a loop of eight tracks adds to a strip's frame in the mean.</param>
/// <param name="DearestUs">The dearest frame, beside the dearest without.</param>
/// <param name="Bytes">A frame's allocations.</param>
/// <param name="PlayerUs">The player's share of the mean.</param>
/// <param name="IdleUs">The player while nothing is played.</param>
public sealed record JamCost(
    double BatchUs, double ApartUs, double RecordedUs, double FullTapeUs, double LoopUs, double DearestUs, double Bytes,
    double PlayerUs, double IdleUs);
