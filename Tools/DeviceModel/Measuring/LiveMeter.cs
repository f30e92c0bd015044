using System.Net;
using NanoFirmware.Audio;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Live;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// What a frame of both strips costs when it comes from the network, from the socket to both transmissions.
/// </summary>
public static class LiveMeter
{
    private static readonly bool[] Either = [true, false];

    /// <summary>The protocols that can be measured.</summary>
    public static IReadOnlyList<string> Protocols { get; } = ["ddp", "e131", "artnet", "wled"];

    /// <summary>Measures each way of taking 360 pixels, all of them new in each frame.</summary>
    /// <param name="frames">Frames measured, after one second that is not.</param>
    /// <param name="protocol">One of <see cref="Protocols"/>.</param>
    public static LiveCost[] Measure(int frames = 120, string protocol = "ddp") =>
        [.. from isRaw in Either
            from isWireOrder in Either
            select new LiveCost(
                protocol, isRaw, isWireOrder,
                (double)new WovenContext().Call(typeof(LiveMeter), nameof(Inside), frames, protocol, isRaw, isWireOrder)!)];

    internal static double Inside(int frames, string protocol, bool isRaw, bool isWireOrder)
    {
        using var ears = new MeasuredEars("silence");
        var parts = new WiredParts();
        LiveInputs live = parts.Device.Live;
        live.Controls.Set(protocol, 1);
        live.Controls.Set("raw", isRaw ? 1 : 0);
        live.Controls.Set("order", isWireOrder ? LiveControls.OrderGrb : 0);

        var sender = new IPEndPoint(IPAddress.Loopback, 5000);
        double us = 0;
        for (int i = -Board.FrameRateHz; i < frames; i++)
        {
            AudioSnapshot heard = ears.Hear();
            MeasuredEars.NextFrame();
            var picture = new NumberedPicture(i + Board.FrameRateHz, parts.Show.Stage.LedsTogether);
            (int port, byte[][] datagrams) = picture.By(protocol);
            foreach (byte[] datagram in datagrams)
            {
                SimulatedBoard.Current.Network.Datagrams.Deliver(port, datagram, sender);
            }

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
/// <param name="Protocol">ddp, e131, artnet or wled.</param>
/// <param name="IsRaw">Without gamma and brightness.</param>
/// <param name="IsWireOrder">Green, red, blue.</param>
/// <param name="Us">From the socket to both transmissions.</param>
public sealed record LiveCost(string Protocol, bool IsRaw, bool IsWireOrder, double Us);
