using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Jam;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What a jam costs: a batch of edits that came, and a loop of all eight tracks that lights one strip.</summary>
public static class JamMeter
{
    private const int BatchEdits = 20;
    // A busy house: kick, snare, clap, hi-hat, perc, tom, crash, ride; each digit a step.
    private static readonly string[] Pattern = ["048C", "4C", "4CF", "02468ACE", "36B", "EF", "0", "26AE"];

    private const int HopUs = 1000000 / Board.FrameRateHz;

    /// <summary>Measures a batch, and frames of music with a loop over them.</summary>
    /// <param name="blend">How hits are blended.</param>
    /// <param name="frames">Frames.</param>
    public static JamCost Measure(Blend blend, int frames = 480)
    {
        double[] us = (double[])new WovenContext().Call(typeof(JamMeter), nameof(Inside), (int)blend, frames)!;
        return new JamCost(us[0], us[1], us[2], us[3], us[4]);
    }

    internal static double[] Inside(int blend, int frames)
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
        double batchUs = Batch(session);
        double[] without = Run(channel, heard, player, frames);
        Fill(session);
        Run(channel, heard, player, 60);
        double[] with = Run(channel, heard, player, frames);
        return [batchUs, with[0] - without[0], with[1] - without[1], with[2], with[3] - without[3]];
    }

    // As one packet of the network brings it.
    private static double Batch(JamSession session)
    {
        var other = new JamSession(9, "other", 0);
        session.Join("JAM347", 0);
        other.Join("JAM347", 0);
        JamFeed from = other.Open(isLeaf: false)!;
        JamFeed to = session.Open(isLeaf: false)!;
        byte[] packet = new byte[JamFeed.MostBytes];
        long nowUs = 0;
        long total = 0;
        for (int round = 0; round < 6; round++)
        {
            var edits = new JamEdits();
            for (int i = 0; i < BatchEdits; i++)
            {
                edits.Add((i * 6) + round, JamState.On | (40 + i), 0, 0, 0);
            }

            other.People.Take(7, "meter", 0);
            other.Do(edits, JamSession.Own, nowUs);
            int length = 0;
            for (; length < BatchEdits * 7; length = from.Fill(packet, 0, packet.Length, nowUs))
            {
                nowUs += 60_000;
            }

            long before = Meter.Total;
            Meter.BeginTurn();
            session.Receive(to, packet, 0, length, nowUs);
            total = Meter.Total - before;
        }

        return total / 1e6;
    }

    private static void Fill(JamSession session)
    {
        var edits = new JamEdits();
        for (int track = 0; track < JamState.Tracks; track++)
        {
            foreach (char step in Pattern[track])
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

/// <summary>
/// Reference µs: a batch of twenty edits; what a busy loop of eight tracks adds to a strip's frame in the mean and in its
/// dearest frame, bytes a frame, and the player's share of the mean.
/// </summary>
public sealed record JamCost(double BatchUs, double LoopUs, double DearestUs, double Bytes, double PlayerUs);
