using System.Net;
using NanoFirmware.Audio;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Live;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// What a frame of both strips costs when it comes from the network by DDP, from the socket to both transmissions.
/// </summary>
public static class LiveMeter
{
    private const int HeaderBytes = 10;

    private static readonly bool[] Either = [true, false];

    /// <summary>Measures each way of taking 360 pixels, all of them new in each frame.</summary>
    /// <param name="frames">Frames measured, after one second that is not.</param>
    public static LiveCost[] Measure(int frames = 120) =>
        [.. from isRaw in Either
            from isWireOrder in Either
            select new LiveCost(
                isRaw, isWireOrder,
                (double)new WovenContext().Call(typeof(LiveMeter), nameof(Inside), frames, isRaw, isWireOrder)!)];

    internal static double Inside(int frames, bool isRaw, bool isWireOrder)
    {
        using var ears = new MeasuredEars("silence");
        var parts = new WiredParts();
        LiveInputs live = parts.Device.Live;
        live.Controls.Set("ddp", 1);
        live.Controls.Set("raw", isRaw ? 1 : 0);
        live.Controls.Set("order", isWireOrder ? LiveControls.OrderGrb : 0);

        byte[] packet = new byte[HeaderBytes + (parts.Show.Stage.LedsTogether * 3)];
        packet[0] = 0x41;
        packet[2] = 0x0B;
        packet[3] = 1;
        packet[8] = (byte)((packet.Length - HeaderBytes) >> 8);
        packet[9] = (byte)(packet.Length - HeaderBytes);
        var sender = new IPEndPoint(IPAddress.Loopback, 5000);
        double us = 0;
        for (int i = -Board.FrameRateHz; i < frames; i++)
        {
            AudioSnapshot heard = ears.Hear();
            MeasuredEars.NextFrame();
            packet[1] = (byte)(1 + ((i + Board.FrameRateHz) % 15));
            packet.AsSpan(HeaderBytes).Fill((byte)(i & 63));
            SimulatedBoard.Current.Network.Datagrams.Deliver(DdpPacket.Port, packet, sender);
            long before = Meter.Total;
            live.Run();
            foreach (Channel channel in new[] { parts.Show.A, parts.Show.B })
            {
                channel.RenderFrame(heard, i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            }

            us += i < 0 ? 0 : (Meter.Total - before) / 1e6 / frames;
        }

        return us;
    }
}

/// <summary>One way of taking a sender's pixels: mean reference µs of a frame of both strips.</summary>
/// <param name="IsRaw">Without gamma and brightness.</param>
/// <param name="IsWireOrder">Green, red, blue.</param>
/// <param name="Us">From the socket to both transmissions.</param>
public sealed record LiveCost(bool IsRaw, bool IsWireOrder, double Us);
