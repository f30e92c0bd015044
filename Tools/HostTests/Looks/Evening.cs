using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Looks;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Looks;

/// <summary>A device with looks of their own that come by themselves, whose time goes on only when a test says so.</summary>
internal sealed class Evening : IDisposable
{
    private const int LookS = 30;
    private const string Berlin = "CET-1CEST,M3.5.0,M10.5.0/3";

    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock;
    private long _sinceMs;

    /// <param name="startS">Seconds since 1970.</param>
    internal Evening(long startS)
    {
        _clock = new SetClock { NowS = startS };
        Start();
        for (int slot = 1; slot <= 4; slot++)
        {
            Device.Post("/api/channel/a", $$"""{"brightness":{{slot * 10}}}""");
            Device.Post($"/api/presets/{slot}", $$"""{"name":"look {{slot}}"}""");
        }
    }

    /// <summary>The device; another one after a power cut.</summary>
    internal WiredDevice Device { get; private set; }

    internal LooksSet Looks { get; private set; }

    /// <summary>Seconds since 1970.</summary>
    internal long NowS => _clock.NowS;

    /// <summary>The slot that is seen, by its brightness.</summary>
    internal int Seen => Device.Device.ChannelA.Controls.Brightness() / 10;

    /// <summary>Lets half a minute go by.</summary>
    internal void Look()
    {
        _clock.NowS += LookS;
        _sinceMs += LookS * 1000;
        Looks.Step(_sinceMs);
    }

    /// <summary>The power is gone for some time.</summary>
    internal void CutPower(int seconds)
    {
        Device.Dispose();
        _clock.NowS += seconds;
        Start();
    }

    private void Start()
    {
        Device = new WiredDevice(_folder["drive"]);
        Device.Device.Restore();
        Looks = new LooksSet(Device.Device, _clock);
        Device.Device.Settings.Looks = Looks;
        _clock.SetZone(Berlin);
        Looks.Begin();
        _sinceMs = 0;
    }

    public void Dispose()
    {
        Device.Dispose();
        _folder.Dispose();
    }

    private sealed class SetClock : WallClock
    {
        internal SetClock()
            : base(new Notices())
        {
        }

        internal long NowS { get; set; }

        protected override long ServedS => NowS;
    }
}
