using System.Net;
using NanoFirmware.Audio;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Live;
using NanoFirmware.Network;
using NanoHost;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// What a hop costs that another device heard, from the socket to onset and beat, and what it costs to tell one.
/// </summary>
public static class SoundSyncMeter
{
    /// <summary>Measures hops of the built-in song, each told by a datagram, after one second.</summary>
    public static SoundSyncCost Measure(int hops = 600)
    {
        double[] f = (double[])new WovenContext().Call(typeof(SoundSyncMeter), nameof(Inside), hops)!;
        return new SoundSyncCost(f[0], f[1], f[2]);
    }

    internal static double[] Inside(int hops)
    {
        using var ears = new MeasuredEars("song");
        var parts = new WiredParts();
        SpectrumAnalyzer analyzer = parts.Spectrum;
        BeatTracker beats = parts.Beats;
        AudioThread conductor = parts.Device.Audio;
        LiveInputs live = parts.Device.Live;
        var sender = new SoundSyncSender(conductor, parts.Device.Radio);
        live.Controls.Set("soundSync", LiveControls.SoundSyncReceive);
        live.Run();

        var told = new AudioSnapshot();
        var from = new IPEndPoint(IPAddress.Loopback, 5000);
        long hear = 0;
        long tell = 0;
        long bytes = 0;
        for (int i = -Board.FrameRateHz; i < hops; i++)
        {
            byte[] packet = [.. sender.Fill(ears.Hear())];
            MeasuredEars.NextFrame();
            SimulatedBoard.Current.Network.Datagrams.Deliver(SoundSyncPacket.Port, packet, from);
            long before = Meter.Total;
            long bytesBefore = Heap.AllocatedBytes;
            live.Run();
            beats.IsPeakTold = conductor.Told.NextHop();
            analyzer.Take(conductor.Told, told);
            beats.Track(told);
            long heard = Meter.Total;
            sender.Run();
            hear += i < 0 ? 0 : heard - before;
            tell += i < 0 ? 0 : Meter.Total - heard;
            bytes += i < 0 ? 0 : Heap.AllocatedBytes - bytesBefore;
        }

        if (sender.Sent == 0)
        {
            throw new InvalidOperationException($"Nothing was told: {sender.LastFault}");
        }

        return [hear / 1e6 / hops, tell / 1e6 / hops, bytes / (double)hops];
    }
}

/// <summary>Sound Sync in reference µs.</summary>
/// <param name="HearUs">A hop that was told, in the place of the ears' own analysis.</param>
/// <param name="TellUs">A hop that is told.</param>
/// <param name="BytesPerHop">What both allocate.</param>
public sealed record SoundSyncCost(double HearUs, double TellUs, double BytesPerHop);
