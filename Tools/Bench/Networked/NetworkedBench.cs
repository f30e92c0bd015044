using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.Bench.Networked;

/// <summary>
/// Light drawn by a simulated device and light sent to it, in real time on this computer: from the first byte of a picture to the
/// strip that takes it over last.
/// </summary>
internal static class NetworkedBench
{
    /// <summary>The ways of sending.</summary>
    internal static readonly string[] Ways = ["ddp", "e131", "artnet", "wled", NetworkedRun.Socket, NetworkedRun.Json];

    /// <summary>Pictures a second of a program that streams.</summary>
    internal const double Fps = 60;

    // A program that asks by HTTP: as many as the chip takes, by the model.
    private const double JsonFps = 3;

    // Until the sender is shown, and what is on its way when it ends.
    private const double WarmUpS = 1;
    private const double DrainS = 0.5;

    private static readonly string[] Switches = ["ddp", "e131", "artnet", "wled", NetworkedRun.Socket];

    /// <summary>Measures a device that draws in the way of published samples.</summary>
    internal static async Task<MeasuredWay> MeasureUsualAsync(int leds, double seconds)
    {
        using var device = new DeviceProcess(leds, isUsual: true);
        await device.WaitAsync();
        Span span = await IdleAsync(device, seconds);
        LatchedPictures latched = await device.EndAsync();
        return Way("drawn here, the usual way", leds, null, Drawn(latched), latched, span);
    }

    /// <summary>Measures this firmware: what it draws itself, then each way of sending.</summary>
    internal static async Task<IReadOnlyList<MeasuredWay>> MeasureAsync(int leds, double seconds, IReadOnlyList<string> ways)
    {
        using var device = new DeviceProcess(leds);
        await device.WaitAsync();
        Span local = await IdleAsync(device, seconds);
        var sent = new List<(string Way, SentPicture[] Pictures, Span Span)>();
        foreach (string way in ways)
        {
            (SentPicture[] pictures, Span span) = await SendAsync(device, way, leds, seconds);
            sent.Add((way, pictures, span));
        }

        LatchedPictures latched = await device.EndAsync();
        return
        [
            Way("drawn here", leds, null, Drawn(latched), latched, local),
            .. sent.Select(one => Way(one.Way, leds, FpsOf(one.Way), one.Pictures, latched, one.Span)),
        ];
    }

    private static double FpsOf(string way) => way == NetworkedRun.Json ? JsonFps : Fps;

    private static async Task<Span> IdleAsync(DeviceProcess device, double seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(WarmUpS));
        TimeSpan taken = device.Taken;
        double fromUs = PcClock.NowUs;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return SpanOf(device, fromUs, taken);
    }

    private static async Task<(SentPicture[] Pictures, Span Span)> SendAsync(
        DeviceProcess device, string way, int leds, double seconds)
    {
        await device.PostAsync("/api/live", Live(way));
        using var sender = new PictureSender(device, way, 2 * leds);
        await sender.OpenAsync();
        Task<SentPicture[]> sending = Task.Run(() => sender.SendAsync(FpsOf(way), WarmUpS + seconds + DrainS));
        await Task.Delay(TimeSpan.FromSeconds(WarmUpS));
        TimeSpan taken = device.Taken;
        double fromUs = PcClock.NowUs;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Span span = SpanOf(device, fromUs, taken);
        return (await sending, span);
    }

    private static Span SpanOf(DeviceProcess device, double fromUs, TimeSpan takenBefore)
    {
        double toUs = PcClock.NowUs;
        double cpuUs = (device.Taken - takenBefore).TotalMicroseconds;
        return new Span(fromUs, toUs, 100 * cpuUs / (toUs - fromUs), device.MemoryBytes);
    }

    private static string Live(string way) =>
        "{" + string.Join(',', Switches.Select(name => $"\"{name}\":{(name == way ? "true" : "false")}")) + "}";

    private static SentPicture[] Drawn(LatchedPictures latched) =>
    [
        .. latched.Pictures.Where(picture => picture.Strip == 1)
            .Select(picture => new SentPicture(PictureLog.Unnumbered, picture.BeganUs)),
    ];

    private static MeasuredWay Way(
        string way, int leds, double? fps, SentPicture[] pictures, LatchedPictures latched, Span span)
    {
        var log = new PictureLog();
        foreach (LatchedPicture picture in latched.Pictures)
        {
            log.Add(picture.Strip, fps is null ? PictureLog.Unnumbered : picture.Number, picture.LatchedUs);
        }

        PictureFigures figures = log.Figures(pictures, span.FromUs, span.ToUs);
        return new MeasuredWay(way, 2 * leds, fps, figures, span.CpuPercent, span.MemoryBytes, latched.Torn);
    }

    private sealed record Span(double FromUs, double ToUs, double CpuPercent, long MemoryBytes);
}
